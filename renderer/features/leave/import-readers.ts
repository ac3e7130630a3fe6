import type { Differ } from './use-leave-diff.ts';
import type { LeaveSource } from './use-leave-file.ts';

const loadCalendar = () => import('../../../shared/exchange/leave-ics.ts');
const loadTable = async () => {
  const [table, leave] = await Promise.all([
    import('../../../shared/exchange/table-file.ts'),
    import('../../../shared/exchange/leave-csv.ts'),
  ]);
  return { ...table, ...leave };
};

export type CalendarReader = Awaited<ReturnType<typeof loadCalendar>>;
export type TableReader = Awaited<ReturnType<typeof loadTable>>;

export type Readers = Differ & ({ readonly calendar: CalendarReader } | { readonly table: TableReader });

/** The readers, fetched when the first file of their kind comes: calendars and tables each bring a library. */
export async function loadReaders(kind: LeaveSource['kind']): Promise<Readers> {
  const [differ, reader] = await Promise.all([
    import('../../../shared/exchange/leave-diff.ts'),
    kind === 'calendar'
      ? loadCalendar().then((calendar) => ({ calendar }))
      : loadTable().then((table) => ({ table })),
  ]);
  return { ...differ, ...reader };
}
