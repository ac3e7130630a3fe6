import { useEffect, useMemo, useState } from 'react';
import { canImport } from '../../../shared/exchange/import-report.ts';
import type { ImportReport } from '../../../shared/exchange/import-report.ts';
import type { ImportedPerson } from '../../../shared/exchange/people-csv.ts';
import { peopleFields, type PeopleColumns } from '../../../shared/exchange/people-csv-columns.ts';
import type { Separator, TableFile } from '../../../shared/exchange/table-file.ts';
import type { RotationId } from '../../../shared/model/ids.ts';
import {
  fileFactsText,
  importedText,
  importTitle,
  separatorText,
} from '../../../shared/words/import-text.ts';
import { noTurnsText, peopleFieldText } from '../../../shared/words/people-text.ts';
import { act } from '../../state/act.ts';
import { today } from '../../state/clock.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ImportColumns } from '../../ui/import-columns.tsx';
import { ImportDialog } from '../../ui/import-dialog.tsx';
import { ImportPreview, type PreviewRow } from '../../ui/import-preview.tsx';
import { Select } from '../../ui/select.tsx';
import { importCommand, tooManyForTurns } from './import-command.ts';
import { previewOf } from './import-rows.ts';
import { rotationsInUse } from './person-form.ts';
import { newPersonId, type PeopleSource } from './use-people-file.ts';

/** The readers of tables, fetched when the first file comes. */
const loadReaders = async () => {
  const [table, people, columns] = await Promise.all([
    import('../../../shared/exchange/table-file.ts'),
    import('../../../shared/exchange/people-csv.ts'),
    import('../../../shared/exchange/people-csv-columns.ts'),
  ]);
  return { ...table, ...people, ...columns };
};
type Readers = Awaited<ReturnType<typeof loadReaders>>;

interface Props {
  readonly source: PeopleSource;
  readonly onClose: () => void;
}

/** A file of people before it is taken over. */
export function ImportPeople(props: Props) {
  const [readers, setReaders] = useState<Readers | Error | null>(null);
  useEffect(() => {
    loadReaders().then(setReaders, (error: unknown) =>
      setReaders(error instanceof Error ? error : new Error(String(error))),
    );
  }, []);
  if (readers === null) return null;
  return readers instanceof Error ? (
    <ImportDialog
      title="Import people"
      isOpen
      onClose={props.onClose}
      facts={props.source.name}
      problems={[
        {
          row: null,
          column: null,
          severity: 'error',
          what: `the reader could not be loaded: ${readers.message}`,
        },
      ]}
      action={{ title: 'Import', disabledReason: 'There is no reader', run: props.onClose }}
    >
      {null}
    </ImportDialog>
  ) : (
    <Reading {...props} readers={readers} />
  );
}

interface Choices {
  /** Null is guessed. */
  readonly separator: Separator | null;
  /** Null is guessed: a head names at least one column that is known. */
  readonly hasHead: boolean | null;
  /** What the lead matched; null is matched by the heads. */
  readonly columns: PeopleColumns | null;
}

/** The table as it is read by these choices, and the people in it. */
function useReading({ text }: PeopleSource, readers: Readers, choices: Choices) {
  const workspace = useWorkspace();
  const { separator, hasHead } = choices;
  const { table, withHead } = useMemo(() => {
    const first = readers.readTable(text, separator);
    const head = hasHead ?? readers.namesPeopleColumns(first.columns);
    return { table: head ? first : readers.readTable(text, separator, false), withHead: head };
  }, [readers, text, separator, hasHead]);
  const columns = useMemo(
    () => choices.columns ?? matched(readers, table, withHead),
    [readers, table, withHead, choices.columns],
  );
  const report: ImportReport<ImportedPerson> = useMemo(
    () =>
      readers.readPeople(workspace, table, columns, {
        today: today(workspace.about.zone),
        newId: newPersonId,
      }),
    [readers, workspace, table, columns],
  );
  return { table, withHead, columns, report };
}

/** By the heads; without any, names come first, which is what people paste. */
function matched(readers: Readers, table: TableFile, withHead: boolean): PeopleColumns {
  const columns = readers.matchPeopleColumns(table.columns);
  return withHead ? columns : { ...columns, name: 0 };
}

