import type { AgainstBest } from '../planner/against-best.ts';
import { shownScore } from '../fairness/score.ts';
import type { TeamFairness } from '../planner/judge.ts';
import { scoreText } from './points-text.ts';
import { counted } from './number-text.ts';

export interface ScoreText {
  /** "86.4", or a dash. */
  readonly figure: string;
  /** What the figure may be taken for. */
  readonly meaning: string;
  /** Grey: not to be relied on yet. */
  readonly provisional: boolean;
}

/** Gaps and conflicts stand before the score and are never blended into it: "3 gaps, 1 conflict"; empty when there are none. */
export function openText({ gaps, conflicts }: Pick<TeamFairness, 'gaps' | 'conflicts'>): string {
  const parts = [
    gaps > 0 ? counted(gaps, 'gap', 'gaps') : '',
    conflicts > 0 ? counted(conflicts, 'conflict', 'conflicts') : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/**
 * How a plan stands to the best one: "Best possible" only where a proof says so, "4 below the best known 97", "Fairer than
 * proposed, costs 2 wishes". The figures are those shown, so that they add up on the screen.
 */
export function againstBestText(
  score: number,
  { kind, proven, score: best, breaches, wishes }: AgainstBest,
): string {
  const name = proven ? 'best possible' : 'best known';
  if (kind === 'best') return proven ? 'Best possible' : 'Best known';
  if (kind === 'breaches')
    return `As fair as the ${name}, with ${counted(breaches, 'more breach', 'more breaches')} of rest`;
  if (kind === 'fairer') return `Fairer than proposed, costs ${counted(wishes, 'wish', 'wishes')}`;
  return `${scoreText(shownScore(best) - shownScore(score))} below the ${name} ${scoreText(best)}`;
}

/**
 * The team score and what it may be taken for.
 *
 * @param failed why the attainable shares could not be worked out; null while they may still come
 */
export function scoreWords(fairness: TeamFairness, failed: string | null = null): ScoreText {
  const { score, held, slots, assessed, provisional, best } = fairness;
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
  if (score === null || best === null) return { figure, meaning: 'of 100', provisional };
  return { figure, meaning: againstBestText(score, best), provisional };
}

/** What 100 and the best plan mean here, in a sentence; empty where there is no score. */
export function scoreMeaning({ score, best }: Pick<TeamFairness, 'score' | 'best'>): string {
  if (score === null || best === null) return '';
  const hundred = '100 is as fair as the fairest plan known under these skills, leave and rest.';
  if (best.score >= 100) return hundred;
  return `${hundred} The best plan stands at ${scoreText(best.score)}: the rest is what its wishes and named holidays are worth under the policy.`;
}

/** The change that a drag would make: "91 → 94"; just the score where nothing changes. */
export function changeText(before: TeamFairness, after: TeamFairness): string {
  const [from, to] = [scoreWords(before).figure, scoreWords(after).figure];
  return from === to ? to : `${from} → ${to}`;
}
