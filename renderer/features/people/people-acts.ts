import type { LocalDate } from '../../../shared/model/dates.ts';
import type { ShiftId } from '../../../shared/model/ids.ts';
import type { Person } from '../../../shared/model/person.ts';
import { dayWithYearText } from '../../../shared/words/date-text.ts';
import { counted } from '../../../shared/words/number-text.ts';
import { noTurnsText } from '../../../shared/words/people-text.ts';
import { act } from '../../state/act.ts';
import { today } from '../../state/clock.ts';
import { openWorkspace } from '../../state/workspace-store.ts';
import { rotationsInUse, saveCommand, type PersonForm } from './person-form.ts';

/** Saves a form, places in rotations included, as one step; null when it was made, else why not. */
export function savePerson(form: PersonForm, person: Person, isNew: boolean): string | null {
  const title = `${isNew ? 'Add' : 'Change'} ${person.name}`;
  const isIdle =
    isNew &&
    Object.values(form.turns).every((layers) => layers.length === 0) &&
    form.standsIn.length === 0 &&
    rotationsInUse(openWorkspace()).length > 0;
  return act(
    saveCommand(openWorkspace(), form, person, title),
    isNew
      ? `${person.name} is in the team.${isIdle ? ` ${noTurnsText(1)}` : ''}`
      : `${person.name} is changed.`,
    title,
  );
}

/** Archives somebody from a day on; false where they are still bound, which is told. */
export function archive(person: Person, leavesOn: LocalDate, archivedOn: LocalDate): boolean {
  const title = `Archive ${person.name}`;
  const command = { kind: 'save-person' as const, person: { ...person, leavesOn, archivedOn } };
  return act(command, `${person.name} is archived. What they worked stays.`, title) === null;
}

/** Keeps somebody out of all turns after a day that is still to come. */
export function saveLastDay(person: Person, leavesOn: LocalDate): boolean {
  const title = `Last day of ${person.name}: ${dayWithYearText(leavesOn)}`;
  const command = { kind: 'save-person' as const, person: { ...person, leavesOn } };
  return act(command, `${person.name} takes no turn after ${dayWithYearText(leavesOn)}.`, title) === null;
}

/** Takes an archiving back; the weeks between count as in the team, so they want leave. */
export function takeBack(person: Person): boolean {
  const title = `Take ${person.name} back into the team`;
  const command = { kind: 'save-person' as const, person: { ...person, leavesOn: null, archivedOn: null } };
  return (
    act(
      command,
      `${person.name} is in the team again. Enter leave for the weeks between, if they were away.`,
      title,
    ) === null
  );
}

/** Takes somebody off shifts that are still to come: they become gaps, for the planner or the hand to fill; covers go back. */
export function leaveOpen(person: Person, shifts: readonly ShiftId[]): void {
  const workspace = openWorkspace();
  const day = today(workspace.about.zone);
  const isCover = (shift: ShiftId): boolean => (workspace.shifts[shift]?.covers ?? null) !== null;
  const common = { accept: [], today: day, reason: '' };
  const assignments = shifts.filter((shift) => !isCover(shift)).map((shift) => ({ shift, person: null }));
  const remove = shifts.filter(isCover);
  const commands = [
    ...(assignments.length === 0 ? [] : [{ kind: 'assign-shifts' as const, assignments, ...common }]),
    ...(remove.length === 0 ? [] : [{ kind: 'cover-days' as const, covers: [], remove, ...common }]),
  ];
  const count = counted(shifts.length, 'shift');
  const title = `Leave ${count} of ${person.name} open`;
  act({ kind: 'together', title, commands }, `${person.name} is off ${count}.`, title);
}
