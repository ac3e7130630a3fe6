import type { Handover, SplitOffers } from '../fairness/better-split.ts';
import type { TaskSplit } from '../fairness/split.ts';
import type { TaskId } from '../model/ids.ts';
import type { Workspace } from '../model/workspace.ts';
import type { OwnerRole } from '../runbooks/owners.ts';
import { personName } from './names.ts';
import { exactPointsWithUnit } from './points-text.ts';
import { counted } from './number-text.ts';

/** `P` and `S`, as they stand in a cell. */
export const roleLetter: Readonly<Record<OwnerRole, string>> = { primary: 'P', secondary: 'S' };

/** `3 roles`. */
export const rolesText = (count: number): string => counted(count, 'role', 'roles');

/** `A, Unit-level profit`. */
export function taskName(workspace: Pick<Workspace, 'tasks'>, task: TaskId): string {
  const record = workspace.tasks[task];
  return record === undefined ? task : `${record.code}, ${record.name}`;
}

/** How even the tasks are by number: "3/3/2/2: 10 roles over 4 people can be split no more evenly." */
export function countText({ counts, bestCounts, evenByCount, people }: TaskSplit): string {
  const roles = counts.reduce((sum, count) => sum + count, 0);
  if (roles === 0) return 'No task has an owner yet.';
  const present = people.filter(({ gone }) => !gone).length;
  const left = people.length - present;
  const team =
    `${rolesText(roles)} over ${counted(present, 'person', 'people')}` +
    (left === 0 ? '' : ` and ${left} who ${left === 1 ? 'has' : 'have'} left`);
  return evenByCount
    ? `${countsText(counts)}: ${team} can be split no more evenly.`
    : `${countsText(counts)}: ${team} could be split ${countsText(bestCounts.slice(0, Math.max(1, present)))}${left === 0 ? '' : ' among those who are here'}.`;
}

/** Counts, largest first: "3/3/2/2"; of a larger team how many have how many: "12 × 2, 17 × 1, 1 × 0". */
export function countsText(counts: readonly number[]): string {
  if (counts.length <= 8) return counts.join('/');
  return [...new Set(counts)]
    .map((count) => `${counts.filter((one) => one === count).length} × ${count}`)
    .join(', ');
}

const apartText = (spread: number): string =>
  spread < 1e-6
    ? 'All carry their fair weight'
    : `Heaviest and lightest are ${exactPointsWithUnit(spread)} a week apart`;

/** How even they are by weight, which is another matter: a primary owner's part weighs twice a secondary's. */
export function weightText({ now, offers, exact }: SplitOffers): string {
  const roles = now.counts.reduce((sum, count) => sum + count, 0);
  if (roles === 0) return '';
  const best = offers.at(-1);
  if (best === undefined)
    return now.weightSpread < 1e-6
      ? `${apartText(0)}.`
      : `${apartText(now.weightSpread)}; ${exact ? 'no other owners bring' : 'no handover found brings'} them closer.`;
  const closer = best.after.weightSpread < 1e-6 ? 'nothing' : exactPointsWithUnit(best.after.weightSpread);
  return `${apartText(now.weightSpread)}; ${counted(best.handovers.length, 'handover', 'handovers')} would bring that to ${closer}.`;
}

/** What a handover is called in a list: "A primary: Engineer 1 → Engineer 4". */
export function handoverText(workspace: Workspace, { task, role, from, to }: Handover): string {
  const code = workspace.tasks[task]?.code ?? task;
  return `${code} ${role}: ${personName(workspace, from)} → ${personName(workspace, to)}`;
}

/** What the best offer is: whether nothing is more even, or only nothing that was found. */
export const offersClaim = ({ exact }: Pick<SplitOffers, 'exact'>): string =>
  exact
    ? 'The last is the most even split there is.'
    : 'The last is the most even split found; there are too many to try all.';

/** The step in History: "Hand over A primary to Engineer 4", "Hand over 3 roles". */
export function handoversTitle(workspace: Workspace, handovers: readonly Handover[]): string {
  const [one] = handovers;
  if (one === undefined) return 'Hand over nothing';
  if (handovers.length > 1) return `Hand over ${rolesText(handovers.length)} of tasks`;
  const code = workspace.tasks[one.task]?.code ?? one.task;
  return one.to === null
    ? `${personName(workspace, one.from)} gives up ${code} ${one.role}`
    : `${personName(workspace, one.to)} takes ${code} ${one.role}`;
}
