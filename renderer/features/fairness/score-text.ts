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
  const parts = [
    gaps > 0 ? counted(gaps, 'gap', 'gaps') : '',
    conflicts > 0 ? counted(conflicts, 'conflict', 'conflicts') : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/**
 * The team score and what it may be taken for. A full 100 is the fairest plan *known*: that no fairer one exists is not said
 * before it is proven.
 *
 * @param failed why the attainable shares could not be worked out; null while they may still come
 */
export function scoreWords(fairness: TeamFairness, failed: string | null = null): ScoreText {
  const { score, held, slots, assessed, provisional } = fairness;
  const figure = scoreText(score);
  const open = openText(fairness);
  if (slots === 0) return { figure, meaning: 'No shifts in this quarter', provisional: true };
  if (held === 0) return { figure, meaning: 'Nobody is planned yet', provisional: true };
  // Against the plain target the score would jump as soon as the attainable shares are known: better none than a wrong one.
  if (!assessed) {
    const meaning =
      failed === null
        ? 'Working out what is attainable…'
        : `No score: the shares could not be worked out (${failed})`;
    return { figure: failed === null ? '…' : '–', meaning, provisional: true };
  }
  if (open !== '') return { figure, meaning: `Provisional: ${open}`, provisional: true };
  if (score === 100) return { figure, meaning: 'As fair as the fairest plan known', provisional };
  return { figure, meaning: 'of 100, the fairest plan known', provisional };
}

/** The change that a drag would make: "91 → 94"; just the score where nothing changes. */
export function changeText(before: TeamFairness, after: TeamFairness): string {
  const [from, to] = [scoreWords(before).figure, scoreWords(after).figure];
  return from === to ? to : `${from} → ${to}`;
}
