import { expect, test } from 'vitest';
import { changeText, openText, scoreMeaning, scoreWords } from '../../../shared/words/score-text.ts';
import type { AgainstBest } from '../../../shared/planner/against-best.ts';
import type { TeamFairness } from '../../../shared/planner/judge.ts';

const known: AgainstBest = {
  kind: 'best',
  proven: false,
  score: 97.36,
  breaches: 0,
  wishes: 0,
  cost: {
    total: 0,
    rest: 0,
    load: 0,
    holidays: 0,
    sameHoliday: 0,
    wishes: 0,
    standIns: 0,
    refused: 0,
    changed: 0,
    open: 0,
    breaches: 0,
  },
  bound: null,
};

const team = (fields: Partial<TeamFairness>): TeamFairness => ({
  score: 86.4,
  provisional: false,
  assessed: true,
  gaps: 0,
  conflicts: 0,
  held: 104,
  slots: 104,
  meanHolidayBalance: 0,
  allowance: { load: 0, holidays: 0 },
  best: { ...known, score: 86.4 },
  people: [],
  ...fields,
});

const against = (best: Partial<AgainstBest>, score = 97.36): string =>
  scoreWords(team({ score, best: { ...known, ...best } })).meaning;

test('a plan is the best possible only where a proof says so, else the best known', () => {
  expect(against({ proven: true })).toBe('Best possible');
  expect(against({ proven: false })).toBe('Best known');
  expect(against({ proven: false, score: 100 }, 100)).toBe('Best known');
});

test('a plan below the best says by how much, in the figures that are shown', () => {
  expect(against({ kind: 'below', proven: true, score: 97 }, 93)).toBe('4 below the best possible 97');
  // 97.36 shows 97.3 and 93.29 shows 93.2: what is said between them is 4.1, not 4.
  expect(against({ kind: 'below', proven: false }, 93.29)).toBe('4.1 below the best known 97.3');
});

test('a plan above the best by cost says what its fairness costs', () => {
  expect(against({ kind: 'fairer', wishes: 2 }, 99)).toBe('Fairer than proposed, costs 2 wishes');
  expect(against({ kind: 'fairer', wishes: 1 }, 99)).toBe('Fairer than proposed, costs 1 wish');
});

test('a score as good as the best that breaks more rest is not called the best', () => {
  expect(against({ kind: 'breaches', proven: true, breaches: 1 })).toBe(
    'As fair as the best possible, with 1 more breach of rest',
  );
});

test('a score just below 100 never reads 100', () => {
  expect(scoreWords(team({ score: 99.96 })).figure).toBe('99.9');
});

test('what 100 means is said, and what keeps the best plan from it', () => {
  const best = { ...known, proven: true };
  expect(scoreMeaning(team({ best }))).toContain('The best plan stands at 97.3');
  expect(scoreMeaning(team({ best: { ...best, score: 100 } }))).not.toContain('stands at');
  expect(scoreMeaning(team({ best: null }))).toBe('');
});

test('gaps and conflicts make the score provisional and stand beside it', () => {
  const words = scoreWords(team({ gaps: 3, conflicts: 1, provisional: true }));
  expect(words).toEqual({ figure: '86.4', meaning: 'Provisional: 3 gaps, 1 conflict', provisional: true });
  expect(openText({ gaps: 1, conflicts: 0 })).toBe('1 gap');
  expect(openText({ gaps: 0, conflicts: 0 })).toBe('');
});

test('an empty quarter has no score, and says why', () => {
  expect(scoreWords(team({ score: null, held: 0 }))).toMatchObject({
    figure: '–',
    meaning: 'Nobody is planned yet',
    provisional: true,
  });
});

test('before the attainable shares are known there is no score, and if they cannot be known it says why', () => {
  expect(scoreWords(team({ assessed: false, score: 0 }))).toEqual({
    figure: '…',
    meaning: 'Working out what is attainable…',
    provisional: true,
  });
  expect(scoreWords(team({ assessed: false }), 'the solver stopped')).toMatchObject({
    figure: '–',
    provisional: true,
  });
  expect(scoreWords(team({ assessed: false }), 'the solver stopped').meaning).toContain('the solver stopped');
});

test('a drag shows the score before and after, and one number where nothing changes', () => {
  expect(changeText(team({ score: 91 }), team({ score: 94.25 }))).toBe('91 → 94.2');
  expect(changeText(team({ score: 91 }), team({ score: 91.04 }))).toBe('91');
});
