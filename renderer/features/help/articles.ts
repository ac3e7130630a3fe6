import type { ArticleId } from '../../state/help-store.ts';
import { gestures, gridKeys, keysEverywhere, type KeyLines } from '../../state/key-lists.ts';
import { shownKeys } from '../../state/keys.ts';
import { glossaryText } from '../../../shared/words/glossary.ts';
import byHand from './articles/by-hand.md?raw';
import exchange from './articles/exchange.md?raw';
import fairness from './articles/fairness.md?raw';
import files from './articles/files.md?raw';
import firstSteps from './articles/first-steps.md?raw';
import holidays from './articles/holidays.md?raw';
import keys from './articles/keys.md?raw';
import planning from './articles/planning.md?raw';
import privacy from './articles/privacy.md?raw';
import runbooks from './articles/runbooks.md?raw';
import team from './articles/team.md?raw';
import timeOff from './articles/time-off.md?raw';
import words from './articles/words.md?raw';
import { figures, withFigures } from './figures.ts';

/** The articles as they are written, in the order in which the help lists them. */
export const written: Readonly<Record<ArticleId, string>> = {
  'first-steps': firstSteps,
  fairness,
  planning,
  'by-hand': byHand,
  team,
  holidays,
  'time-off': timeOff,
  runbooks,
  exchange,
  files,
  privacy,
  keys,
  words,
};

export interface Article {
  readonly id: ArticleId;
  readonly title: string;
  /** Markdown without the title. */
  readonly body: string;
}

/** Keys as rows of a table; in Markdown a bar would end the cell. */
const keyTable = (lines: KeyLines): string =>
  [
    '| What | Keys |',
    '| :-- | --: |',
    ...lines.map(
      ([title, own]) =>
        `| ${title} | ${own.map((key) => `\`${(shownKeys([key]) ?? key).replace('|', '\\|')}\``).join(' ')} |`,
    ),
  ].join('\n');

let known: readonly Article[] | null = null;

/** All articles with their numbers; worked out when they are first asked for. */
export function articles(): readonly Article[] {
  known ??= withNumbers();
  return known;
}

function withNumbers(): readonly Article[] {
  const numbers = new Map([
    ...figures(),
    ['words', glossaryText()],
    ['keys: everywhere', keyTable(keysEverywhere())],
    ['keys: grid', keyTable(gridKeys)],
    ['keys: pointer', keyTable(gestures)],
  ]);
  return (Object.keys(written) as ArticleId[]).map((id) => {
    const text = withFigures(written[id], numbers);
    const end = text.indexOf('\n');
    return { id, title: text.slice(2, end), body: text.slice(end + 1).trim() };
  });
}
