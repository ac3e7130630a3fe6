import { expect, test } from 'vitest';
import type { Instant, LocalDate } from '../../../shared/model/dates.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';
import { dueLine } from '../../../shared/words/due-text.ts';
import { dueMarks } from '../../../renderer/state/due-marks.ts';

const workspace = sampleWorkspace();
const range = { from: '2026-10-01' as LocalDate, until: '2027-01-01' as LocalDate };
const marksAt = (now: string) => dueMarks(workspace, range, now as Instant);

test('a delivery says what became of it, and one to come when it is due soon', () => {
  const marks = marksAt('2026-11-23T10:00:00Z');
  const said = new Map(marks.map(({ key, title, status }) => [key, dueLine(title, status)]));
  const recorded = Object.values(workspace.deliveries).filter(
    ({ due }) => due >= range.from && due < range.until,
  );
  expect(recorded.length).toBeGreaterThan(0);
  for (const { deadline, due, outcome } of recorded)
    expect(said.get(`${deadline}/${due}`)).toMatch(new RegExp(`: ${outcome}( late)?$`));
  expect(marks.filter(({ date }) => date > '2026-12-20').map(({ status }) => status)).toEqual(
    marks.filter(({ date }) => date > '2026-12-20').map(() => 'upcoming'),
  );
});

test('what nobody recorded turns from due soon to late with the clock', () => {
  const [next] = marksAt('2026-11-23T10:00:00Z').filter(({ status }) => status === 'upcoming');
  const of = (now: string) => marksAt(now).find(({ key }) => key === next?.key)?.status;
  expect(of(`${next?.date}T06:00:00Z`)).toBe('due-soon');
  expect(of('2026-12-31T23:59:00Z')).toBe('late');
});
