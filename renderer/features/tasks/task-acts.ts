import {
  handoverCommand,
  handoversBetween,
  nextRole,
  ownersAt,
  withRole,
  type Owners,
} from '../../../shared/editing/task-owners.ts';
import type { Handover } from '../../../shared/fairness/better-split.ts';
import { isMemberOn } from '../../../shared/fairness/task-duties.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { PersonId, TaskId } from '../../../shared/model/ids.ts';
import type { OwnerRole } from '../../../shared/runbooks/owners.ts';
import { handedOverText, handOverRefusalText } from '../../../shared/words/task-owners-text.ts';
import { handoversTitle } from '../../../shared/words/task-text.ts';
import { act } from '../../state/act.ts';
import { announce } from '../../state/announce.ts';
import { showToast } from '../../state/toast-store.ts';
import { openWorkspace } from '../../state/workspace-store.ts';

/** Makes handovers from a day on, as one step. False where they were refused, which is told. */
export function makeHandovers(day: LocalDate, handovers: readonly Handover[]): boolean {
  const workspace = openWorkspace();
  const title = handoversTitle(workspace, handovers);
  const command = handoverCommand(workspace, day, handovers, title);
  if (command === null) return false;
  return act(command, handedOverText(workspace, handovers, day), title) === null;
}

/** Whether somebody can be given a role then; says why not. */
function canOwn(day: LocalDate, person: PersonId): boolean {
  const workspace = openWorkspace();
  const record = workspace.people[person];
  if (record !== undefined && isMemberOn(record, day)) return true;
  const text = handOverRefusalText(workspace, { kind: 'not-in-team', person });
  showToast({ text, tone: 'warning' });
  announce(text, 'assertive');
  return false;
}

/** Gives a role in a cell to its person, or takes theirs (null). */
export function setRole(day: LocalDate, task: TaskId, person: PersonId, role: OwnerRole | null): void {
  const record = openWorkspace().tasks[task];
  if (record === undefined || (role !== null && !canOwn(day, person))) return;
  const before = ownersAt(record, day);
  const handovers = handoversBetween(task, before, withRole(before, person, role));
  if (handovers.length > 0) makeHandovers(day, handovers);
}

/** The owners of a cell before its first click: further clicks start from there, or each would push somebody else out. */
interface Round {
  readonly day: LocalDate;
  readonly task: TaskId;
  readonly person: PersonId;
  readonly base: Owners;
  readonly made: Owners;
}

let round: Round | null = null;
const same = (one: Owners, other: Owners): boolean =>
  one.primary === other.primary && one.secondary === other.secondary;

/** What the next click on a cell makes of its task: nothing, P, S in turn, and with the third what it was. */
export function cycleRole(day: LocalDate, task: TaskId, person: PersonId): void {
  const record = openWorkspace().tasks[task];
  if (record === undefined) return;
  const now = ownersAt(record, day);
  const goesOn =
    round?.task === task && round.person === person && round.day === day && same(round.made, now);
  const base = goesOn && round !== null ? round.base : now;
  const role = nextRole(now, person);
  if (role !== null && !canOwn(day, person)) return;
  const began = base.primary === person ? 'primary' : base.secondary === person ? 'secondary' : null;
  const made = role === began ? base : withRole(base, person, role);
  const handovers = handoversBetween(task, now, made);
  if (handovers.length > 0 && makeHandovers(day, handovers)) round = { day, task, person, base, made };
}
