import loadHighs from 'highs';
import { expect, test } from 'vitest';
import { kept } from '../../../../electron/storage/backups.ts';
import { exampleQuarter, shareExample, splitExample } from '../../../../renderer/features/help/example.ts';
import { elsewhere, figures, withFigures } from '../../../../renderer/features/help/figures.ts';
import { written } from '../../../../renderer/features/help/articles.ts';
import { scoresOf, splitTerms } from '../../../../renderer/features/help/worked.ts';
import { mostBytes } from '../../../../shared/exchange/decode.ts';
import { mostRows } from '../../../../shared/exchange/table-file.ts';
import { integrityFindings } from '../../../../shared/model/integrity.ts';
import { assess, findShares } from '../../../../shared/planner/assess.ts';
import { judge } from '../../../../shared/planner/judge.ts';
import { solverOver } from '../../../../shared/planner/solver.ts';
import { scoreText } from '../../../../shared/words/points-text.ts';

const numbers = figures();
/** Filled in elsewhere, by lists that are not figures. */
const lists = ['words', 'keys: everywhere', 'keys: grid', 'keys: pointer'];
const namesIn = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{([^{}]+)\}\}/g)].map(([, name = '']) => name);

test.each(Object.entries(written))('every number of “%s” is worked out, none is written down', (_, text) => {
  for (const name of namesIn(text)) expect([...numbers.keys(), ...lists]).toContain(name);
  const own = text
    .replace(/\{\{[^{}]+\}\}/g, '')
    .replace(/^\d+\. /gm, '') // the steps of a list
    .replace(/`F\d+`/g, '') // keys
    .replace(/[*_]w5 profit[*_]/, '');
  expect(own).not.toMatch(/\d/);
});

test('every figure that is worked out stands in an article', () => {
  const used = new Set(Object.values(written).flatMap(namesIn));
  expect([...numbers.keys()].filter((name) => !used.has(name))).toEqual([]);
});

test('a name without a figure stays to be seen', () => {
  expect(withFigures('{{weekday}} and {{nothing}}', numbers)).toBe('1 point and {{nothing}}');
});

test('what the help says of copies and imports is what decides', () => {
  const { hourly, daily, beforeLargeSteps, bytes, rows } = elsewhere;
  expect({ hourly, daily }).toEqual({ hourly: kept.hourly, daily: kept.daily });
  for (const kind of ['before-upgrade', 'before-import', 'before-restore'] as const)
    expect(kept[kind]).toBe(beforeLargeSteps);
  expect({ bytes, rows }).toEqual({ bytes: mostBytes, rows: mostRows });
});

test('the examples are workspaces that the app would open', () => {
  for (const workspace of [
    shareExample(),
    splitExample('even'),
    splitExample('uneven'),
    splitExample('idle'),
  ])
    expect(integrityFindings(workspace)).toEqual([]);
});

test('the scores in the help are those that the app gives the same plans, by the solver’s shares and searches', async () => {
  const solver = solverOver(await loadHighs());
  const assessment = await assess(splitExample('even'), exampleQuarter, solver);
  expect(splitTerms().unavoidable).toBe(String(assessment.allowance.load / 4));
  for (const split of ['even', 'uneven', 'idle'] as const) {
    const { score, people } = judge(splitExample(split), exampleQuarter, assessment);
    expect(scoresOf(split).team, split).toBeCloseTo(score ?? -1, 9);
    const given = people.map((card) => scoreText(card.score));
    expect([...scoresOf(split).people].map(scoreText), split).toEqual(given);
  }
});

test('the shares in the help are attainable: the solver finds the same, to a quarter-point', async () => {
  const solver = solverOver(await loadHighs());
  const { structural } = await findShares(shareExample(), exampleQuarter, solver);
  for (const missing of Object.values(structural)) expect(Math.abs(missing)).toBeLessThanOrEqual(1);
});
