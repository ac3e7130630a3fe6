import { expect, test } from 'vitest';
import { assignmentsOf } from '../../../shared/editing/gesture.ts';
import { suggestSetGive, suggestSetMove } from '../../../shared/editing/suggest-set.ts';
import { allAsked, suggestGive, suggestSwap } from '../../../shared/editing/suggest.ts';
import type { LocalDate, QuarterId } from '../../../shared/model/dates.ts';
import { effectLines, effectSentence, moveTitle } from '../../../shared/words/effect-text.ts';
import {
  aLeave,
  aPerson,
  aRotation,
  aShift,
  aShiftId,
  aWorkspace,
  date,
  personIdOf,
  primary,
} from '../../builders/a-workspace.ts';

const quarter = '2027-Q1' as QuarterId;
const today = '2026-11-23' as LocalDate;
const names = ['Ann', 'Bo', 'Cy', 'Di'];
const first = aShiftId('Team', primary, '2027-01-04');
const second = aShiftId('Team', primary, '2027-01-11');

const shifts = [
  aShift('2027-01-04', 'Ann'),
  aShift('2027-01-11', 'Bo'),
  aShift('2027-01-18', 'Cy'),
  aShift('2027-01-25', 'Di'),
];

const team = (avoided: Readonly<Record<string, string>> = {}) =>
  aWorkspace({
    people: names.map((name, position) =>
      aPerson(name, {
        position,
        wishes: name in avoided ? [{ week: date(avoided[name] ?? ''), kind: 'avoid' }] : [],
      }),
    ),
    rotations: [aRotation('Team', names, { endsOn: date('2027-02-01') })],
    shifts,
  });

test('of swaps that leave the score alone, one that warns of nothing comes before those that warn', () => {
  const keys = (workspace: ReturnType<typeof team>) =>
    suggestSwap(workspace, quarter, first, null, today).map(({ key, preview }) => ({
      key,
      warns: preview.findings.length > 0,
    }));
  const list = keys(team({ Bo: '2027-01-04' }));
  expect(list).toHaveLength(3);
  expect(list.map(({ warns }) => warns)).toEqual([...list.map(({ warns }) => warns)].sort());
  expect(list.at(-1)?.key).toBe(second);
});

test('in a large team only whoever takes turns there is asked, and everybody on wish', () => {
  const others = Array.from({ length: allAsked }, (_none, index) =>
    aPerson(`Other ${index}`, { position: 10 + index }),
  );
  const small = team();
  const large = {
    ...small,
    people: { ...small.people, ...Object.fromEntries(others.map((one) => [one.id, one])) },
  };
  expect(suggestGive(large, quarter, first, null, today).map(({ key }) => key)).toEqual(
    expect.arrayContaining(['Bo', 'Cy', 'Di'].map(personIdOf)),
  );
  expect(suggestGive(large, quarter, first, null, today)).toHaveLength(3);
  expect(suggestGive(large, quarter, first, null, today, true)).toHaveLength(allAsked + 3);
});

test('a selection is given away as a whole, and whoever is away for a part of it comes last', () => {
  const workspace = {
    ...team(),
    leave: Object.fromEntries([aLeave('Cy', '2027-01-05', '2027-01-08')].map((one) => [one.id, one])),
  };
  const held = { kind: 'slots', lead: first, slots: [first, second] } as const;
  const list = suggestSetGive(workspace, quarter, held, null, today);
  expect(list.map(({ key }) => key).at(-1)).toBe(personIdOf('Cy'));
  for (const { key, preview } of list) {
    const given = assignmentsOf(workspace, preview.gesture);
    expect(given.every(({ person }) => person === key)).toBe(true);
  }
  expect(
    assignmentsOf(workspace, list.find(({ key }) => key === personIdOf('Di'))!.preview.gesture),
  ).toHaveLength(2);
});

test('a selection goes to each week in which all of it has a place, in the order of the weeks, and says how far', () => {
  const workspace = team();
  const held = { kind: 'slots', lead: second, slots: [first, second] } as const;
  const list = suggestSetMove(workspace, quarter, held, null, today);
  expect(list.map(({ key }) => key)).toEqual(['2027-01-18', '2027-01-25']);
  expect(list.map(({ preview }) => moveTitle(workspace, preview))).toEqual([
    'Move 2 shifts 1 week later',
    'Move 2 shifts 2 weeks later',
  ]);
});

test('a set names first what the hand moves, then what makes way, and counts what it does not name', () => {
  const workspace = team();
  const held = { kind: 'slots', lead: first, slots: [first, second] } as const;
  const [oneLater, twoLater] = suggestSetMove(workspace, quarter, held, null, today);
  if (oneLater === undefined || twoLater === undefined) throw new Error('no week to move to');
  expect(effectLines(workspace, twoLater.preview)[0]?.text).toBe('Ann takes Team primary, W3 (18–24 Jan)');
  // Four turns change hands: each is named.
  expect(effectSentence(workspace, twoLater.preview).split('. ')).toHaveLength(4);
  const three = { ...held, slots: [...held.slots, shifts[2]!.id] };
  const [all] = suggestSetGive(workspace, quarter, three, null, today);
  expect(all && effectSentence(workspace, all.preview)).not.toMatch(/, and \d+ more/);
});
