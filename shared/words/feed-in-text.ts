import { dateOf } from '../calendar/days.ts';
import type { FeedShifts } from '../exchange/feed-shifts.ts';
import type { HeldTurns } from '../exchange/held-turns.ts';
import type { ImportProblem } from '../exchange/import-report.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Slot } from '../rotation/expand.ts';
import { turnText, weekText } from './date-text.ts';
import { calendarLines } from './leave-import-text.ts';
import { personName } from './names.ts';

/** `W5 (1–7 Feb)`. */
export const turnName = ({ start, end }: Pick<Slot, 'start' | 'end'>): string =>
  `${weekText(dateOf(start))} (${turnText(start, end)})`;

const MOST_NAMED = 5;

/** More turns that several share are told together: then the hand-offs differ, and each says the same. */
const MOST_SHARED = 3;

function turnsText(slots: readonly Slot[]): string {
  const named = slots.slice(0, MOST_NAMED).map(turnName).join(', ');
  const more = slots.length - MOST_NAMED;
  return more > 0 ? `${named} and ${more} more` : named;
}

const whole = { row: null, column: null };

/** What of a file's turns is not taken as it stands there; `duty` comes before each where a file holds several. */
export function heldProblems(
  workspace: Workspace,
  { turns, open, partly, gone }: HeldTurns,
  duty = '',
): readonly ImportProblem[] {
  const of = duty === '' ? '' : `${duty}, `;
  const shared = turns.filter(({ others }) => others.length > 0);
  const some = (
    severity: ImportProblem['severity'],
    slots: readonly Slot[],
    what: string,
  ): readonly ImportProblem[] =>
    slots.length === 0
      ? []
      : [{ ...whole, severity, what: `${duty === '' ? '' : `${duty}. `}${what}: ${turnsText(slots)}.` }];
  return [
    ...(shared.length > MOST_SHARED
      ? some(
          'loss',
          shared.map(({ slot }) => slot),
          `In ${shared.length} turns somebody else serves part of it in the file, as where hand-offs lie at other times. Whoever serves most holds the turn; give single days as covers`,
        )
      : shared.map(({ slot, wanted, others }) => ({
          ...whole,
          what: `${of}${turnName(slot)}: ${others.map((person) => personName(workspace, person)).join(', ')} serves part of it in the file. ${personName(workspace, wanted)}, who serves most, holds the turn; give single days as covers.`,
          severity: 'loss' as const,
        }))),
    ...[...new Set(gone.map(({ person }) => person))].flatMap((person) =>
      some(
        'loss',
        gone.filter((one) => one.person === person).map(({ slot }) => slot),
        `${personName(workspace, person)} has left the team by then, and these turns are left as they are`,
      ),
    ),
    ...some(
      'warning',
      partly,
      'Not served from end to end in the file, and left as it is where nobody serves half of it',
    ),
    ...some('warning', open, 'Served by nobody known in the file, and left as it is here'),
  ];
}

/** Everything that the lead should know before a feed is taken over: problems of the file, and what of it is not taken. */
export function feedProblems(workspace: Workspace, feed: FeedShifts): readonly ImportProblem[] {
  const { calendar, unknown } = feed;
  return [
    // One event that cannot be read does not keep the others out; a file that was cut off does.
    ...calendarLines(calendar),
    ...[...unknown].map(([said, count]) => ({
      ...whole,
      what: `${said}: nobody here is known by that. ${count === 1 ? 'Its event is' : `Its ${count} events are`} left out until you say who it is.`,
      severity: 'loss' as const,
    })),
    ...heldProblems(workspace, feed),
  ];
}