function Reading({ source, onClose, readers }: Props & { readonly readers: Readers }) {
  const workspace = useWorkspace();
  const [choices, setChoices] = useState<Choices>({ separator: null, hasHead: null, columns: null });
  const [rotations, setRotations] = useState<readonly RotationId[]>([]);
  const { table, withHead, columns, report } = useReading(source, readers, choices);
  const [leftOut, setLeftOut] = useState<ReadonlySet<number>>(new Set());
  const preview = useMemo(() => previewOf(report.items, leftOut), [report, leftOut]);
  const items = report.items.filter(({ row }) => !leftOut.has(row));
  const changed = items.filter(({ person, before }) => person !== before);
  const newcomers = changed.filter(({ before }) => before === null).length;
  const idle = newcomers > 0 && rotations.length === 0 && rotationsInUse(workspace).length > 0;
  const title = importTitle(changed.length, 'person', 'people');
  const disabledReason = !canImport(report)
    ? report.problems.some(({ severity }) => severity === 'error')
      ? 'Mend the errors first'
      : 'There is nobody in the file'
    : changed.length === 0
      ? leftOut.size > 0
        ? 'Nobody is ticked who would change'
        : 'Everybody is already as in the file'
      : (tooManyForTurns(changed.length, rotations.length) ?? undefined);
  const run = (): void => {
    const command = importCommand(workspace, items, rotations, { title, source: source.name });
    const done = importedText(changed.length, 'person', 'people');
    const said = idle ? `${done} ${noTurnsText(newcomers)}` : done;
    if (act(command, said, title) === null) onClose();
  };
  return (
    <ImportDialog
      title="Import people"
      isOpen
      onClose={onClose}
      facts={fileFactsText(source.name, source.encoding, table.rows.length)}
      problems={report.problems}
      action={{ title, disabledReason, run }}
      reading={
        <>
          <div className="flex flex-wrap items-end gap-x-6 gap-y-2">
            <div className="w-40">
              <Select
                label="Cells are parted by"
                options={readers.separators.map((id) => ({ id, title: separatorText[id] }))}
                value={table.separator}
                onChange={(separator) => setChoices({ ...choices, separator, columns: null })}
              />
            </div>
            <div className="flex h-8 items-center">
              <Checkbox
                checked={withHead}
                onChange={(hasHead) => setChoices({ ...choices, hasHead, columns: null })}
              >
                The first row names the columns
              </Checkbox>
            </div>
          </div>
          {table.columns.length === 0 ? null : (
            <ImportColumns
              fields={peopleFields.map((id) => ({ id, title: peopleFieldText[id] }))}
              columns={table.columns}
              value={columns}
              onChange={(next) => setChoices({ ...choices, columns: next })}
            />
          )}
          {newcomers === 0 ? null : (
            <NewTurns
              rotations={rotations}
              onChange={setRotations}
              note={idle ? `${noTurnsText(newcomers)} Tick where they come in.` : null}
            />
          )}
        </>
      }
    >
      {preview.rows.length === 0 ? (
        <EmptyState title="Nobody to show">No row could be read as a person.</EmptyState>
      ) : (
        <ImportPreview
          caption="What the import would do"
          columns={preview.columns}
          rows={preview.rows}
          onTake={(rows, takes) => setLeftOut((before) => withTicks(before, rows, takes))}
        />
      )}
    </ImportDialog>
  );
}

/** The rows that are left out once some of them were ticked or unticked. */
function withTicks(
  leftOut: ReadonlySet<number>,
  rows: readonly PreviewRow[],
  takes: boolean,
): ReadonlySet<number> {
  const next = new Set(leftOut);
  for (const { row } of rows) {
    if (row === null) continue;
    if (takes) next.delete(row);
    else next.add(row);
  }
  return next;
}

interface TurnsProps {
  readonly rotations: readonly RotationId[];
  readonly onChange: (rotations: readonly RotationId[]) => void;
  /** What nothing ticked would mean; null where something is. */
  readonly note: string | null;
}

/** Which rotations whoever is new takes turns in, from their first day. */
function NewTurns({ rotations, onChange, note }: TurnsProps) {
  const known = rotationsInUse(useWorkspace());
  if (known.length === 0) return null;
  return (
    <div
      role="group"
      aria-label="Whoever is new takes turns in"
      className="flex flex-wrap items-center gap-x-5 gap-y-1"
    >
      <span className="font-medium">Whoever is new takes turns in</span>
      {known.map(({ id, name }) => (
        <Checkbox
          key={id}
          checked={rotations.includes(id)}
          onChange={(takes) =>
            onChange(takes ? [...rotations, id] : rotations.filter((other) => other !== id))
          }
        >
          {name}
        </Checkbox>
      ))}
      <p role="status" className="w-full text-warning empty:hidden">
        {note === null ? '' : `! ${note}`}
      </p>
    </div>
  );
}
