import { loadExcess, scores } from '../../../shared/fairness/score.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { fairnessFrom } from '../../../shared/planner/fairness-of.ts';
import { judge, type PersonFairness } from '../../../shared/planner/judge.ts';
import { cardLines } from '../../../shared/words/card-text.ts';
import { exactPointsText, hundredthsText, scoreText } from '../../../shared/words/points-text.ts';
import { exampleQuarter, shareExample, splitExample, type splits } from './example.ts';

/** Rows as Markdown; the first column holds words, all others figures. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const ruler = head.map((_, column) => (column === 0 ? ':--' : '--:'));
  return [head, ruler, ...rows].map(line).join('\n');
}

function cardsOf(workspace: Workspace): readonly (PersonFairness & { readonly name: string })[] {
  const { people } = judge(workspace, exampleQuarter, null);
  return people
    .map((card) => ({ ...card, name: workspace.people[card.person]?.name ?? '' }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

const sumLines = ['equal', 'carry', 'tasks', 'share'] as const;

/** How the shares of the example come about, everybody in a row, as the cards of the Fairness screen have them. */
export function shareTable(): string {
  const rows = cardsOf(shareExample()).map((card) => {
    const lines = cardLines(card);
    return [card.name, ...sumLines.map((id) => lines.find((line) => line.id === id)?.amount ?? '')];
  });
  return table(['Person', 'Equal share', 'Carried in', 'Tasks', 'Share'], rows);
}

/** One card of the example, line by line with its reasons. */
export function cardTable(name: string): string {
  const card = cardsOf(shareExample()).find((one) => one.name === name);
  if (card === undefined) throw new Error(`nobody in the example of the help is called ${name}`);
  const rows = cardLines(card).map((line) => [line.name, line.reason, line.amount]);
  return [
    '| Line | Why | Points |',
    '| :-- | :-- | --: |',
    ...rows.map((cells) => `| ${cells.join(' | ')} |`),
  ].join('\n');
}

/** What the most even split of the example leaves: nobody is told off for it. */
const unavoidable = fairnessFrom(cardsOf(splitExample('even')), 0, 0).allowance;

export interface SplitScores {
  readonly team: number;
  readonly people: readonly number[];
}

/** The scores of a split, with what even the fairest one leaves allowed for. */
export function scoresOf(split: keyof typeof splits): SplitScores {
  const { team, people } = scores(cardsOf(splitExample(split)), unavoidable);
  return { team: team ?? 0, people };
}

/** Turns, points, how far off and what it costs, of a split of thirteen turns among four. */
export function splitTable(split: keyof typeof splits): string {
  const cards = cardsOf(splitExample(split));
  const { people } = scoresOf(split);
  const rows = cards.map((card, place) => [
    card.name,
    String(card.shifts.length),
    exactPointsText(card.load),
    card.difference > 0 ? `+${exactPointsText(card.difference)}` : exactPointsText(card.difference),
    exactPointsText(Math.max(0, loadExcess(card) - unavoidable.load)),
    scoreText(people[place] ?? null),
  ]);
  return table(['Person', 'Turns', 'Points', 'Off share', 'Counts', 'Score'], rows);
}

/** The band, the unavoidable rest and the share of the examples of splits, in points. */
export function splitTerms(): {
  readonly share: string;
  readonly band: string;
  readonly unavoidable: string;
} {
  const [first] = cardsOf(splitExample('even'));
  return {
    share: hundredthsText(Math.round((first?.target ?? 0) * 25)),
    band: exactPointsText(first?.band ?? 0),
    unavoidable: exactPointsText(unavoidable.load),
  };
}
