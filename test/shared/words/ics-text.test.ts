import { expect, test } from 'vitest';
import type {
  CalendarLoss,
  CalendarProblem,
  CalendarProblemKind,
} from '../../../shared/exchange/ics-in-notes.ts';
import { calendarLossText, calendarProblemText } from '../../../shared/words/ics-text.ts';

const problem = (kind: CalendarProblemKind, about: Partial<CalendarProblem> = {}): CalendarProblem => ({
  kind,
  line: 12,
  property: 'DTSTART',
  severity: 'error',
  title: 'Away',
  detail: '20270230',
  ...about,
});

test('a problem names the event, the property and what stands there', () => {
  expect(calendarProblemText(problem('unreadable-time'))).toBe(
    '“Away” has a DTSTART that is no date or time: 20270230',
  );
  expect(calendarProblemText(problem('no-start', { title: '' }))).toBe('This event has no start.');
  expect(calendarProblemText(problem('unknown-zone', { detail: 'Mars/Olympus' }))).toContain('Mars/Olympus');
});

const kinds: readonly CalendarLoss['kind'][] = [
  'outside-window',
  'cancelled',
  'superseded',
  'not-an-event',
  'declined',
  'following',
];

test.each(kinds)('%s is counted, one and many, with examples', (kind) => {
  const one = calendarLossText({ kind, count: 1, examples: ['VTODO'] });
  const many = calendarLossText({ kind, count: 12, examples: ['VTODO'] });
  expect(one).toMatch(/^1 \w+ (is|lies|stands|has|changes) .*VTODO/);
  expect(many).toMatch(/^12 \w+ (are|lie|stand|have|change) .*VTODO/);
});
