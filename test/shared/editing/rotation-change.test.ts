import { expect, test } from 'vitest';
import {
  effectOnPast,
  firstChangeDay,
  fromDay,
  needsDay,
  previewChange,
  stranded,
  type QuarterChange,
} from '../../../shared/editing/rotation-change.ts';
import type { LayerName } from '../../../shared/model/ids.ts';
import type { Rotation } from '../../../shared/model/rotation.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { date, personIdOf, primary, zone } from '../../builders/a-workspace.ts';
import { early, oneLayer, planned, quarter, within } from '../scenarios/what-if.ts';
import { made } from './try-edit.ts';

const change = (changes: Partial<Rotation>): Rotation => ({ ...oneLayer, ...changes });
const heavier = change({ factorPercent: 150 });
const biweekly = change({ cadenceWeeks: 2 });

test.each<[string, Rotation, readonly string[]]>([
  ['another name and code', change({ name: 'All', code: 'ALL' }), []],
  ['another order', change({ participants: [...oneLayer.participants].reverse() }), []],
  [
    'one person more',
    change({ participants: [...oneLayer.participants, { person: personIdOf('Zed'), layers: [primary] }] }),
    [],
  ],
  ['an end to come', change({ endsOn: date('2027-03-01') }), []],
  ['somebody out who has worked', change({ participants: oneLayer.participants.slice(1) }), ['people']],
  ['somebody out who has not', change({ participants: oneLayer.participants.slice(0, 3) }), []],
  ['turns of two weeks', biweekly, ['times']],
  ['another hour', change({ handoff: { weekday: 1, time: '10:00' as never, zone } }), ['times']],
  ['more weight', heavier, ['weight']],
  [
    'a layer more',
    change({
      layers: [...oneLayer.layers, { name: 'shadow' as LayerName, title: 'Shadow', weightPercent: 0 }],
    }),
    ['weight'],
  ],
  ['more rest', change({ restWeeks: 2 }), ['rules']],
  ['a watch', change({ kind: 'watch' }), ['rules']],
])('%s changes of what has begun: %#', (_name, after, effects) => {
  expect(effectOnPast(planned(), oneLayer, after, within)).toEqual(effects);
});

test('before anything has begun nothing of the past can change, though planned turns need a day', () => {
  expect(effectOnPast(planned(), oneLayer, biweekly, early)).toEqual([]);
  expect(needsDay(planned(), oneLayer, biweekly)).toBe(true);
  expect(needsDay(planned(), oneLayer, heavier)).toBe(false);
  expect(needsDay(planned({ shifts: [] }), oneLayer, biweekly)).toBe(false);
});

test('planned turns of somebody who is taken out are told, worked ones and those of others are not', () => {
  const without = change({ participants: oneLayer.participants.slice(1) });
  expect(stranded(planned(), oneLayer, without, within).map(({ id }) => id)).toEqual(
    ['2027-02-01', '2027-03-01', '2027-03-29'].map((day) => `rotation-team/primary/${day}`),
  );
  const named = change({ participants: oneLayer.participants.slice(1), standIns: [personIdOf('Ann')] });
  expect(stranded(planned(), oneLayer, named, within)).toEqual([]);
  expect(stranded(planned(), oneLayer, biweekly, within)).toEqual([]);
});

test('new terms begin at the next hand-off after today, or with the rotation', () => {
  expect(firstChangeDay(oneLayer, within)).toBe('2027-01-18');
  expect(firstChangeDay(oneLayer, date('2027-01-17'))).toBe('2027-01-18');
  expect(firstChangeDay(oneLayer, date('2027-01-18'))).toBe('2027-01-25');
  expect(firstChangeDay(change({ startsOn: date('2027-06-02') }), within)).toBe('2027-06-07');
});

const preview = (workspace: Workspace, after: Rotation, on = '2027-02-01'): QuarterChange => {
  const command = fromDay(workspace, oneLayer, after, date(on), early);
  if (command.kind !== 'succeed-rotation') throw new Error('a succession');
  const result = previewChange(workspace, command, command.next.id, quarter, early);
  if ('kind' in result) throw new Error(JSON.stringify(result));
  // What is previewed is what the command makes.
  expect(result.after).toEqual(made(workspace, command));
  return result;
};

test('a preview counts turns, those that keep their holder, and those that open, and names who holds less', () => {
  const { duty, moved, opened, people } = preview(planned(), biweekly);
  expect([duty.before.turns, duty.after.turns]).toEqual([13, 9]);
  expect([moved, opened.length, duty.after.gaps.length]).toEqual([0, 5, 5]);
  const ann = people.find(({ person }) => person === personIdOf('Ann'));
  expect(ann).toMatchObject({ turnsBefore: 4, turnsAfter: 1 });
  // Three of four weeks of 9 points each are gone: 108 q.
  expect((ann?.before ?? 0) - (ann?.after ?? 0)).toBe(108);
});

test('a hand-off that moves keeps all holders and opens nothing', () => {
  const { duty, moved, opened } = preview(
    planned(),
    change({ handoff: { weekday: 3, time: '09:00' as never, zone } }),
  );
  expect([duty.before.turns, duty.after.turns]).toEqual([13, 13]);
  // Nine turns under the new terms, and the last old one that reaches to them.
  expect([moved, opened.length, duty.after.gaps.length]).toEqual([10, 0, 0]);
});

test('somebody who takes no turns any more leaves theirs open', () => {
  const { opened, people } = preview(planned(), change({ participants: oneLayer.participants.slice(1) }));
  expect(opened).toEqual([
    'rotation-team-2/primary/2027-02-01',
    'rotation-team-2/primary/2027-03-01',
    'rotation-team-2/primary/2027-03-29',
  ]);
  expect(people.map(({ person }) => person)).toEqual([personIdOf('Ann')]);
});

test('a correction of all turns changes points and no turns', () => {
  const workspace = planned();
  const result = previewChange(
    workspace,
    { kind: 'save-rotation', rotation: heavier },
    oneLayer.id,
    quarter,
    within,
  );
  if ('kind' in result) throw new Error('refused');
  expect(result).toMatchObject({ moved: 0, opened: [] });
  expect(result.people).toHaveLength(4);
  expect(result.people.every(({ before, after }) => after === before * 1.5)).toBe(true);
});

test('what cannot be made is answered with the refusal', () => {
  const on = fromDay(planned(), oneLayer, biweekly, within, within);
  expect(previewChange(planned(), on, oneLayer.id, quarter, within)).toMatchObject({ kind: 'invalid' });
  expect(
    previewChange(planned(), { kind: 'save-rotation', rotation: oneLayer }, oneLayer.id, quarter, within),
  ).toEqual({ kind: 'no-change' });
});

test('a layer without duty is no turn of it and opens no gap', () => {
  const shadow = { name: 'shadow' as LayerName, title: 'Shadow', weightPercent: 0 };
  const { duty } = preview(planned(), change({ layers: [...oneLayer.layers, shadow] }));
  expect([duty.after.turns, duty.after.gaps.length]).toEqual([13, 0]);
});
