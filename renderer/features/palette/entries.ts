import { addDays, dateOf, mondayOf } from '../../../shared/calendar/days.ts';
import type { LocalDate, QuarterId } from '../../../shared/model/dates.ts';
import type { PersonId, ShiftId } from '../../../shared/model/ids.ts';
import { recordsOf } from '../../../shared/model/tables.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { slotsOfQuarter, type Slot } from '../../../shared/rotation/expand.ts';
import { dateText, dayInNumbers, rangeText, turnText, weekText } from '../../../shared/words/date-text.ts';
import { dutyName, personName } from '../../../shared/words/names.ts';
import { actions, perform } from '../../state/actions.ts';
import { shownKeys } from '../../state/keys.ts';
import { showRunbook, showScreen, showShifts, type ScreenName } from '../../state/view-store.ts';
import type { Entry } from './find-entries.ts';

const plain = { also: '', aside: undefined, keys: undefined, disabledReason: undefined } as const;

/** Everything that can be done; what cannot be done now says why. */
export const actionEntries = (): readonly Entry[] =>
  actions
    .filter(({ id }) => id !== 'commands' && id !== 'find')
    .map((action) => {
      const answer = action.enabled();
      return {
        id: action.id,
        title: action.title,
        kind: action.group,
        also: '',
        aside: undefined,
        keys: shownKeys(action.keys),
        disabledReason: answer === true ? undefined : answer,
        run: () => perform(action.id),
      };
    });

/** Who and what there is in the plan, by name. */
export function recordEntries(workspace: Workspace, quarter: QuarterId): readonly Entry[] {
  const slots = slotsOfQuarter(workspace, quarter);
  const heldBy = new Map<PersonId, ShiftId[]>();
  for (const { id } of slots) {
    const person = workspace.shifts[id]?.person;
    if (person !== undefined) heldBy.set(person, [...(heldBy.get(person) ?? []), id]);
  }
  return [
    ...recordsOf(workspace, 'people')
      .filter(({ archivedOn }) => archivedOn === null)
      .map(({ id, name, email, aliases }) => ({
        ...plain,
        id,
        title: name,
        kind: 'Person',
        also: ['shifts', email ?? '', ...aliases].join(' '),
        run: () => showShifts(heldBy.get(id) ?? []),
      })),
    ...recordsOf(workspace, 'runbooks').map(({ id, title }) => ({
      ...plain,
      id,
      title,
      kind: 'Runbook',
      run: () => showRunbook(id),
    })),
    ...recordsOf(workspace, 'tasks')
      .filter(({ archivedOn }) => archivedOn === null)
      .map(({ id, code, name }) => onScreen(id, `${code} ${name}`, 'Task', 'tasks')),
    ...recordsOf(workspace, 'rotations')
      .filter(({ archivedOn }) => archivedOn === null)
      .map(({ id, name, code }) => onScreen(id, name, 'Rotation', 'rotations', code)),
    ...weekEntries(slots),
    ...slots.map((slot) => shiftEntry(workspace, slot)),
  ];
}

const onScreen = (id: string, title: string, kind: string, screen: ScreenName, also = ''): Entry => ({
  ...plain,
  id,
  title,
  kind,
  also,
  run: () => showScreen(screen),
});

/** The weeks of the quarter; one is found by its number and by any day of it. */
function weekEntries(slots: readonly Slot[]): readonly Entry[] {
  const byMonday = new Map<LocalDate, ShiftId[]>();
  for (const { id, start } of slots) {
    const monday = mondayOf(dateOf(start));
    byMonday.set(monday, [...(byMonday.get(monday) ?? []), id]);
  }
  return [...byMonday].map(([monday, shifts]) => ({
    ...plain,
    id: `week-${monday}`,
    title: `${weekText(monday)}, ${rangeText(monday, addDays(monday, 6))}`,
    kind: 'Week',
    also: Array.from({ length: 7 }, (_, day) => {
      const date = addDays(monday, day);
      return `${date} ${dateText(date)} ${dayInNumbers(date)}`;
    }).join(' '),
    run: () => showShifts(shifts),
  }));
}

function shiftEntry(workspace: Workspace, { id, rotation, start, end }: Slot): Entry {
  const holder = workspace.shifts[id]?.person ?? null;
  const name = holder === null ? 'gap' : personName(workspace, holder);
  const code = workspace.rotations[rotation]?.code ?? '';
  return {
    ...plain,
    id,
    title: `${dutyName(workspace, id)}, ${weekText(dateOf(start))} (${turnText(start, end)})`,
    kind: 'Shift',
    also: `${name} ${code}`,
    aside: name,
    run: () => showShifts([id]),
  };
}
