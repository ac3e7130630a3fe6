import { expect, test } from 'vitest';
import { takeToken } from '../../../renderer/bridge/token.ts';

function page(hash: string, kept: Record<string, string> = {}) {
  const shown: string[] = [];
  return {
    shown,
    kept,
    location: { hash, pathname: '/', search: '' },
    history: { replaceState: (_state: unknown, _title: string, url: string) => void shown.push(url) },
    sessionStorage: {
      getItem: (key: string) => kept[key] ?? null,
      setItem: (key: string, value: string) => void (kept[key] = value),
    },
  };
}

const take = (one: ReturnType<typeof page>) => takeToken(one as unknown as Parameters<typeof takeToken>[0]);

test('the token leaves the address bar as soon as it is read', () => {
  const one = page('#token=abc123');
  expect(take(one)).toBe('abc123');
  expect(one.shown).toEqual(['/']);
});

test('what else the address names stays in it', () => {
  const one = page('#token=abc123&runbook=runbook-profit');
  expect(take(one)).toBe('abc123');
  expect(one.shown).toEqual(['/#runbook=runbook-profit']);
});

test('a reload of the tab finds the token again', () => {
  const first = page('#token=abc123');
  take(first);
  expect(take(page('', first.kept))).toBe('abc123');
});

test('without a token there is none, and nothing is invented', () => {
  expect(take(page(''))).toBe('');
});
