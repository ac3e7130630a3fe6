import { useMemo, useState } from 'react';
import { type HolidayColumns, holidayFields } from '../../../shared/exchange/holiday-file.ts';
import {
  changesOf,
  holidayCommands,
  MOST_HOLIDAY_COMMANDS,
  usualRegion,
} from '../../../shared/exchange/holiday-import.ts';
import { holidayImportTitle, lockedProblems } from '../../../shared/words/holiday-import-text.ts';
import { holidaysCount, regionText } from '../../../shared/words/holiday-text.ts';
import { announce } from '../../state/announce.ts';
import { useHandedFile } from '../../state/handed-files.ts';
import { chooseFile, type ChosenFile } from '../../state/read-file.ts';
import { showToast } from '../../state/toast-store.ts';
import { useView } from '../../state/view-store.ts';
import { openWorkspace, useWorkspace } from '../../state/workspace-store.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Field } from '../../ui/field.tsx';
import { ImportColumns } from '../../ui/import-columns.tsx';
import { ImportDialog } from '../../ui/import-dialog.tsx';
import { ImportPreview } from '../../ui/import-preview.tsx';
import { newHolidayId, newSetId, tryEdit } from './holiday-acts.ts';
import { previewOf } from './import-preview-rows.ts';
import type * as readHolidayFiles from './read-holiday-file.ts';
import { counted } from '../../../shared/words/number-text.ts';

type Reader = typeof readHolidayFiles;

interface Opened {
  readonly file: readHolidayFiles.HolidayFile;
  /** The readers, loaded with the first file: nobody else needs them. */
  readonly reader: Reader;
}

export interface HolidayFileState {
  readonly opened: Opened | null;
  readonly choose: () => void;
  readonly change: (file: readHolidayFiles.HolidayFile) => void;
  readonly close: () => void;
}

/** Reads a file that was chosen; null where none was, or where it is none of holidays, which is told. */
async function openedFrom(chosen: ChosenFile | null, year: number): Promise<Opened | null> {
  if (chosen === null) return null;
  const reader = await import('./read-holiday-file.ts');
  const file = reader.readHolidayFile(chosen, year, openWorkspace().about.zone);
  if (file.kind !== 'refused') return { file, reader };
  showToast({ text: file.reason, tone: 'warning' });
  announce(file.reason, 'assertive');
  return null;
}

/** The file that is being looked at before it is imported. */
export function useHolidayFile(): HolidayFileState {
  const [opened, setOpened] = useState<Opened | null>(null);
  const year = Number(useView((view) => view.quarter).slice(0, 4));
  const open = (file: ChosenFile | null): void =>
    void openedFrom(file, year).then(
      (next) => (next === null ? undefined : setOpened(next)),
      (error: unknown) => showToast({ text: `The file could not be read: ${String(error)}`, tone: 'error' }),
    );
  useHandedFile('holidays', open);
  return {
    opened,
    choose: () => void chooseFile('.csv,.tsv,.txt,.ics,.ical,text/csv,text/calendar').then(open),
    change: (file) => setOpened((before) => (before === null ? null : { ...before, file })),
    close: () => setOpened(null),
  };
}

const titles = {
  date: 'Day',
  name: 'Name',
  observed: 'Observed on',
  region: 'Region',
  weight: 'Weight',
  tentative: 'Tentative',
} as const;

const validRegion = /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/;

function ImportForm({
  opened,
  change,
  close,
}: { readonly opened: Opened } & Omit<HolidayFileState, 'opened' | 'choose'>) {
  const { file, reader } = opened;
  const workspace = useWorkspace();
  const [region, setRegion] = useState(usualRegion(workspace) ?? 'US');
  const [removes, setRemoves] = useState(false);
  const report = useMemo(() => reader.reportOf(file), [reader, file]);
  const hasWeights = file.kind === 'table' && file.columns.weight !== null;
  const fine = validRegion.test(region);
  const sets = useMemo(
    () => (fine ? changesOf(workspace, report.items, region, hasWeights, newSetId) : []),
    [workspace, report, region, hasWeights, fine],
  );
  const problems = [...report.problems, ...lockedProblems(sets)];
  const gone = sets.reduce(
    (sum, { changes }) => sum + changes.filter(({ kind }) => kind === 'gone').length,
    0,
  );
  const commands = holidayCommands(
    sets,
    removes,
    `file ${file.name}`.slice(0, 200),
    hasWeights,
    newHolidayId,
  );
  const changed = commands.filter(({ kind }) => kind !== 'save-holiday-set').length;
  const why = problems.some(({ severity }) => severity === 'error')
    ? 'Mend the errors first'
    : !fine
      ? 'Write the region first'
      : commands.length === 0
        ? 'Everything in the file stands here already'
        : commands.length > MOST_HOLIDAY_COMMANDS
          ? `More than ${MOST_HOLIDAY_COMMANDS} changes in one step: split the file`
          : undefined;
  const run = (): void => {
    const refusal = tryEdit(commands, holidayImportTitle(changed, file.name));
    if (refusal === null) close();
    else showToast({ text: refusal, tone: 'warning' });
  };
  return (
    <ImportDialog
      title="Import holidays"
      isOpen
      onClose={close}
      facts={`${file.name}, ${file.encoding}, ${holidaysCount(report.items.length)}`}
      problems={problems}
      reading={
        <>
          {file.kind === 'table' ? (
            <ImportColumns
              fields={holidayFields.map((id) => ({ id, title: titles[id] }))}
              columns={file.table.columns}
              value={file.columns}
              onChange={(columns: HolidayColumns) => change({ ...file, columns })}
            />
          ) : null}
          <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
            <div className="w-60">
              <Field
                label="Region of rows that name none"
                value={region}
                onChange={(text) => setRegion(text.trim().toUpperCase())}
                error={fine ? undefined : 'Write a region such as US or DE-BY.'}
                hint={fine ? regionText(region) : undefined}
              />
            </div>
            {gone === 0 ? null : (
              <Checkbox checked={removes} onChange={setRemoves}>
                Remove {holidaysCount(gone)} that the file does not have
              </Checkbox>
            )}
          </div>
        </>
      }
      action={{
        title: changed === 0 ? 'Import' : `Import ${counted(changed, 'change')}`,
        disabledReason: why,
        run,
      }}
    >
      <ImportPreview
        caption="Holidays of the file"
        columns={['Set', 'Holiday', 'Day', 'Observed', 'Weight']}
        rows={previewOf(sets, removes)}
      />
    </ImportDialog>
  );
}

/** The dialog over a chosen file; nothing without one. */
export function ImportHolidays({ file }: { readonly file: HolidayFileState }) {
  return file.opened === null ? null : (
    <ImportForm opened={file.opened} change={file.change} close={file.close} />
  );
}
