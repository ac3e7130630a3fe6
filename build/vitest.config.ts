/** Unit tests: logic in Node, components in jsdom. End-to-end stories and benchmarks have runners of their own. */
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { licencesPlugin } from './tools/licences-plugin.mjs';

const root = resolve(import.meta.dirname, '..');
const elsewhere = ['**/node_modules/**', 'out/**', 'dist/**', 'test/end-to-end/**'];

/** Tests whose files may share their modules. Keys of services stay in a program's memory as long as it runs, as they should: tests of them may not. */
const sharing = ['test/shared/**/*.test.ts', 'test/electron/**/!(datadog*|pagerduty*|service-keys*).test.ts'];

export default defineConfig({
  root,
  // React's development build throws on misuse, which tests want to hear.
  plugins: [react(), licencesPlugin()],
  test: {
    // Else one core of two would only watch.
    maxWorkers: '100%',
    // For what hangs, not for what is slow: a machine that others use as well takes three times as long.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'sharing',
          environment: 'node',
          include: sharing,
          exclude: elsewhere,
          // What lies there keeps nothing that another file would see: what it works on is handed to it. Modules load slower than such tests run.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['test/**/*.test.ts', 'test/build/*.test.mjs'],
          exclude: [...elsewhere, ...sharing],
        },
      },
      {
        extends: true,
        test: {
          name: 'jsdom',
          environment: 'jsdom',
          include: ['test/**/*.test.tsx'],
          exclude: elsewhere,
          css: false,
        },
      },
    ],
    coverage: {
      provider: 'v8',
      reportsDirectory: resolve(root, 'coverage'),
      include: ['shared/**/*.ts', 'electron/**/*.ts', 'renderer/**/*.{ts,tsx}'],
    },
  },
});
