import { dateOf, previousQuarter, quarterRange } from '../calendar/days.ts';
import type { QuarterId } from '../model/dates.ts';
import type { Workspace } from '../model/workspace.ts';
import { quartersBehind } from './carry-in.ts';

/** Before the first quarter whose shifts count, its problem looks back five: the year before, and the turns that run on into that. */
const QUARTERS_LOOKED_BACK = 6;

const only = <Table extends object>(table: Table, passes: (record: Table[keyof Table]) => boolean): Table =>
  Object.fromEntries(
    Object.entries(table).filter(([, record]) => passes(record as Table[keyof Table])),
  ) as Table;

/**
 * The part of a workspace that planning and assessing a quarter rest on: no older shifts and leave than the carry and the memory
 * of holidays reach, and none of the tables that no rule asks. A worker is sent this, since copying ten years of a large team
 * holds the window up. No sound workspace of its own: what is left out may still be named.
 */
export function factsBehind(workspace: Workspace, quarter: QuarterId): Workspace {
  let oldest = quartersBehind(workspace, quarter)[0] ?? quarter;
  for (let back = 0; back < QUARTERS_LOOKED_BACK; back++) oldest = previousQuarter(oldest);
  const { from } = quarterRange(oldest);
  return {
    ...workspace,
    shifts: only(workspace.shifts, ({ start }) => dateOf(start) >= from),
    leave: only(workspace.leave, ({ to }) => to >= from),
    quarters: only(workspace.quarters, ({ id }) => id >= oldest),
    compTime: {},
    runbooks: {},
    runs: {},
    images: {},
    scenarios: {},
    connections: {},
    published: {},
  };
}
