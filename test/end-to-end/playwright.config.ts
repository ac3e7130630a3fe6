/** One suite, two hosts. `npm test` runs it; by hand: `npm test -- --stories desktop --grep undo`. */
import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';

/**
 * Both hosts draw with the same bundle, and all stories twice take longer than a gate may: what the hosts keep, open, print and refuse is
 * told on both, what only the window does on one of them; a single story that says `@once` is told on the desktop. EVENWATCH_STORIES=all
 * tells everything on both.
 */
const everywhere = process.env['EVENWATCH_STORIES'] === 'all';
const desktopAlone = ['planning', 'scenarios', 'drag-board', 'drag-calendar'];
const browserAlone = [
  'accessibility',
  'board-hands',
  'calendar-views',
  'comp-time',
  'datadog',
  'deadlines',
  'exchange',
  'holidays',
  'leave',
  'pagerduty',
  'people',
  'pictures',
  'rotations',
  'runbook-editor',
  'runbook-import',
  'runbook-reader',
  'tasks',
];
const filesOf = (names: readonly string[]): string[] =>
  everywhere ? [] : names.map((name) => `**/${name}.story.ts`);

const results = resolve(import.meta.dirname, '../../out/end-to-end');

export default defineConfig({
  testDir: '.',
  testMatch: '*.story.ts',
  outputDir: resolve(results, 'artifacts'),
  // One set of pictures: they are taken in one lane alone.
  snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
  // Stories time out sooner than people lose patience, with room for a slow machine.
  // A proof ends after a minute at the latest, and many stories begin with a plan.
  timeout: 150_000,
  expect: { timeout: 10_000 },
  fullyParallel: true,
  workers: 2,
  retries: 0, // a story that passes at the second try is a story that fails
  forbidOnly: process.env['CI'] === 'true',
  reporter: [['list'], ['json']],
  use: {
    viewport: { width: 1440, height: 900 },
    // Recording every story costs a core that the gate needs; whoever looks into a failure plays it again with EVENWATCH_TRACE=on.
    trace: process.env['EVENWATCH_TRACE'] === 'on' ? 'retain-on-failure' : 'off',
    locale: 'en-GB',
  },
  projects: [
    { name: 'desktop', grepInvert: /@browser-only/, testIgnore: filesOf(browserAlone) },
    {
      name: 'browser',
      grepInvert: everywhere ? /@desktop-only/ : /@desktop-only|@once/,
      testIgnore: filesOf(desktopAlone),
    },
  ],
});
