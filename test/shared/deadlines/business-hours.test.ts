import { expect, test } from 'vitest';
import { aroundTheClock, businessHours } from '../../../shared/deadlines/business-hours.ts';
import { businessCalendar } from '../../../shared/deadlines/due-dates.ts';
import { goalOf } from '../../../shared/deadlines/incident-clock.ts';
import { incidentRows } from '../../../shared/deadlines/incident-report.ts';
import { isWeekend } from '../../../shared/calendar/days.ts';
import type { Instant, LocalDate, ZoneName } from '../../../shared/model/dates.ts';
import type { Incident } from '../../../shared/model/incident.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';

const HOUR = 3600;
const at = (text: string) => text as Instant;
const weekends = (day: LocalDate) => (isWeekend(day) ? ({ kind: 'weekend' } as const) : null);
const berlin = businessHours('Europe/Berlin' as ZoneName, weekends);

test('only nine to five on business days counts', () => {
  // Thu 10 Dec 2026, 16:00 in Berlin, to Mon 14 Dec, 10:00.
  expect(berlin.between(at('2026-12-10T15:00:00Z'), at('2026-12-14T09:00:00Z'))).toBe(10 * HOUR);
  expect(berlin.between(at('2026-12-11T16:00:00Z'), at('2026-12-14T08:00:00Z'))).toBe(0);
  expect(berlin.between(at('2026-12-14T09:00:00Z'), at('2026-12-10T15:00:00Z'))).toBe(0);
});

test('eight hours from Friday afternoon end on Monday afternoon', () => {
  expect(berlin.after(at('2026-12-11T14:00:00Z'), 8 * HOUR)).toBe('2026-12-14T14:00:00Z');
  expect(berlin.after(at('2026-12-11T03:00:00Z'), 8 * HOUR)).toBe('2026-12-11T16:00:00Z');
});

test('the wall clock counts over a change of the clocks', () => {
  // The clocks went forward on Sun 28 March 2027: nine o’clock on Monday is 07:00Z.
  expect(berlin.after(at('2027-03-26T15:00:00Z'), 2 * HOUR)).toBe('2027-03-29T08:00:00Z');
});

test('what is counted until a clock has counted so much is so much', () => {
  for (const run of [berlin, aroundTheClock])
    for (let hour = 0; hour < 200; hour += 7)
      for (const seconds of [1, 3 * HOUR, 8 * HOUR, 40 * HOUR]) {
        const from = at(new Date(Date.UTC(2026, 11, 21, hour)).toISOString());
        expect(run.between(from, run.after(from, seconds))).toBe(seconds);
      }
});

function promising(text: string): Workspace {
  const workspace = sampleWorkspace();
  const slas = [{ text, dayOfMonth: null, resolveWithinHours: 8, severity: null }];
  const runbooks = Object.fromEntries(
    Object.entries(workspace.runbooks).map(([id, runbook]) => [id, { ...runbook, slas }]),
  );
  return { ...workspace, runbooks };
}

const incident = {
  id: 'incident-x',
  pipeline: 'pipeline-profit',
  title: 'Late',
  severity: 'normal',
  reference: '',
  events: [{ kind: 'opened', at: '2026-11-25T21:00:00Z', by: null, reason: '' }],
} as unknown as Incident;

test('a promise in business hours stands still at night and on Thanksgiving; the same in hours does not', () => {
  const now = at('2026-11-30T15:00:00Z');
  const row = (workspace: Workspace) =>
    incidentRows({ ...workspace, incidents: { [incident.id]: incident } }, now)[0];
  // From Wed 25 Nov, 16:00 in New York: an hour then, none on Thu 26, eight on Fri 27.
  const business = promising('fixed within 8 business hours');
  expect(businessCalendar(business, business.about.region)('2026-11-26' as LocalDate)).not.toBeNull();
  expect(goalOf(business, incident)).toMatchObject({ hours: 8, business: true });
  expect(row(business)?.clock).toMatchObject({ elapsed: 10 * HOUR, breached: true });
  expect(row(business)?.clock.breachesAt).toBe('2026-11-27T21:00:00Z');
  expect(row(promising('fixed within 8 hours'))?.clock.breachesAt).toBe('2026-11-26T05:00:00Z');
});
