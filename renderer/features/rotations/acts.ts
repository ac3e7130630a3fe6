import type { SimpleCommand, Command } from '../../../shared/editing/command.ts';
import { dateOf } from '../../../shared/calendar/days.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { RotationId } from '../../../shared/model/ids.ts';
import type { Rotation } from '../../../shared/model/rotation.ts';
import type { Shift } from '../../../shared/model/shift.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { refusalText } from '../../../shared/words/refusal-text.ts';
import { endedText } from '../../../shared/words/rotation-text.ts';
import { stepTitle } from '../../../shared/words/step-title.ts';
import { announce } from '../../state/announce.ts';
import { today } from '../../state/clock.ts';
import { runCommand } from '../../state/run-command.ts';
import { showToast } from '../../state/toast-store.ts';
import { openWorkspace } from '../../state/workspace-store.ts';

/** Makes an edit and says so, with Undo. Returns why it was refused, as a sentence; null where it was made. */
export function make(command: Command, said: string): string | null {
  const workspace = openWorkspace();
  const made = runCommand(command, stepTitle(command, workspace));
  if (!made.ok) return refusalText(made.reason, workspace);
  showToast({ text: said, undo: true });
  announce(said);
  return null;
}

/** Like `make`, for what is pressed without a form around it: a refusal is shown where it happens. */
export function makeOrSay(command: Command, said: string): void {
  const refusal = make(command, said);
  if (refusal !== null) showToast({ text: refusal, tone: 'error' });
}

/** Held turns of a rotation that begin on or after a day: those that ending it takes out. */
export const turnsFrom = (workspace: Workspace, rotation: RotationId, on: LocalDate): readonly Shift[] =>
  Object.values(workspace.shifts).filter(
    (shift) => shift.rotation === rotation && shift.covers === null && dateOf(shift.start) >= on,
  );

/**
 * Ends a rotation: no turn begins on or after the day. Planned turns from then on are taken out, with the covers of single days in
 * them; what has begun stays.
 */
export function endRotation(rotation: Rotation, on: LocalDate): string | null {
  const workspace = openWorkspace();
  const turns = turnsFrom(workspace, rotation.id, on);
  const ids = new Set(turns.map(({ id }) => id));
  const covers = Object.values(workspace.shifts).filter(
    (shift) => shift.covers !== null && ids.has(shift.covers),
  );
  const day = today(workspace.about.zone);
  const commands: readonly SimpleCommand[] = [
    ...(covers.length === 0
      ? []
      : [
          {
            kind: 'cover-days',
            covers: [],
            remove: covers.map(({ id }) => id),
            accept: [],
            today: day,
            reason: '',
          } as const,
        ]),
    ...(turns.length === 0
      ? []
      : [
          {
            kind: 'assign-shifts',
            assignments: turns.map(({ id }) => ({ shift: id, person: null })),
            accept: [],
            today: day,
            reason: '',
          } as const,
        ]),
    { kind: 'save-rotation', rotation: { ...rotation, endsOn: on } },
  ];
  return make(
    { kind: 'together', title: `End rotation ${rotation.name}`, commands },
    endedText(rotation.name, on),
  );
}

/** Archives what has ended: it leaves the lists, and its name is free again. History stays. */
export const archiveRotation = (rotation: Rotation, on: LocalDate): void =>
  makeOrSay(
    { kind: 'save-rotation', rotation: { ...rotation, archivedOn: on } },
    `${rotation.name} is archived.`,
  );

/** Lets a rotation go on that was ended or archived: its turns come back, open. */
export const goOn = (rotation: Rotation): void =>
  makeOrSay(
    { kind: 'save-rotation', rotation: { ...rotation, endsOn: null, archivedOn: null } },
    `${rotation.name} goes on. Plan the quarter to fill its turns.`,
  );

/** Changes places of two rotations in every list. */
export function changePlaces(one: Rotation, other: Rotation): void {
  const [first, second] = [one.position, other.position];
  // Places may be the same, as in a file that was merged: then the one below moves past the one above.
  const apart = first === second ? second + 1 : second;
  makeOrSay(
    {
      kind: 'together',
      title: `Move rotation ${one.name}`,
      commands: [
        { kind: 'save-rotation', rotation: { ...one, position: apart } },
        { kind: 'save-rotation', rotation: { ...other, position: first } },
      ],
    },
    `${one.name} is moved.`,
  );
}
