/** What goes in and out, in plain Node: a feed of 10,000 events read as turns, every calendar and the whole site of 60 people over 52 weeks. */
import { performance } from 'node:perf_hooks';
import { addDays } from '../../../shared/calendar/days.ts';
import type { SiteOptions } from '../../../shared/contract/site.ts';
import { readFeed } from '../../../shared/exchange/feed-shifts.ts';
import { readCalendar } from '../../../shared/exchange/ics-in.ts';
import type { Instant, LocalDate, QuarterId, ZoneName } from '../../../shared/model/dates.ts';
import type { LayerName } from '../../../shared/model/ids.ts';
import { siteFiles } from '../../../shared/site/build.ts';
import { siteParts } from '../../../shared/site/options.ts';
import { feedChoices, feedOf, outgoingNow } from '../../../shared/words/feed-text.ts';
import { largeWorkspace } from '../../builders/large-workspace.ts';
import { median, quantile } from '../row.ts';

const EVENTS = 10_000;
const GOAL_MS = 1000;
const RUNS = 9;
const zone = 'Europe/Berlin' as ZoneName;
const first = '2026-01-05' as LocalDate;

/** One of four ways to write a time: what tools do. */
type Kind = 'UTC' | 'TZID' | 'VTIMEZONE';

const berlin = `BEGIN:VTIMEZONE\r\nTZID:Our zone\r\nBEGIN:DAYLIGHT\r\nDTSTART:19700329T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nEND:DAYLIGHT\r\nBEGIN:STANDARD\r\nDTSTART:19701025T030000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n`;

/** A feed as on-call tools write it: hand-offs every two hours over more than two years, people in turn. */
function feedText(kind: Kind): string {
  const stamp = (index: number): string => {
    const day = addDays(first, Math.floor(index / 12)).replaceAll('-', '');
    return `${day}T${String((index % 12) * 2).padStart(2, '0')}0000`;
  };
  const time = (name: string, index: number): string => {
    if (kind === 'UTC') return `${name}:${stamp(index)}Z`;
    return `${name};TZID=${kind === 'TZID' ? 'America/New_York' : 'Our zone'}:${stamp(index)}`;
  };
  const events = Array.from({ length: EVENTS }, (_, index) =>
    [
      'BEGIN:VEVENT',
      `UID:${String(index)}@example.com`,
      'DTSTAMP:20260101T000000Z',
      time('DTSTART', index),
      time('DTEND', index + 1),
      `SUMMARY:On Call - Person ${String((index % 60) + 1)} - Platform\\, first line`,
      `ATTENDEE;CN="Person ${String((index % 60) + 1)}":mailto:person${String((index % 60) + 1)}@example.com`,
      'STATUS:CONFIRMED',
      'END:VEVENT',
    ].join('\r\n'),
  );
  return `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${kind === 'VTIMEZONE' ? berlin : ''}${events.join('\r\n')}\r\nEND:VCALENDAR\r\n`;
}

interface Row {
  readonly measure: string;
  readonly median: number;
  readonly p95: number;
  readonly count: number;
}

function timed(measure: string, run: () => number, expected: number): Row {
  const times = Array.from({ length: RUNS }, () => {
    const begun = performance.now();
    const got = run();
    const taken = performance.now() - begun;
    if (got < expected) throw new Error(`${measure}: ${String(got)} instead of ${String(expected)}`);
    return taken;
  });
  return { measure, median: median(times), p95: quantile(times, 0.95), count: times.length };
}

const workspace = largeWorkspace({ people: 60, weeks: 52, rotations: 15 });
const [rotation] = Object.values(workspace.rotations);
if (rotation === undefined) throw new Error('there is no rotation');
const wish = { zone, from: '2026-01-01' as LocalDate, until: '2029-01-01' as LocalDate };
const terms = { rotation, layer: 'primary' as LayerName, mapping: new Map(), ...wish };
const texts = { UTC: feedText('UTC'), TZID: feedText('TZID'), VTIMEZONE: feedText('VTIMEZONE') };
const now = '2027-01-04T10:00:00Z' as Instant;
const today = '2027-01-04' as LocalDate;
const wholeSite: SiteOptions = {
  quarters: ['2027-Q1', '2027-Q2', '2027-Q3', '2027-Q4'] as QuarterId[],
  audience: 'internal',
  parts: siteParts,
};

const rows: readonly Row[] = [
  timed('10,000 events in UTC read', () => readCalendar(texts.UTC, wish).items.length, EVENTS),
  timed('10,000 events in another zone read', () => readCalendar(texts.TZID, wish).items.length, EVENTS),
  timed(
    '10,000 events in a zone of the file read',
    () => readCalendar(texts.VTIMEZONE, wish).items.length,
    EVENTS,
  ),
  timed(
    '10,000 events read as turns',
    () => readFeed(workspace, texts.UTC, terms).calendar.items.length,
    EVENTS,
  ),
  timed(
    'all calendars of 60 people × 52 weeks',
    () => {
      const events = outgoingNow(workspace, today, now);
      return feedChoices(workspace)
        .map((choice) => feedOf(workspace, events, choice))
        .reduce((sum, { events: count }) => sum + count, 0);
    },
    3 * 1560,
  ),
  timed(
    'site of 60 people × 4 quarters',
    () => [...siteFiles(workspace, wholeSite, { today, now, styleHash: 'sha256-none' })].length,
    60 + 15 + 4,
  ),
];

if (process.argv.includes('--json'))
  process.stdout.write(JSON.stringify({ events: EVENTS, rows }, null, 2) + '\n');
else {
  process.stdout.write(`files in and out; goal: median at most ${String(GOAL_MS)} ms\n`);
  for (const row of rows)
    process.stdout.write(
      `${row.measure.padEnd(42)}${row.median.toFixed(0).padStart(6)} ms${row.p95.toFixed(0).padStart(6)} ms p95\n`,
    );
}
if (rows.some((row) => row.median > GOAL_MS)) process.exitCode = 1;
