import type { CompTimeEntry } from '../comp-time.ts';
import type { Policy } from '../policy.ts';
import { recordOf, recordsOf } from '../tables.ts';
import type { Workspace } from '../workspace.ts';
import type { Report } from './report.ts';

export function checkCompTime(workspace: Workspace, entry: CompTimeEntry, report: Report): void {
  const { source } = entry;
  report.needs('people', entry.person, 'person');
  report.needs('policies', entry.policy, 'policy');
  report.needs('holidays', source.holiday, 'source.holiday');
  report.needs('incidents', source.incident, 'source.incident');
  // A booked day that was taken back again may go; the two lines about it stay.
  if (stands(workspace, entry)) report.needs('leave', source.leave, 'source.leave');
  // A shift may be replanned after the entry was written; the entry stays, so its shift need not be there.
  report.unless(hasRightSign(entry), 'minutes', 'earned time is above zero, taken and expired time below');
  report.unless(
    (entry.kind === 'reverse') === (entry.reverses !== null),
    'reverses',
    'a reversal, and nothing else, names the line it reverses',
  );
  report.needs('compTime', entry.reverses, 'reverses');
  const original = entry.reverses === null ? undefined : recordOf(workspace, 'compTime', entry.reverses);
  if (original !== undefined) {
    report.unless(original.kind !== 'reverse', 'reverses', 'a reversal cannot be reversed');
    report.unless(original.person === entry.person, 'person', 'the line reversed is of somebody else');
    report.unless(original.date <= entry.date, 'date', 'the reversal is before the line it reverses');
    report.unless(original.minutes === -entry.minutes, 'minutes', 'a reversal takes back the whole line');
    report.apart(entry, 'reverses', (row) => row.reverses);
  }
  if (entry.kind === 'earn') checkEarnedOnce(workspace, entry, report);
}

const stands = (workspace: Workspace, { id, kind }: CompTimeEntry): boolean =>
  kind !== 'reverse' && !reversedLines(workspace).has(id);

const reversals = new WeakMap<object, ReadonlySet<string | null>>();

/** The lines that a reversal took back; kept with the ledger, which only grows. */
function reversedLines(workspace: Workspace): ReadonlySet<string | null> {
  let ids = reversals.get(workspace.compTime);
  if (ids === undefined) {
    ids = new Set(recordsOf(workspace, 'compTime').map(({ reverses }) => reverses));
    reversals.set(workspace.compTime, ids);
  }
  return ids;
}

function hasRightSign({ kind, minutes }: CompTimeEntry): boolean {
  if (kind === 'earn') return minutes > 0;
  if (kind === 'take' || kind === 'expire') return minutes < 0;
  return minutes !== 0;
}

/** One earning per person, shift and holiday, unless the earlier one was reversed. */
function checkEarnedOnce(workspace: Workspace, entry: CompTimeEntry, report: Report): void {
  const reversed = reversedLines(workspace);
  report.apart(entry, 'source', (row) => {
    const { shift, holiday } = row.source;
    if (row.kind !== 'earn' || shift === null || holiday === null || reversed.has(row.id)) return null;
    return `${row.person} ${shift} ${holiday}`;
  });
}

export function checkPolicy(workspace: Workspace, policy: Policy, report: Report): void {
  report.apart(policy, 'version', (row) => String(row.version));
  const disorder = recordsOf(workspace, 'policies').find(
    (other) => other.version < policy.version && other.from > policy.from,
  );
  report.unless(
    disorder === undefined,
    'from',
    `version ${disorder?.version ?? ''} begins later, on ${disorder?.from ?? ''}`,
  );
}
