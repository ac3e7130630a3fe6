/** Measurements, one after the other, on the hosts of the end-to-end stories. `npm run bench` runs them. */
import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: '*.bench.ts',
  outputDir: resolve(import.meta.dirname, '../../out/end-to-end/bench-artifacts'),
  timeout: 300_000,
  workers: 1, // two at once would measure each other
  retries: 0,
  reporter: [['line']],
  projects: [
    { name: 'desktop', grepInvert: /@browser-only/ },
    { name: 'browser', grepInvert: /@desktop-only/ },
  ],
});
