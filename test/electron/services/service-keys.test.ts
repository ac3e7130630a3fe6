import { expect, test } from 'vitest';
import type { Cipher } from '../../../electron/ports.ts';
import { keepKeys, keysFor, keysState, plainAddress } from '../../../electron/services/service-keys.ts';
import { nodeFiles } from '../../../electron/storage/node-files.ts';
import { valueOf } from '../support/edits.ts';
import { aFolder, testPorts } from '../support/test-ports.ts';

const token = 'u+secret-token-77';
const mirror = (bytes: Uint8Array): Uint8Array => bytes.map((byte) => byte ^ 0x5a);

/** A keychain that writes backwards, so that a test sees whether anything went round it. */
const aCipher = (changes: Partial<Cipher> = {}): Cipher => ({
  fault: () => Promise.resolve(null),
  encrypt: (text) => Promise.resolve(mirror(new TextEncoder().encode(text))),
  decrypt: (bytes) => Promise.resolve(new TextDecoder().decode(mirror(bytes))),
  ...changes,
});

const address = 'https://api.eu.pagerduty.com';

test('a token is kept by the keychain, sealed, and given out for its own address only', async () => {
  const folder = await aFolder();
  const ports = testPorts(folder, { cipher: aCipher() });
  expect(
    valueOf(await keepKeys({ service: 'pagerduty', address: `${address}/`, keys: [token] }, ports)),
  ).toEqual({
    kept: 'keychain',
    because: null,
  });
  const text = new TextDecoder().decode(await nodeFiles.read(`${folder}/keys.json`, 1e6));
  expect(text).toContain(address);
  expect(text).not.toContain(token);
  expect(text).not.toContain(Buffer.from(JSON.stringify([token])).toString('base64'));
  const again = testPorts(folder, { cipher: aCipher() });
  expect(await keysFor('pagerduty', address, again)).toEqual({ ok: true, value: [token] });
  expect(await keysFor('pagerduty', 'https://api.pagerduty.com', again)).toEqual({
    ok: false,
    reason: 'no-token',
  });
  valueOf(await keepKeys({ service: 'pagerduty', address, keys: null }, again));
  expect(valueOf(await keysState({ service: 'pagerduty', address }, again)).kept).toBe('none');
});

test.each(['no-keychain', 'plain-text'] as const)(
  'with %s it is kept for the running program alone',
  async (because) => {
    const folder = await aFolder();
    const ports = testPorts(folder, { cipher: aCipher({ fault: () => Promise.resolve(because) }) });
    const here = `https://${because}.example`;
    expect(valueOf(await keepKeys({ service: 'pagerduty', address: here, keys: [token] }, ports))).toEqual({
      kept: 'session',
      because,
    });
    expect(await keysFor('pagerduty', here, ports)).toEqual({ ok: true, value: [token] });
    for (const file of await nodeFiles.list(folder))
      expect(new TextDecoder().decode(await nodeFiles.read(`${folder}/${file}`, 1e6))).not.toContain(token);
  },
);

test('a keychain that fails with the secret in its error tells nobody', async () => {
  const ports = testPorts(await aFolder(), {
    cipher: aCipher({
      encrypt: (text) => Promise.reject(new Error(text)),
      decrypt: () => Promise.reject(new Error(token)),
    }),
  });
  const here = 'https://locked.example';
  const reply = await keepKeys({ service: 'pagerduty', address: here, keys: [token] }, ports);
  expect(valueOf(reply)).toEqual({ kept: 'session', because: 'no-keychain' });
  expect(JSON.stringify(reply) + ports.logged.join('')).not.toContain(token);
});

test.each(['two words here', ' u+secret-token', 'line\nbreak-token', 'short', 'ünïcode-token'])(
  'no token: %j',
  async (key) => {
    const ports = testPorts(await aFolder(), { cipher: aCipher() });
    expect(await keepKeys({ service: 'pagerduty', address, keys: [key] }, ports)).toMatchObject({
      ok: false,
      problem: { kind: 'service', fault: 'bad-token' },
    });
  },
);

test.each([
  ['https://api.pagerduty.com', 'https://api.pagerduty.com'],
  ['https://api.pagerduty.com///', 'https://api.pagerduty.com'],
  ['http://127.0.0.1:81', 'http://127.0.0.1:81'],
  ['http://api.pagerduty.com', null],
  ['https://user:pw@api.pagerduty.com', null],
  ['https://api.pagerduty.com/?token=1', null],
  ['ftp://api.pagerduty.com', null],
  ['api.pagerduty.com', null],
])('as an address %s is %s', (text, plain) => {
  expect(plainAddress(text)).toBe(plain);
});
