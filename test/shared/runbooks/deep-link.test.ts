import { expect, test } from 'vitest';
import type { RunbookId } from '../../../shared/model/ids.ts';
import {
  linkAmong,
  readRunbookHash,
  readRunbookLink,
  runbookHash,
  runbookLink,
} from '../../../shared/runbooks/deep-link.ts';

const profit = 'runbook-profit' as RunbookId;

test('an address leads back to the runbook it was made for, in either form', () => {
  expect(readRunbookLink(runbookLink(profit))).toBe(profit);
  expect(readRunbookHash(runbookHash(profit))).toBe(profit);
  expect(readRunbookHash('#token=x&runbook=runbook-a1')).toBe('runbook-a1');
});

test.each([
  'evenwatch://runbook/runbook-profit/',
  'EVENWATCH://runbook/runbook-profit?from=alert',
  ' evenwatch:runbook/runbook-profit#x ',
])('%j is taken as browsers and alerting tools write it', (address) => {
  expect(readRunbookLink(address)).toBe(profit);
});

test.each([
  'evenwatch://runbook/',
  'evenwatch://runbook/profit',
  'evenwatch://runbook/runbook-../../etc',
  'evenwatch://runbook/runbook-profit/edit',
  'evenwatch://runbook/runbook-%2e%2e',
  'evenwatch://run/runbook-profit',
  'https://runbook/runbook-profit',
  'javascript:evenwatch://runbook/runbook-profit',
  `evenwatch://runbook/runbook-${'a'.repeat(80)}`,
  `evenwatch://runbook/runbook-profit?${'a'.repeat(3000)}`,
  '--inspect=evenwatch://runbook/runbook-profit',
  '__proto__',
  '',
])('%j opens nothing', (address) => {
  expect(readRunbookLink(address)).toBe(null);
  expect(readRunbookHash(`#runbook=${address}`)).toBe(null);
});

test('among the arguments of a start the last address counts, and others say nothing', () => {
  expect(linkAmong(['evenwatch', '--no-sandbox', '/tmp/a.json'])).toBe(null);
  expect(
    linkAmong(['evenwatch', 'evenwatch://runbook/runbook-a', 'x', 'evenwatch://runbook/runbook-b', '-v']),
  ).toBe('runbook-b');
});
