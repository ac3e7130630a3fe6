import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as fields from '../../../shared/exchange/people-fields.ts';
import { personSchema } from '../../../shared/model/person.ts';
import { aPerson } from '../../builders/a-workspace.ts';

const takes = (change: object): boolean => personSchema.safeParse({ ...aPerson('Ann'), ...change }).success;

test('what is read as an address the model takes, and what is refused it would refuse', () => {
  const nearAddress = fc.stringMatching(/^[a-z.+'-]{0,6}@?[a-z.-]{0,8}(\.[a-z]{0,3})?$/);
  fc.assert(
    fc.property(fc.oneof(nearAddress, fc.emailAddress(), fc.string()), (text) => {
      const read = fields.readEmail(text);
      const written = text.trim().replace(/^mailto:/i, '');
      expect(read.ok).toBe(written === '' || takes({ email: written }));
      if (read.ok) expect(takes({ email: read.value })).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('whatever is read as region, zone, limit, share, name or other names the model takes', () => {
  const text = fc.oneof(fc.string(), fc.stringMatching(/^[a-zA-Z0-9/_,. %-]{0,12}$/));
  fc.assert(
    fc.property(text, (typed) => {
      const read = {
        region: fields.readRegion(typed),
        zone: fields.readZone(typed),
        mostShiftsAQuarter: fields.readLimit(typed),
        fullTimePercent: fields.readShare(typed, false),
        name: fields.readName(typed),
        aliases: fields.readAliases(typed),
      };
      for (const [field, reading] of Object.entries(read))
        if (reading.ok) expect(takes({ [field]: reading.value })).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['80', false, 80],
  ['80 %', false, 80],
  ['0.8', false, 80],
  ['0,8', false, 80],
  ['1', true, 100],
  ['1', false, 1],
  ['1,0', true, 100],
  ['100', true, 100],
])('a share of %s (fractions: %s) is %d %%', (text, isFraction, percent) => {
  expect(fields.readShare(text, isFraction)).toEqual({ ok: true, value: percent });
});

test.each(['0', '101', '-5', 'half', '', '0.333', '66.6 %'])('%j is no share of full time', (text) => {
  expect(fields.readShare(text, false).ok).toBe(false);
});

test('a column that holds nothing above 1 counts in fractions', () => {
  expect(fields.areFractions(['1', '0,5', ''])).toBe(true);
  expect(fields.areFractions(['1', '80'])).toBe(false);
  expect(fields.areFractions(['', ''])).toBe(false);
});

test('regions and zones are read as people write them', () => {
  expect(fields.readRegion(' de-by ')).toEqual({ ok: true, value: 'DE-BY' });
  expect(fields.readRegion('')).toEqual({ ok: true, value: null });
  expect(fields.readRegion('Bavaria').ok).toBe(false);
  expect(fields.readZone('America/New York')).toEqual({ ok: true, value: 'America/New_York' });
  expect(fields.readZone('').ok).toBe(false);
  expect(fields.readZone('CEST/Berlin').ok).toBe(false);
});

test('a name of 300 letters is refused with its length; one from right to left is taken', () => {
  expect(fields.readName('x'.repeat(300))).toEqual({
    ok: false,
    reason: 'a name has at most 200 letters; this one has 300',
  });
  expect(fields.readName('  يوسف   الخطيب ')).toEqual({ ok: true, value: 'يوسف الخطيب' });
  expect(fields.readName(' \n ').ok).toBe(false);
});

test('line breaks and NUL are no part of a name', () => {
  expect(fields.readName('Ann\u0000\r\nLee\u2028Doe')).toEqual({ ok: true, value: 'Ann Lee Doe' });
  expect(fields.readName('\u0000').ok).toBe(false);
});
