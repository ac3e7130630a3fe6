import {
  guessHolidayColumns,
  holidaysOfTable,
  type FileHoliday,
} from '../../../shared/exchange/holiday-file.ts';
import {
  changesOf,
  holidayCommands,
  MOST_HOLIDAY_COMMANDS,
  usualRegion,
} from '../../../shared/exchange/holiday-import.ts';
import type { ImportProblem, ImportReport } from '../../../shared/exchange/import-report.ts';
import type { HolidayId, HolidaySetId } from '../../../shared/model/ids.ts';
import { holidaysInCalendar } from '../../../shared/words/holiday-calendar.ts';
import {
  holidayImportTitle,
  holidaysLeftText,
  lockedProblems,
} from '../../../shared/words/holiday-import-text.ts';
import { Stop } from '../outcome.ts';
import type { ImportAsked, ImportFormat } from './format.ts';
import { isCalendar, onlyFile, tableIn } from './text-file.ts';

const ids = {
  holiday: () => `holiday-${crypto.randomUUID()}` as HolidayId,
  set: () => `holidays-${crypto.randomUUID()}` as HolidaySetId,
};

/** The region of rows that name none. @throws Stop where nobody says it, or it is none */
function regionOf({ workspace, region }: ImportAsked): string {
  const wanted = region?.trim().toUpperCase() ?? usualRegion(workspace);
  if (wanted === null)
    throw new Stop('Of which region are these holidays? Say --region, such as US or DE-BY.');
  if (!/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(wanted))
    throw new Stop(`--region is a region such as US or DE-BY, not "${region ?? wanted}".`);
  return wanted;
}

interface Read {
  readonly report: ImportReport<FileHoliday>;
  readonly hasWeights: boolean;
}

function read({ workspace, today }: ImportAsked, name: string, text: string): Read {
  if (isCalendar(text)) {
    const report = holidaysInCalendar(text, Number(today.slice(0, 4)), workspace.about.zone);
    return { report, hasWeights: false };
  }
  const table = tableIn(name, text);
  const columns = guessHolidayColumns(table.columns);
  return { report: holidaysOfTable(table, columns), hasWeights: columns.weight !== null };
}

/** Holidays off a calendar or a table, put beside the sets of their regions and years. */
export const holidays: ImportFormat = {
  help: 'holidays off a calendar or a table; --region DE-BY of rows without one, --remove what it lacks',
  takes: 'one file',
  options: ['region', 'remove'],
  read: (asked) => {
    const { workspace, remove } = asked;
    const { name, text } = onlyFile(asked);
    const { report, hasWeights } = read(asked, name, text);
    const isNamed = report.items.every((item) => item.region !== null);
    const region = isNamed && asked.region === null ? '' : regionOf(asked);
    const sets = changesOf(workspace, report.items, region, hasWeights, ids.set);
    const commands = holidayCommands(sets, remove, `file ${name}`.slice(0, 200), hasWeights, ids.holiday);
    if (commands.length > MOST_HOLIDAY_COMMANDS)
      throw new Stop(
        `Nothing was imported: ${name} has more than ${MOST_HOLIDAY_COMMANDS} changes. Split it by years.`,
      );
    const changed = commands.filter(({ kind }) => kind !== 'save-holiday-set').length;
    const gone = remove
      ? 0
      : sets.flatMap(({ changes }) => changes).filter(({ kind }) => kind === 'gone').length;
    const left: readonly ImportProblem[] =
      gone === 0
        ? []
        : [
            {
              row: null,
              column: null,
              severity: 'warning',
              what: `${holidaysLeftText(gone)} --remove takes them away`,
            },
          ];
    return {
      command:
        commands.length === 0
          ? null
          : { kind: 'together', title: holidayImportTitle(changed, name), commands: [...commands] },
      problems: [...report.problems, ...lockedProblems(sets), ...left],
      unknown: [],
    };
  },
};
