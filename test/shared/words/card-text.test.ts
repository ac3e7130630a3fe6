import { expect, test } from 'vitest';
import type { PersonFairness } from '../../../shared/planner/judge.ts';
import { judge } from '../../../shared/planner/judge.ts';
import { random } from '../../../shared/planner/random.ts';
import { pastQuarter } from '../../../shared/sample/past-quarter.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';
import { cardLines, holidayText, personScoreText, unusualDaysText } from '../../../shared/words/card-text.ts';
import { planned, q1, smallTeam, withPlan } from '../planner/small-team.ts';

const [sampleCard] = judge(sampleWorkspace(), pastQuarter, null).people;
if (sampleCard === undefined) throw new Error('the sample has no people');
const card: PersonFairness = sampleCard;

/** The number that an amount shows: what a reader would add up. */
const read = (amount: string): number => Math.round(Number(amount.replace('−', '-').replace('+', '')) * 100);

function addsUp(one: PersonFairness, what: string): void {
  const shown = Object.fromEntries(cardLines(one).map(({ id, amount }) => [id, read(amount)]));
  const of = (id: string): number => shown[id] ?? NaN;
  expect(of('equal') + of('carry') + of('tasks') + of('structural'), what).toBe(of('share'));
  expect(of('held') - of('share'), what).toBe(of('difference'));
}

test('the amounts on a card add up to the last digit shown, for any figures', () => {
  const next = random(5);
  const any = (): number => (next() - 0.5) * 200;
  for (let round = 0; round < 2000; round++) {
    const [equalShare, carry, taskLoad] = [200 + any(), any(), any()];
    const target = equalShare - carry - taskLoad;
    const attainable = Math.round(target + (next() < 0.5 ? 0 : any()));
    const load = Math.round(200 + any());
    const figures = {
      equalShare,
      carry,
      taskLoad,
      target,
      attainable,
      structural: target - attainable,
      load,
      difference: load - attainable,
    };
    addsUp({ ...card, ...figures }, JSON.stringify(figures));
  }
});

test('so they do for the sample and for small teams, and each line is within a hundredth of its figure', () => {
  const teams = [judge(sampleWorkspace(), pastQuarter, null)];
  for (let seed = 1; seed <= 15; seed++) {
    const workspace = smallTeam(seed);
    teams.push(judge(withPlan(workspace, planned(workspace, 500)), q1, null));
  }
  for (const { people } of teams) {
    for (const one of people) {
      addsUp(one, one.person);
      const lines = cardLines(one);
      const [equal, carry, tasks] = lines;
      expect(Math.abs((equal?.hundredths ?? NaN) - one.equalShare * 25)).toBeLessThanOrEqual(1);
      expect(Math.abs((carry?.hundredths ?? NaN) + one.carry * 25)).toBeLessThanOrEqual(1);
      expect(Math.abs((tasks?.hundredths ?? NaN) + one.taskLoad * 25)).toBeLessThanOrEqual(1);
    }
  }
});

test('each line says why it is what it is', () => {
  const one = {
    ...card,
    fullTime: 80,
    weeksPresent: 10.4,
    carry: 9,
    ownTasks: 104,
    taskLoad: 10,
    structural: 42,
    difference: 20,
    band: 18,
    allowance: 0,
  };
  expect(Object.fromEntries(cardLines(one).map(({ id, reason }) => [id, reason]))).toMatchObject({
    equal: '10.4 weeks present, at 80 % of full time',
    carry: 'Held more than the share before, so gets less now',
    tasks: 'Owned tasks weigh 26 points; an even part of all would be 23.5',
    structural: 'Rotations, roles, leave or rest allow no more; it is nobody’s debt and not carried on',
    difference: 'Up to 4.5 counts as even',
  });
});

test('what the fairest plan leaves is told only of a difference that is beyond what counts as even', () => {
  const reason = (difference: number) =>
    cardLines({ ...card, difference, band: 18, allowance: 8 }).find(({ id }) => id === 'difference')?.reason;
  expect(reason(18)).toBe('Up to 4.5 counts as even');
  expect(reason(-19)).toBe('Up to 4.5 counts as even, and 2 more is left by the fairest plan known');
});

test('a score is told as what was taken from 100, by its parts, in figures that add up', () => {
  expect(personScoreText({ score: 87.5, penalty: 12.5, penalties: { load: 12.5, holidays: 0 } })).toBe(
    'Score 87.5: 100 less 12.5 for load',
  );
  expect(personScoreText({ score: 68.75, penalty: 31.25, penalties: { load: 25, holidays: 6.25 } })).toBe(
    'Score 68.7: 100 less 25 for load and 6.3 for holidays',
  );
  expect(personScoreText({ score: 100, penalty: 0, penalties: { load: 0, holidays: 0 } })).toBe(
    'Score 100: nothing that could be helped',
  );
  expect(personScoreText({ score: null, penalty: 0, penalties: { load: 0, holidays: 0 } })).toBe(
    'No score yet',
  );
});

test('holidays are told as a sum of their own', () => {
  expect(holidayText({ holidayBalance: 3, holidayCarry: 2, holidayShare: 3 }, 0)).toBe(
    'Holidays: 0.5 carried in + 1 held − 0.75 share = 0.75; 0.75 above the mean, up to 1 counts as even',
  );
  expect(holidayText({ holidayBalance: 0, holidayCarry: 0, holidayShare: 0 }, 0)).toBe('');
});

test('of a turn only the days are told that a plain week has not', () => {
  expect(unusualDaysText({ weekday: 5, weekend: 2, holiday: 0 })).toBe('');
  expect(unusualDaysText({ weekday: 4, weekend: 2, holiday: 1 })).toBe('1 holiday');
  expect(unusualDaysText({ weekday: 3, weekend: 2, holiday: 0 })).toBe('3 weekdays, 2 weekend days');
  expect(unusualDaysText({ weekday: 10, weekend: 4, holiday: 0 })).toBe('10 weekdays, 4 weekend days');
});
