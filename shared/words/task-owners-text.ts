import type { HandOverRefusal } from '../editing/task-owners.ts';
import type { Handover } from '../fairness/better-split.ts';
import type { TaskPart, TaskSplit } from '../fairness/split.ts';
import { roleWeight } from '../fairness/task-duties.ts';
import type { LocalDate } from '../model/dates.ts';
import type { Workspace } from '../model/workspace.ts';
import { dayWithYearText } from './date-text.ts';
import { personName } from './names.ts';
import { exactPointsText, exactPointsWithUnit } from './points-text.ts';
import { rolesText, taskName } from './task-text.ts';

/** Why a role cannot be dropped there, as a sentence. */
export function handOverRefusalText(workspace: Workspace, refusal: HandOverRefusal): string {
  switch (refusal.kind) {
    case 'no-change':
      return 'No change: the role is theirs already.';
    case 'both-roles':
      return `${personName(workspace, refusal.person)} would own both roles of ${taskName(workspace, refusal.task)}: a task needs two people.`;
    case 'not-in-team':
      return `${personName(workspace, refusal.person)} is not in the team on that day.`;
    case 'nothing-there':
      return 'There is no role to exchange with here: drop it in its own row to give it, or on a role to exchange the two.';
  }
}

/** One effect of a handover, with its weight. */
export interface HandOverLine {
  readonly kind: 'takes' | 'open' | 'figure';
  readonly text: string;
  readonly trend?: 'better' | 'worse' | undefined;
}

function takesLine(workspace: Workspace, { task, role, to }: Handover): HandOverLine {
  const record = workspace.tasks[task];
  const what = `${record?.code ?? task} ${role}`;
  const weight = record === undefined ? 0 : roleWeight(record, role);
  return to === null
    ? { kind: 'open', text: `${what} stays open` }
    : {
        kind: 'takes',
        text: `${personName(workspace, to)} takes ${what} (${exactPointsWithUnit(weight)} a week)`,
      };
}

/** A figure and what it becomes, with its unit: `3 → 2 roles`, and `3 roles` where it stays. */
const becomes = (
  before: number,
  after: number,
  text: (figure: number) => string,
  plain: (figure: number) => string,
): string => (Math.abs(before - after) < 1e-6 ? text(after) : `${plain(before)} → ${text(after)}`);

const aWeek = (q: number): string => `${exactPointsWithUnit(q)} a week`;

function partLine(workspace: Workspace, before: TaskPart, after: TaskPart): HandOverLine {
  const counts = becomes(before.count, after.count, rolesText, String);
  const weights = becomes(before.weight, after.weight, aWeek, exactPointsText);
  const off = (part: TaskPart): number => Math.abs(part.weight - part.fairWeight);
  const trend =
    off(after) < off(before) - 1e-6 ? 'better' : off(after) > off(before) + 1e-6 ? 'worse' : undefined;
  return { kind: 'figure', text: `${personName(workspace, after.person)}: ${counts}, ${weights}`, trend };
}

/** What handovers do, everybody affected first: who takes what, what everybody then has, and how far apart the team is. */
export function handOverLines(
  workspace: Workspace,
  handovers: readonly Handover[],
  before: TaskSplit,
  after: TaskSplit,
): readonly HandOverLine[] {
  const touched = new Set(handovers.flatMap(({ from, to }) => [from, to]));
  const parts = after.people.flatMap((part): readonly HandOverLine[] => {
    const was = before.people.find(({ person }) => person === part.person);
    return touched.has(part.person) && was !== undefined ? [partLine(workspace, was, part)] : [];
  });
  const closer = before.weightSpread - after.weightSpread;
  const apart: HandOverLine = {
    kind: 'figure',
    text: `Apart ${becomes(before.weightSpread, after.weightSpread, aWeek, exactPointsText)}`,
    trend: Math.abs(closer) < 1e-6 ? undefined : closer > 0 ? 'better' : 'worse',
  };
  return [...handovers.map((one) => takesLine(workspace, one)), ...parts, apart];
}

/** What was done, for the toast: "Engineer 4 takes A primary from Fri 1 Jan 2027." */
export function handedOverText(workspace: Workspace, handovers: readonly Handover[], day: LocalDate): string {
  const from = `from ${dayWithYearText(day)}`;
  const texts = handovers.map(({ task, role, from: before, to }) => {
    const what = `${workspace.tasks[task]?.code ?? task} ${role}`;
    return to === null
      ? `${personName(workspace, before)} gives up ${what}`
      : `${personName(workspace, to)} takes ${what}`;
  });
  const [first, second] = texts;
  if (texts.length > 2) return `${rolesText(texts.length)} change hands ${from}.`;
  return second === undefined
    ? `${first ?? 'Nothing changes'} ${from}.`
    : `${first ?? ''} and ${second}, ${from}.`;
}
