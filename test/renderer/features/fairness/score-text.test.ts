import { expect, test } from 'vitest';
import { changeText, openText, scoreWords } from '../../../../renderer/features/fairness/score-text.ts';
import type { TeamFairness } from '../../../../shared/planner/judge.ts';

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
  people: [],
  ...fields,
});

test('a full score is the fairest plan known, never the best possible', () => {
  const { figure, meaning } = scoreWords(team({ score: 100 }));
  expect(figure).toBe('100');
  expect(meaning).toBe('As fair as the fairest plan known');
});

test('a score just below 100 never reads 100', () => {
  expect(scoreWords(team({ score: 99.96 }))).toMatchObject({
    figure: '99.9',
    meaning: 'of 100, the fairest plan known',
  });
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
