import { expect, test } from 'vitest';
import { countryOfZone } from '../../../shared/calendar/zone-country.ts';

test('a zone that lies in one country names it, also under a later name', () => {
  expect(countryOfZone('Europe/Berlin')).toBe('DE');
  expect(countryOfZone('America/New_York')).toBe('US');
  expect(countryOfZone('Europe/London')).toBe('GB');
  expect(countryOfZone('Asia/Kolkata')).toBe('IN');
});

test('a zone of no country names none', () => {
  expect(countryOfZone('UTC')).toBeNull();
});
