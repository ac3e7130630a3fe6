import type { PersonId } from '../model/ids.ts';
import type { Workspace } from '../model/workspace.ts';
import { auditOf, type AuditFinding } from './import-audit.ts';
import type { FeedShifts, FeedTerms } from './feed-shifts.ts';
import type { PartTurns } from './outside-take.ts';
import { painted } from './override-bundle.ts';

const MINUTE = 60_000;

/** The audit of a calendar: its turns are as the tool worked them out, and its people those of the plan. */
export function auditOfFeed(
  workspace: Workspace,
  { served }: FeedShifts,
  { rotation, layer }: Pick<FeedTerms, 'rotation' | 'layer'>,
  name: string,
): readonly AuditFinding[] {
  const turns = painted(
    served
      .map(({ person, span }) => ({ start: span.start * MINUTE, end: span.end * MINUTE, user: person }))
      .toReversed(),
  );
  const [first, last] = [turns[0], turns.at(-1)];
  if (first === undefined || last === undefined) return [];
  const { zone } = rotation.handoff;
  const part: PartTurns = {
    part: { id: name, name, schedule: '', zone, lines: [], rendered: turns, overrides: [], swaps: [] },
    role: { rotation: rotation.id, layer },
    turns,
    from: first.start,
    until: last.end,
  };
  const people = new Map(served.map(({ person }): [string, PersonId] => [person, person]));
  return auditOf(workspace, { parts: [part] }, { people });
}
