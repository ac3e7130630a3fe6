import { expect, test } from 'vitest';
import { clockChanges } from '../../../shared/calendar/clock-changes.ts';
import type { LocalDate, ZoneName } from '../../../shared/model/dates.ts';

const year = { from: '2027-01-01' as LocalDate, until: '2028-01-01' as LocalDate };
const changes = (zone: string, range = year) =>
  clockChanges(zone as ZoneName, range).map(({ at, byMinutes }) => `${at} ${byMinutes}`);

test('the nights of 2027 in which clocks are put forward or back are found, with what they show then', () => {
  expect(changes('Europe/Berlin')).toEqual(['2027-03-28T02:00 60', '2027-10-31T03:00 -60']);
  expect(changes('America/New_York')).toEqual(['2027-03-14T02:00 60', '2027-11-07T02:00 -60']);
  expect(changes('Australia/Sydney')).toEqual(['2027-04-04T03:00 -60', '2027-10-03T02:00 60']);
});

test('Lord Howe puts its clocks by half an hour, Kolkata never', () => {
  expect(changes('Australia/Lord_Howe')).toEqual(['2027-04-04T02:00 -30', '2027-10-03T02:00 30']);
  expect(changes('Asia/Kolkata')).toEqual([]);
});

test('a change at midnight belongs to the day that has it', () => {
  expect(changes('Africa/Cairo')).toEqual(['2027-04-30T00:00 60', '2027-10-29T00:00 -60']);
});

test('a range sees the change on its first day, and none on the day after its last', () => {
  const at = (from: string, until: string) =>
    changes('Europe/Berlin', { from: from as LocalDate, until: until as LocalDate });
  expect(at('2027-03-28', '2027-03-29')).toEqual(['2027-03-28T02:00 60']);
  expect(at('2027-03-01', '2027-03-28')).toEqual([]);
  expect(at('2027-03-29', '2027-03-29')).toEqual([]);
});
