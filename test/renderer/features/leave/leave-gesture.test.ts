import { describe, expect, test } from 'vitest';
import { gripAt, leaveOfGrip } from '../../../../renderer/features/leave/leave-gesture.ts';
import { dayAt, placeOf, stripLayout, stripRange } from '../../../../renderer/features/leave/strip-layout.ts';
import type { QuarterId } from '../../../../shared/model/dates.ts';
import type { LeaveId } from '../../../../shared/model/ids.ts';
import { aLeave, date, personIdOf } from '../../../builders/a-workspace.ts';

const id = 'leave-new' as LeaveId;
const leave = aLeave('Ann', '2027-02-08', '2027-02-12', { reason: 'Sea' });
const days = (from: string, to: string) => ({ from, to });

describe('a grip', () => {
  test('draws days out either way round', () => {
    const grip = { kind: 'draw', person: personIdOf('Ann'), from: date('2027-02-03') } as const;
    expect(leaveOfGrip(grip, date('2027-02-05'), id)).toMatchObject({
      id,
      ...days('2027-02-03', '2027-02-05'),
    });
    expect(leaveOfGrip(grip, date('2027-02-01'), id)).toMatchObject(days('2027-02-01', '2027-02-03'));
  });

  test('moves a leave by as many days as the hand goes, and keeps all else of it', () => {
    const moved = leaveOfGrip({ kind: 'move', leave, from: date('2027-02-10') }, date('2027-02-15'), id);
    expect(moved).toEqual({ ...leave, from: '2027-02-13', to: '2027-02-17' });
  });

  test('stretches an end, also past the other one', () => {
    const last = { kind: 'last', leave, from: date('2027-02-12') } as const;
    expect(leaveOfGrip(last, date('2027-02-19'), id)).toMatchObject(days('2027-02-08', '2027-02-19'));
    expect(leaveOfGrip(last, date('2027-02-05'), id)).toMatchObject(days('2027-02-05', '2027-02-08'));
    const first = { kind: 'first', leave, from: date('2027-02-08') } as const;
    expect(leaveOfGrip(first, date('2027-02-10'), id)).toMatchObject(days('2027-02-10', '2027-02-12'));
  });

  test('makes whole days of half a day that is drawn longer', () => {
    const half = aLeave('Ann', '2027-02-08', '2027-02-08', { part: 'morning' });
    const grip = { kind: 'last', leave: half, from: half.to } as const;
    expect(leaveOfGrip(grip, date('2027-02-09'), id).part).toBe('day');
    expect(leaveOfGrip({ ...grip, kind: 'move' }, date('2027-02-09'), id).part).toBe('morning');
  });

  test('takes hold of the ends of a bar, and of its middle however narrow it is', () => {
    expect([gripAt(2, 80), gripAt(40, 80), gripAt(78, 80)]).toEqual(['first', 'move', 'last']);
    expect([gripAt(1, 9), gripAt(4.5, 9), gripAt(8, 9)]).toEqual(['first', 'move', 'last']);
  });
});

describe('the strip', () => {
  const quarter = '2027-Q1' as QuarterId;

  test('fills its pane, and is wider where days would become too narrow to aim at', () => {
    expect(stripLayout(stripRange(quarter, 'quarter'), 'quarter', 1976, 4)).toMatchObject({
      days: 90,
      dayWidth: 20,
      width: 1800,
    });
    expect(stripLayout(stripRange(quarter, 'year'), 'year', 800, 60)).toMatchObject({
      days: 365,
      dayWidth: 4,
      width: 1460,
    });
  });

  test('finds the day under a place, and the place of days, cut at its ends', () => {
    const layout = stripLayout(stripRange(quarter, 'quarter'), 'quarter', 1976, 4);
    expect([dayAt(layout, -5), dayAt(layout, 0), dayAt(layout, 39.9), dayAt(layout, 99_999)]).toEqual([
      '2027-01-01',
      '2027-01-01',
      '2027-01-02',
      '2027-03-31',
    ]);
    expect(placeOf(layout, date('2026-12-28'), date('2027-01-02'))).toEqual({ left: 0, width: 40 });
    expect(placeOf(layout, date('2027-03-31'), date('2027-04-09'))).toEqual({ left: 1780, width: 20 });
    expect(placeOf(layout, date('2026-12-01'), date('2026-12-31'))).toBeNull();
  });
});
