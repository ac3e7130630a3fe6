import { dateOf } from '../calendar/days.ts';
import { intersection, overlaps, type Span, spanOf, without } from '../calendar/span.ts';
import type { LocalDate, ZoneName } from '../model/dates.ts';
import type { PersonId } from '../model/ids.ts';
import { recordOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Slot } from '../rotation/expand.ts';

/** Who serves when, in true time. */
export interface Served {
  readonly person: PersonId;
  readonly span: Span;
}

/** One turn, as it stands and as the file has it. */
export interface HeldTurn {
  readonly slot: Slot;
  readonly now: PersonId | null;
  readonly wanted: PersonId;
  /** Others who serve some of it in the file: it is not taken over. */
  readonly others: readonly PersonId[];
}

/** Turns of one layer as a file fills them. What is in none of the lists but `turns` stays as it is. */
export interface HeldTurns {
  readonly turns: readonly HeldTurn[];
  /** Turns that nobody known serves. */
  readonly open: readonly Slot[];
  /** Turns of which only some is served; taken where somebody serves half of them. */
  readonly partly: readonly Slot[];
  /** Turns of somebody who has left the team by then. */
  readonly gone: readonly { readonly slot: Slot; readonly person: PersonId }[];
}

/** Whether somebody has left by a day: archived, or past the last day in the team. */
export function hasLeft(workspace: Workspace, id: PersonId, on: LocalDate): boolean {
  const person = recordOf(workspace, 'people', id);
  if (person === undefined) return true;
  const { archivedOn, leavesOn } = person;
  return (archivedOn !== null && on >= archivedOn) || (leavesOn !== null && on > leavesOn);
}

/** How much of a turn each person serves, in minutes, those with most first. */
function shares(slot: Span, served: readonly Served[]): readonly (readonly [PersonId, number])[] {
  const minutes = new Map<PersonId, number>();
  for (const { person, span } of served) {
    const own = intersection(slot, span);
    if (own !== null) minutes.set(person, (minutes.get(person) ?? 0) + own.end - own.start);
  }
  return [...minutes].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
}

interface ServedSlot {
  readonly slot: Slot;
  readonly span: Span;
  readonly own: readonly Served[];
}

/** Each slot with whoever serves in it. Both are gone through in the order of their starts, so that none is looked at in vain. */
function servedSlots(
  slots: readonly Slot[],
  served: readonly Served[],
  zone: ZoneName,
): readonly ServedSlot[] {
  const spans = slots.map((slot) => ({ slot, span: spanOf(slot.start, slot.end, zone) }));
  const waiting = [...served].sort((one, other) => other.span.start - one.span.start);
  let running: Served[] = [];
  return spans
    .sort((one, other) => one.span.start - other.span.start)
    .map(({ slot, span }) => {
      running = running.filter((one) => one.span.end > span.start);
      for (let one = waiting.at(-1); one !== undefined && one.span.start < span.end; one = waiting.at(-1)) {
        running.push(one);
        waiting.pop();
      }
      return { slot, span, own: running.filter((one) => overlaps(one.span, span)) };
    });
}

/**
 * Whoever serves most of a turn holds it, by true time. Entries that cut turns differently, turns that nobody serves, and those of people
 * who have left are named and not taken.
 */
export function heldTurns(
  workspace: Workspace,
  slots: readonly Slot[],
  served: readonly Served[],
  zone: ZoneName,
): HeldTurns {
  const turns: HeldTurn[] = [];
  const open: Slot[] = [];
  const partly: Slot[] = [];
  const gone: HeldTurns['gone'][number][] = [];
  for (const { slot, span, own } of servedSlots(slots, served, zone)) {
    const [most, ...rest] = shares(span, own);
    if (most === undefined) {
      open.push(slot);
      continue;
    }
    const gaps = without(
      span,
      own.map((one) => one.span),
    );
    if (gaps.length > 0) partly.push(slot);
    // A feed whose hand-offs lie elsewhere reaches into the turns around it: a sliver says nothing of who holds a turn.
    if (most[1] * 2 < span.end - span.start) continue;
    if (hasLeft(workspace, most[0], dateOf(slot.start))) {
      gone.push({ slot, person: most[0] });
      continue;
    }
    const now = recordOf(workspace, 'shifts', slot.id)?.person ?? null;
    turns.push({ slot, now, wanted: most[0], others: rest.map(([person]) => person) });
  }
  return { turns, open, partly, gone };
}

/** The turns that the file would change. */
export const changedTurns = ({ turns }: Pick<HeldTurns, 'turns'>): readonly HeldTurn[] =>
  turns.filter(({ now, wanted }) => now !== wanted);
