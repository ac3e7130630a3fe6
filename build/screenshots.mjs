#!/usr/bin/env node
/**
 * `npm run screenshots`: takes the README's two pictures anew, of the sample in the browser host, through this system's
 * Chromium: build/pictures/board-light.png (planned) and board-dark.png (while a shift is dragged).
 */
import './tools/node-version.mjs';

const { ensureInstalled } = await import('./tools/install.mjs');
await ensureInstalled();
const { spawn } = await import('node:child_process');
const { mkdirSync, mkdtempSync, rmSync, statSync } = await import('node:fs');
const { tmpdir } = await import('node:os');
const { join } = await import('node:path');
const { ensureBuilt } = await import('./build.mjs');
const { below, say, stop } = await import('./tools/place.mjs');
const { chromiumForTests } = await import('./tools/test-runtimes.mjs');

/** The README is read over slow lines too. */
const mostBytes = 250_000;
const viewport = { width: 1440, height: 900 };

const found = chromiumForTests();
if (found.missing) stop(`no pictures were taken: ${found.missing}`);
if (process.getuid?.() === 0)
  stop('no pictures were taken: Chromium’s sandbox does not run for root; start this as an ordinary user');
await ensureBuilt(['renderer', 'browser']);
const { chromium } = await import('@playwright/test');

/** The address that the host prints, token and all. */
function addressOf(host) {
  return new Promise((done, failed) => {
    let said = '';
    host.stdout.on('data', (bytes) => {
      said += bytes;
      const address = /http:\/\/\S+/.exec(said);
      if (address) done(address[0]);
    });
    host.on('exit', () => failed(new Error(`the browser host ended: ${said}`)));
  });
}

async function planned(page) {
  await page.getByRole('button', { name: 'Open sample quarter' }).click();
  await page.getByRole('button', { name: 'Plan quarter' }).click();
  await page.getByRole('button', { name: 'Accept plan' }).click({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Dismiss' }).first().click();
  await page.getByText(/^Best (possible|known)$/).first().waitFor({ timeout: 60_000 });
  await page.getByRole('contentinfo').getByText('Saved', { exact: true }).waitFor();
  await page.mouse.move(10, 800);
}

/** Holds a shift over another person's free week: the ghost card says what letting go would do. */
async function dragging(page) {
  const held = await page
    .locator('.board-chip[data-shift^="rotation-growth/primary/2027-02-01"]')
    .first()
    .boundingBox();
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: /^Engineer 3/ }) });
  const target = await row.getByRole('gridcell').nth(4).boundingBox();
  if (!held || !target) throw new Error('the board shows no shift to drag');
  await page.mouse.move(held.x + held.width / 2, held.y + held.height / 2);
  await page.mouse.down();
  await page.mouse.move(target.x + target.width / 2, target.y + target.height / 2, { steps: 20 });
  await page.getByText(/^Release /).waitFor();
}

async function picture(browser, { scheme, prepare, name }) {
  const data = mkdtempSync(join(tmpdir(), 'evenwatch-pictures-'));
  const host = spawn(process.execPath, [below('out/browser/main.js'), '--no-open'], {
    env: { ...process.env, EVENWATCH_DATA: data },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const page = await browser.newPage({ viewport, colorScheme: scheme, reducedMotion: 'reduce' });
    await page.goto(await addressOf(host));
    await planned(page);
    await prepare(page);
    const path = below('build/pictures', name);
    await page.screenshot({ path });
    await page.close();
    const { size } = statSync(path);
    if (size > mostBytes) stop(`${name} has ${size} bytes; at most ${mostBytes} are wanted`);
    say(`${name}: ${Math.round(size / 1000)} kB`);
  } finally {
    const ended = new Promise((done) => host.once('exit', done));
    host.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true, force: true });
  }
}

mkdirSync(below('build/pictures'), { recursive: true });
const browser = await chromium.launch({ executablePath: found.program });
try {
  await picture(browser, { scheme: 'light', prepare: async () => {}, name: 'board-light.png' });
  await picture(browser, { scheme: 'dark', prepare: dragging, name: 'board-dark.png' });
} finally {
  await browser.close();
}
