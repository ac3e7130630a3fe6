import type { TeamFairness } from '../../../shared/planner/judge.ts';
import { scoreText } from '../../../shared/words/points-text.ts';

export interface ScoreText {
  /** "86.4", or a dash. */
  readonly figure: string;
  /** What the figure may be taken for. */
  readonly meaning: string;
  /** Grey: not to be relied on yet. */
  readonly provisional: boolean;
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** Gaps and conflicts stand before the score and are never blended into it: "3 gaps, 1 conflict"; empty when there are none. */
export function openText({ gaps, conflicts }: Pick<TeamFairness, 'gaps' | 'conflicts'>): string {
  const parts = [gaps > 0 ? counted(gaps, 'gap', 'gaps') : '', conflicts > 0 ? counted(conflicts, 'conflict', 'conflicts') : ''];
  return parts.filter((part) => part !== '').join(', ');
}

/**
 * The team score and what it may be taken for. A full 100 is the fairest plan *known*: that no fairer one exists is not said
 * before it is proven.
 */
export function scoreWords(fairness: TeamFairness): ScoreText {
  const { score, held, slots, assessed, provisional } = fairness;
  const figure = scoreText(score);
  const open = openText(fairness);
  if (slots === 0) return { figure, meaning: 'No shifts in this quarter', provisional: true };
  if (held === 0) return { figure, meaning: 'Nobody is planned yet', provisional: true };
  if (!assessed) return { figure, meaning: 'Provisional: shares are being worked out', provisional: true };
  if (open !== '') return { figure, meaning: `Provisional: ${open}`, provisional: true };
  if (score === 100) return { figure, meaning: 'As fair as the fairest plan known', provisional };
  return { figure, meaning: 'of 100, the fairest plan known', provisional };
}

/** The change that a drag would make: "91 → 94"; just the score where nothing changes. */
export function changeText(before: TeamFairness, after: TeamFairness): string {
  const [from, to] = [scoreText(before.score), scoreText(after.score)];
  return from === to ? to : `${from} → ${to}`;
}
