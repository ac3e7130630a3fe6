import { expect, test } from 'vitest';
import { readRoster } from '../../../../shared/planner/on-call-rostering/read-roster.ts';
import { rosterFaultText } from '../../../../shared/words/roster-text.ts';

const sound = `% a comment, with "a = 1;" in it
num_staff = 3; num_days = 7; /* over
two lines */ work_load = [100, 50, 100,];
unavailable = [{1, 2, 2}, 3..5, {}];
fixed = [{4}, {}, {}];
weekend_offset = 2;
adj_days_str = 1;
wed_before_weekend_str = 4`;

const faultOf = (text: string): string => {
  const read = readRoster(text);
  return read.ok ? 'no fault' : rosterFaultText(read.reason);
};
const without = (from: string | RegExp, to: string): string => faultOf(sound.replace(from, to));

test('reads comments, ranges, repeated numbers, a trailing comma and a last line without semicolon', () => {
  const read = readRoster(`\uFEFF${sound}`);
  expect(read).toEqual({
    ok: true,
    value: {
      staff: 3,
      days: 7,
      workLoad: [100, 50, 100],
      candidates: [[1, 2], [1, 2], [0, 2], [0], [0, 2], [0, 1, 2], [0, 1, 2]],
      isFixed: [false, false, false, true, false, false, false],
      isWeekend: [false, false, true, false, false, false, false],
      adjacentPrice: 1,
      wednesdayPrice: 4,
    },
  });
});

test('a line end of another system changes nothing, and a day beyond the roster is nobody\'s absence', () => {
  expect(readRoster(sound.replaceAll('\n', '\r\n'))).toEqual(readRoster(sound));
  expect(readRoster(sound.replace('{1, 2, 2}', '{1, 2, 99}'))).toEqual(readRoster(sound));
});

test('says of a malformed file what is wrong, on which line and in which column', () => {
  expect(without('num_days = 7;', 'num_days = seven;')).toBe('line 2, column 27: a whole number, "[" or "{" belongs here, not "seven"');
  expect(without('num_days = 7', 'num_days = 7.5')).toBe('line 2, column 28: ";" belongs here, not "."');
  expect(without('fixed = [{4}', 'fixed = [{4')).toBe('line 5, column 14: a whole number belongs here, not "{"');
  expect(without('adj_days_str = 1;', 'adj_days_str 1;')).toBe('line 7, column 14: "=" belongs here, not "1"');
  expect(without('*/', '')).toBe('line 2, column 30: this comment has no end; close it with "*/"');
  expect(without(/weekend_offset[^]*/, 'weekend_offset =')).toBe('line 6, column 17: a whole number, "[" or "{" belongs here, not the end of the file');
  expect(without('[{1, 2, 2}', '[1..900000')).toBe('line 4, column 16: this range has too many numbers');
  expect(faultOf('')).toBe('"num_staff" is missing; add "num_staff = …;"');
  expect(faultOf('\0\0')).toBe('line 1, column 1: a name belongs here, not "\0"');
});

test('says which value does not fit, and where it stands', () => {
  expect(without('num_staff = 3', 'num_staff = 0')).toBe('line 2, column 13: 0 in "num_staff" is out of range; it goes from 1 to 1000');
  expect(without('[100, 50, 100,]', '[100, 50]')).toBe('line 3, column 26: "work_load" has 2 entries for 3 staff; there must be one for each');
  expect(without('[100, 50, 100,]', '100')).toBe('line 3, column 26: "work_load" needs an array of whole numbers, one per staff member here');
  expect(without('[100, 50,', '[100, 101,')).toBe('line 3, column 32: 101 in "work_load" is out of range; it goes from 1 to 100');
  expect(without('{4}', '4')).toBe('line 5, column 10: "fixed" needs an array of sets of days, one per staff member here');
  expect(without('{4}', '{8}')).toBe('line 5, column 11: 8 in "fixed" is out of range; it goes from 1 to 7');
  expect(without('{1, 2, 2}', '{1, 0}')).toBe('line 4, column 20: 0 in "unavailable" is out of range; it goes from 1 to 1000000');
  expect(without('weekend_offset = 2', 'weekend_offset = 5')).toBe('line 6, column 18: 5 in "weekend_offset" is out of range; it goes from 0 to 4');
  expect(without('num_days = 7;', 'num_days = 7; num_days = 7;')).toBe('line 2, column 30: "num_days" has a value already; remove one of the two');
  expect(without('num_days = 7;', 'num_days = 7; num_cats = 7;')).toBe('line 2, column 30: "num_cats" is no part of an on-call-rostering instance; remove it');
});

test('facts that contradict each other are named, not left to a solver', () => {
  expect(without('{4}, {}, {}', '{4}, {}, {4}')).toBe('line 5, column 20: day 4 is fixed for staff 1 and for staff 3; only one can serve it');
  expect(without('{4}', '{2}')).toBe('line 5, column 11: day 2 is fixed for staff 1, who is unavailable then');
  expect(without('3..5, {}', '{1}, {1}')).toBe('nobody is available on day 1; take it out of somebody\'s "unavailable"');
});

test('arrays far too deep in one another are a fault with its place, not the end of the stack', () => {
  expect(without('num_days = 7;', `num_days = ${'['.repeat(50_000)};`)).toBe('line 2, column 127: arrays lie too deep in one another here');
});
