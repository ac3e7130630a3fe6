import { addDays } from '../calendar/days.ts';
import type { DaysAim, HeldDays } from '../editing/aim-days.ts';
import type { Cover, CommandOf } from '../editing/command.ts';
import type { LocalDate } from '../model/dates.ts';
import { recordOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { daysServed, turnBehind } from '../planner/covers/days-served.ts';
import { dayWithWeekdayText, rangeText } from './date-text.ts';
import { personName, slotName } from './names.ts';
import { counted } from './number-text.ts';

/** `Wed 6 Jan`, `6–7 Jan`; the last day is not included. */
const daysText = (from: LocalDate, until: LocalDate): string => {
  const last = addDays(until, -1);
  return from === last ? dayWithWeekdayText(from) : rangeText(from, last);
};

const countText = (days: number): string => counted(days, 'day');

/** What single days in the hand are called. */
export function heldDaysText(workspace: Workspace, held: HeldDays): string {
  switch (held.kind) {
    case 'some':
      return `${daysText(held.from, held.until)} of ${slotName(workspace, held.shift)}`;
    case 'handoff':
      return `${held.edge === 'start' ? 'Start' : 'End'} of ${slotName(workspace, held.shift)}`;
    case 'holiday': {
      const holiday = recordOf(workspace, 'holidays', held.holiday);
      if (holiday === undefined) return 'Holiday';
      return `${holiday.name}, ${dayWithWeekdayText(holiday.observed ?? holiday.actual)}`;
    }
  }
}

/** Why days cannot go where they are held; empty where there is nothing to say. */
export function daysStuckText(workspace: Workspace, aimed: DaysAim): string {
  switch (aimed.kind) {
    case 'covers':
    case 'still':
      return '';
    case 'nobody-beside':
      return `Nobody holds the turn ${aimed.edge === 'start' ? 'before' : 'after'}: assign it first`;
    case 'same-person':
      return `${personName(workspace, aimed.person)} holds the turn beside it too`;
  }
}

/** One sentence of who takes or gives days. */
export interface DaysLine {
  readonly gives: boolean;
  readonly text: string;
}

function laidLines(workspace: Workspace, { shift, from, until, person }: Cover): readonly DaysLine[] {
  const turn = turnBehind(workspace, shift);
  const name = slotName(workspace, turn?.id ?? shift);
  const verb = turn?.person === person ? 'takes back' : 'covers';
  const givers = new Map<string, number>();
  for (const one of daysServed(workspace, shift)) {
    if (one.day < from || one.day >= until || one.person === person) continue;
    givers.set(personName(workspace, one.person), (givers.get(personName(workspace, one.person)) ?? 0) + 1);
  }
  return [
    { gives: false, text: `${personName(workspace, person)} ${verb} ${daysText(from, until)} of ${name}` },
    ...[...givers].map(([giver, days]) => ({
      gives: true,
      text: `${giver} gives up ${countText(days)} of ${name}`,
    })),
  ];
}

/**
 * Who takes and gives single days: "Bo covers Wed 6 Jan of Team primary W1", "Ann gives up 1 day of it".
 *
 * @param workspace the one before the edit
 */
export function daysLines(
  workspace: Workspace,
  { covers, remove }: Pick<CommandOf<'cover-days'>, 'covers' | 'remove'>,
): readonly DaysLine[] {
  const back = remove.flatMap((id): readonly DaysLine[] => {
    const turn = turnBehind(workspace, id);
    const days = daysServed(workspace, id).filter(({ cover }) => cover === id);
    const [first, last] = [days[0], days.at(-1)];
    if (turn === undefined || first === undefined || last === undefined) return [];
    const name = slotName(workspace, turn.id);
    return [
      {
        gives: false,
        text: `${personName(workspace, turn.person)} takes back ${daysText(first.day, addDays(last.day, 1))} of ${name}`,
      },
      {
        gives: true,
        text: `${personName(workspace, first.person)} gives up ${countText(days.length)} of ${name}`,
      },
    ];
  });
  return [...covers.flatMap((cover) => laidLines(workspace, cover)), ...back];
}
