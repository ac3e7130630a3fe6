import { addMonths, quarterOf, quarterRange } from '../../../shared/calendar/days.ts';
import type { ImportProblem } from '../../../shared/exchange/import-report.ts';
import { matchLeaveColumns, readLeaveTable } from '../../../shared/exchange/leave-csv.ts';
import { diffLeave, leaveImportCommand, remembered } from '../../../shared/exchange/leave-diff.ts';
import { rememberable, type LeaveFile } from '../../../shared/exchange/leave-file.ts';
import { readLeaveCalendar } from '../../../shared/exchange/leave-ics.ts';
import { importTitle } from '../../../shared/words/import-text.ts';
import { leaveCalendarLines } from '../../../shared/words/leave-import-text.ts';
import { personNamed } from '../turn-named.ts';
import type { ImportAsked, ImportFormat } from './format.ts';
import { isCalendar, onlyFile, tableIn } from './text-file.ts';

/** Months ahead that a calendar is read for, as in the window. */
const AHEAD = 24;

interface Read {
  readonly file: LeaveFile;
  readonly about: readonly ImportProblem[];
}

function readFile({ workspace, today, mapping, person }: ImportAsked, name: string, text: string): Read {
  if (isCalendar(text)) {
    const { from } = quarterRange(quarterOf(today));
    const owner = person === null ? null : personNamed(workspace, person);
    const terms = {
      from,
      until: addMonths(from, AHEAD),
      floating: null,
      owner,
      take: 'absences',
      keepTitles: false,
      mapping,
    } as const;
    const read = readLeaveCalendar(workspace, text, terms);
    return { file: read.file, about: leaveCalendarLines(read) };
  }
  const table = tableIn(name, text);
  const columns = matchLeaveColumns(table.columns);
  return { file: readLeaveTable(workspace, table, { columns, order: null, mapping }), about: [] };
}

/** Leave off a table or a calendar. What events are called is not kept: it may say why somebody is away. */
export const leave: ImportFormat = {
  help: 'leave off a table or a calendar file; --person NAME where the calendar is of one person',
  takes: 'one file',
  options: ['map', 'person'],
  read: (asked) => {
    const { workspace, mapping } = asked;
    const { name, text } = onlyFile(asked);
    const { file, about } = readFile(asked, name, text);
    const { rows, problems } = diffLeave(workspace, file, false);
    const count = rows.filter(({ sign }) => sign === 'new' || sign === 'changed' || sign === 'gone').length;
    const names = remembered(workspace, mapping, rememberable(file.unknown));
    return {
      command: leaveImportCommand(rows, names, {
        title: importTitle(count, 'leave', 'leaves'),
        source: name,
      }),
      problems: [...about, ...file.problems, ...problems],
      unknown: file.unknown.map(({ said }) => said).filter((said) => !mapping.has(said)),
    };
  },
};
