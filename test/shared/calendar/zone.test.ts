import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import {
  addSeconds,
  secondsBetween,
  toInstant,
  toLaterInstant,
  toLocal,
  trueHours,
  withOffset,
} from '../../../shared/calendar/zone.ts';
import type { Instant, LocalDateTime, ZoneName } from '../../../shared/model/dates.ts';

const berlin = 'Europe/Berlin' as ZoneName;
const newYork = 'America/New_York' as ZoneName;
const moment = (text: string) => text as LocalDateTime;
const instant = (text: string) => text as Instant;

test('a wall clock is read in its own zone, whatever the zone of the machine', () => {
  expect(toInstant(moment('2027-01-04T09:00'), berlin)).toBe('2027-01-04T08:00:00Z');
  expect(toInstant(moment('2027-07-05T09:00'), berlin)).toBe('2027-07-05T07:00:00Z');
  expect(toInstant(moment('2027-01-04T09:00'), newYork)).toBe('2027-01-04T14:00:00Z');
  expect(toInstant(moment('2027-01-04T09:00'), 'Asia/Kolkata' as ZoneName)).toBe('2027-01-04T03:30:00Z');
  expect(toInstant(moment('2027-01-04T09:00'), 'Pacific/Kiritimati' as ZoneName)).toBe(
    '2027-01-03T19:00:00Z',
  );
});

test('a time that the clock skips moves forward by the gap', () => {
  expect(toInstant(moment('2027-03-28T02:30'), berlin)).toBe('2027-03-28T01:30:00Z');
  expect(toLocal(instant('2027-03-28T01:30:00Z'), berlin)).toBe('2027-03-28T03:30');
  expect(toInstant(moment('2027-03-14T02:30'), newYork)).toBe('2027-03-14T07:30:00Z');
});

test('a time that comes twice is the earlier', () => {
  expect(toInstant(moment('2027-10-31T02:30'), berlin)).toBe('2027-10-31T00:30:00Z');
  expect(toLocal(instant('2027-10-31T00:30:00Z'), berlin)).toBe('2027-10-31T02:30');
  expect(toLocal(instant('2027-10-31T01:30:00Z'), berlin)).toBe('2027-10-31T02:30');
});

test('of a time that comes twice the later is told, of every other there is none', () => {
  expect(toLaterInstant(moment('2027-10-31T02:30'), berlin)).toBe('2027-10-31T01:30:00Z');
  expect(toLaterInstant(moment('2026-11-01T01:00'), newYork)).toBe('2026-11-01T06:00:00Z');
  expect(toLaterInstant(moment('2026-11-01T02:00'), newYork)).toBeNull();
  expect(toLaterInstant(moment('2027-03-14T02:30'), newYork)).toBeNull();
  expect(toLaterInstant(moment('2027-01-04T09:00'), berlin)).toBeNull();
});

test.each([
  ['Berlin, spring', '2027-03-22T09:00', '2027-03-29T09:00', berlin, 167],
  ['Berlin, autumn', '2027-10-25T09:00', '2027-11-01T09:00', berlin, 169],
  ['New York, spring', '2027-03-08T09:00', '2027-03-15T09:00', newYork, 167],
  ['New York, autumn', '2027-11-01T09:00', '2027-11-08T09:00', newYork, 169],
  ['an ordinary week', '2027-01-04T09:00', '2027-01-11T09:00', berlin, 168],
  [
    'Lord Howe, half an hour',
    '2027-04-04T00:00',
    '2027-04-05T00:00',
    'Australia/Lord_Howe' as ZoneName,
    24.5,
  ],
])('%s: %s to %s has its true hours', (_name, start, end, zone, hours) => {
  expect(trueHours(moment(start), moment(end), zone)).toBe(hours);
});

test('a zone that skips a whole day has a day of no hours', () => {
  const apia = 'Pacific/Apia' as ZoneName;
  expect(trueHours(moment('2011-12-29T12:00'), moment('2011-12-31T12:00'), apia)).toBe(24);
});

test('the offset is the one that the zone has then', () => {
  expect(withOffset(moment('2027-01-04T09:00'), berlin)).toBe('2027-01-04T09:00:00+01:00');
  expect(withOffset(moment('2027-03-29T09:00'), berlin)).toBe('2027-03-29T09:00:00+02:00');
  expect(withOffset(moment('2027-01-04T09:00'), newYork)).toBe('2027-01-04T09:00:00-05:00');
});

test('every instant survives the way to the wall clock and back, but for the hour that comes twice', () => {
  const zones = fc.constantFrom(
    berlin,
    newYork,
    'Asia/Kolkata' as ZoneName,
    'Australia/Lord_Howe' as ZoneName,
    'UTC' as ZoneName,
  );
  fc.assert(
    fc.property(fc.integer({ min: 25_245_000, max: 31_000_000 }), zones, (minutes, zone) => {
      const before = new Date(minutes * 60_000).toISOString().replace('.000', '') as Instant;
      const after = toInstant(toLocal(before, zone), zone);
      expect([0, -3600, -1800]).toContain(secondsBetween(before, after));
      expect(toLocal(after, zone)).toBe(toLocal(before, zone));
    }),
    { seed: 5, numRuns: 400 },
  );
});

test('seconds are added and measured in true time', () => {
  expect(addSeconds(instant('2027-03-28T00:30:00Z'), 3600)).toBe('2027-03-28T01:30:00Z');
  expect(addSeconds(instant('2027-01-01T00:00:00Z'), -1)).toBe('2026-12-31T23:59:59Z');
  expect(secondsBetween(instant('2027-01-01T00:00:00Z'), instant('2027-01-01T00:00:00.500Z'))).toBe(0.5);
});

test('an unknown zone is an error, not another zone', () => {
  expect(() => toInstant(moment('2027-01-04T09:00'), 'Mars/Olympus' as ZoneName)).toThrow(RangeError);
});

const agreed = (moment: string, zone: string) => {
  const zoned = Temporal.PlainDateTime.from(moment).toZonedDateTime(zone, { disambiguation: 'compatible' });
  const instantThen = zoned.toInstant().toString({ smallestUnit: 'second' });
  expect([zone, moment, toInstant(moment as LocalDateTime, zone as ZoneName)]).toEqual([
    zone,
    moment,
    instantThen,
  ]);
  expect([zone, instantThen, toLocal(instantThen as Instant, zone as ZoneName)]).toEqual([
    zone,
    instantThen,
    zoned.toPlainDateTime().toString({ smallestUnit: 'minute' }),
  ]);
  expect(withOffset(moment as LocalDateTime, zone as ZoneName)).toBe(
    zoned.toString({ smallestUnit: 'second', timeZoneName: 'never' }),
  );
};

test('Temporal says the same around the clock changes of every zone from 2015 to 2030', () => {
  const from = Temporal.Instant.from('2015-01-01T00:00:00Z');
  let changes = 0;
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    let at = from.toZonedDateTimeISO(zone);
    for (;;) {
      const next = at.getTimeZoneTransition('next');
      if (next === null || next.year >= 2030) break;
      changes += 1;
      // One in 13: the rules of a zone repeat, and all of them take half a minute.
      if (changes % 13 === 0)
        for (const minutes of [-1500, -90, -31, 0, 29, 30, 60, 1439, 1500])
          agreed(next.toPlainDateTime().add({ minutes }).toString({ smallestUnit: 'minute' }), zone);
      at = next;
    }
  }
  expect(changes).toBeGreaterThan(3000);
});
