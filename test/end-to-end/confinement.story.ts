/**
 * Pages that mean harm: the app's own, taken over, which must get nowhere on the desktop; and another one in the same browser,
 * which must get nothing out of the browser host and nothing into it.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { aFile } from '../builders/a-file.ts';
import { hostileWorkspace } from '../builders/hostile-workspace.ts';
import { BrowserHost } from './support/browser-host.ts';
import { askedAgain, DesktopHost } from './support/desktop-host.ts';
import { expect, story } from './support/story.ts';
import { openSample, plan } from './support/work.ts';

/** Everything is refused, and the page complains of it; that is the point. */
const refusals =
  /Content Security Policy|content security policy|ERR_|Not allowed to|Failed to (load|launch|fetch)|Refused|WebSocket connection|outside request|CORS policy|violates|Permissions policy|page error: no such/;

/** Where a page that was taken over would like to go. */
const addresses = [
  'https://example.org/',
  'http://127.0.0.1:1/',
  'file:///etc/passwd',
  'file://server/share/a.exe',
  'smb://server/share',
  '\\\\server\\share',
  'data:text/html,<script>1</script>',
  'javascript:document.title="taken"',
  'app://other/',
  'app://evenwatch/assets/',
  'chrome://gpu/',
  'view-source:app://evenwatch/',
];

/** Lets go of a file over the page, as from a file manager. */
async function dropFile(page: Page, file: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', { type, x: 500, y: 400, data });
  await devtools.detach();
}

/** Tries in the page, one after the other, whatever leads elsewhere; says what was not refused. */
const tryToLeave = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async (all) => {
    const through: string[] = [];
    for (const address of all) {
      if (window.open(address) !== null) through.push(`window.open ${address}`);
      const link = Object.assign(document.createElement('a'), { href: address, target: '_blank' });
      document.body.append(link);
      link.click();
      link.remove();
      const frame = Object.assign(document.createElement('iframe'), { src: address });
      document.body.append(frame);
      await fetch(address).then(
        ({ status }) => status < 400 && through.push(`fetch ${address}`),
        () => undefined,
      );
      try {
        if ('evenwatch' in (frame.contentWindow ?? {})) through.push(`the keeper in a frame of ${address}`);
      } catch {
        // The frame shows that it was refused, which is another origin's page.
      }
      frame.remove();
      try {
        location.href = address;
      } catch {
        // The browser itself refuses the address.
      }
    }
    const form = Object.assign(document.createElement('form'), {
      action: 'https://example.org/',
      method: 'post',
    });
    document.body.append(form);
    form.submit();
    document.head.insertAdjacentHTML(
      'beforeend',
      '<meta http-equiv="refresh" content="0;url=https://example.org/">',
    );
    document.body.insertAdjacentHTML('beforeend', '<webview src="https://example.org/"></webview>');
    if ('getURL' in (document.querySelector('webview') ?? {})) through.push('a webview');
    return through;
  }, addresses);

/** Asks for what a page may be given, and says what it got. */
const askForPermissions = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const got: string[] = [];
    const asked = async (name: string, answer: () => Promise<unknown>): Promise<void> => {
      const silence = new Promise((resolve) => setTimeout(resolve, 1000));
      const given = answer().then(
        (value) => value !== 'denied' && value !== null,
        () => false,
      );
      if ((await Promise.race([given, silence])) === true) got.push(name);
    };
    await asked('notifications', () => Notification.requestPermission());
    await asked('camera', () => navigator.mediaDevices.getUserMedia({ video: true }));
    await asked('microphone', () => navigator.mediaDevices.getUserMedia({ audio: true }));
    await asked('screen', () => navigator.mediaDevices.getDisplayMedia());
    await asked('clipboard', () => navigator.clipboard.readText());
    await asked(
      'place',
      () => new Promise((good, bad) => navigator.geolocation.getCurrentPosition(good, bad)),
    );
    for (const device of ['usb', 'hid', 'serial', 'bluetooth']) {
      const bus = (
        navigator as unknown as Record<string, { requestDevice?: unknown; requestPort?: unknown }>
      )[device];
      const ask = bus?.requestDevice ?? bus?.requestPort;
      if (typeof ask === 'function')
        await asked(device, async () => {
          const request = ask as (wish: object) => Promise<unknown>;
          const answer = await request.call(bus, { filters: [], acceptAllDevices: true });
          return Array.isArray(answer) && answer.length === 0 ? null : answer;
        });
    }
    return got;
  });

/** Turns the page's own ground under the keeper's door; says which names got through it. */
const tamper = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const door = (
      globalThis as unknown as { evenwatch: { call(name: unknown, request: unknown): Promise<unknown> } }
    ).evenwatch;
    const { find, includes } = Array.prototype;
    Array.prototype.find = (() => 'fs.read') as typeof find;
    Array.prototype.includes = () => true;
    const through: string[] = [];
    for (const name of [
      'fs.read',
      'ELECTRON_BROWSER_REQUIRE',
      '__proto__',
      'constructor',
      'file.dropped',
      { toString: () => 'host.info' },
    ])
      await door.call(name, '/etc/passwd').then(
        () => through.push(JSON.stringify(name)),
        () => undefined,
      );
    Array.prototype.find = find;
    Array.prototype.includes = includes;
    const links = [
      'file:///etc/passwd',
      'javascript:1',
      'smb://server/share',
      '\\\\server\\share',
      'http://example.org/',
      'https://a@b@c',
    ];
    for (const url of links) {
      const reply = (await door.call('shell.openLink', { url })) as {
        ok: boolean;
        problem?: { kind: string };
      };
      if (reply.ok || reply.problem?.kind !== 'bad-message') through.push(`shell.openLink ${url}`);
    }
    return through;
  });

/** Puts a plan into the data folder whose every text wants to be a script. */
function plantHostilePlan(dataFolder: string): void {
  const folder = join(dataFolder, 'workspaces/hostile');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'workspace.json'), aFile(hostileWorkspace()));
}

/** Opens every screen there is, and each runbook. */
async function lookAtEverything(page: Page): Promise<void> {
  const rail = page.getByRole('navigation', { name: 'Screens' });
  for (const screen of await rail.getByRole('button').allInnerTexts()) {
    await rail.getByRole('button', { name: screen.trim(), exact: true }).press('Enter');
    await expect(page.getByRole('main', { name: screen.trim() })).toBeVisible();
  }
  await rail.getByRole('button', { name: 'Runbooks', exact: true }).press('Enter');
  await expect(page.getByText('onerror=').first()).toBeVisible();
  await rail.getByRole('button', { name: 'Board', exact: true }).press('Enter');
}

story(
  'text that means harm stays text, and a page that was taken over gets nowhere @desktop-only',
  async ({ sleepingHost: host }) => {
    if (!(host instanceof DesktopHost)) throw new Error('this story is for the desktop');
    plantHostilePlan(host.dataFolder);
    await host.launch();
    const { app, page } = host;
    await expect(plan(page)).toBeVisible();
    await lookAtEverything(page);
    await expect(page.locator('html')).not.toHaveAttribute('data-injected');
    expect(host.complaints).toEqual([]);

    const address = page.url();
    const kept = await askedAgain(() =>
      app.evaluate(({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        return (
          contents as unknown as { getLastWebPreferences(): Record<string, unknown> }
        ).getLastWebPreferences();
      }),
    );
    expect(kept).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
    });
    for (const name of [
      'webviewTag',
      'nodeIntegrationInWorker',
      'nodeIntegrationInSubFrames',
      'allowRunningInsecureContent',
      'experimentalFeatures',
      'navigateOnDragDrop',
      'enableBlinkFeatures',
    ])
      expect(kept[name], name).toBeFalsy();
    await askedAgain(() =>
      app.evaluate(({ shell }) => {
        const opened: string[] = [];
        Object.assign(globalThis, { opened });
        shell.openExternal = (url) => (opened.push(url), Promise.resolve());
        shell.openPath = (path) => (opened.push(path), Promise.resolve(''));
      }),
    );

    expect(await tamper(page)).toEqual([]);
    expect(await askForPermissions(page)).toEqual([]);
    expect(await tryToLeave(page)).toEqual([]);
    const file = join(host.dataFolder, 'taken.html');
    writeFileSync(file, '<script>document.title = "taken"</script>');
    await dropFile(page, file);

    // Asked from the keeper's side: the driver still waits for navigations that were called off.
    const after = await askedAgain(() =>
      app.evaluate(async ({ BrowserWindow, webContents }) => ({
        opened: (globalThis as unknown as { opened: string[] }).opened,
        pages: webContents.getAllWebContents().map((contents) => contents.getURL()),
        shown: (await BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
          '[document.querySelectorAll("[role=grid]").length, /taken/.test(document.title)]',
        )) as unknown,
      })),
    );
    expect(after).toEqual({ opened: [], pages: [address], shown: [1, false] });
    host.forget(refusals);
  },
);

/** A web site of somebody else on the same machine: another origin, as every other site is. */
async function aStrangersSite(): Promise<{ address: string; asked: string[]; close(): void }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method ?? ''} ${request.headers.referer ?? ''}`);
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>Stranger</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/`, asked, close: () => server.close() };
}

/** What a script of another site gets out of an address that it knows, and into it. */
const attack = (page: Page, target: string): Promise<Record<string, string>> =>
  page.evaluate(async (origin) => {
    const outcome = (promise: Promise<unknown>): Promise<string> =>
      Promise.race([
        promise.then(String, () => 'refused'),
        new Promise<string>((resolve) => setTimeout(resolve, 3000, 'nothing')),
      ]);
    const element = (name: 'img' | 'script' | 'link', of: object): Promise<unknown> =>
      new Promise((resolve, reject) => {
        const made = Object.assign(document.createElement(name), of);
        made.addEventListener('load', () => resolve('loaded'));
        made.addEventListener('error', reject);
        document.head.append(made);
      });
    return {
      read: await outcome(fetch(origin).then((reply) => reply.text())),
      'read without looking': await outcome(fetch(origin, { mode: 'no-cors' })),
      write: await outcome(fetch(origin, { method: 'POST', mode: 'no-cors', body: '{}' })),
      picture: await outcome(element('img', { src: `${origin}favicon.ico` })),
      script: await outcome(element('script', { src: `${origin}assets/index.js` })),
      style: await outcome(element('link', { rel: 'stylesheet', href: `${origin}assets/index.css` })),
      socket: await outcome(
        new Promise((resolve, reject) => {
          const socket = new WebSocket(`${origin.replace('http', 'ws')}bridge`);
          socket.onopen = () => resolve('open');
          socket.onerror = reject;
        }),
      ),
    };
  }, target);

story(
  'another site in the same browser gets nothing out of the app and nothing into it @browser-only',
  async ({ host }) => {
    if (!(host instanceof BrowserHost)) throw new Error('this story is for the browser host');
    const { page } = host;
    const loaded = await page.reload();
    expect(loaded?.headers()).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
    });
    await openSample(page);
    expect(page.url()).not.toContain('token');
    expect(await page.context().cookies()).toEqual([]);

    const site = await aStrangersSite();
    const stranger = await page.context().newPage();
    const target = new URL('/', host.address).href;
    await stranger.goto(site.address);
    const got = await attack(stranger, target);
    expect(got).toEqual(Object.fromEntries(Object.keys(got).map((name) => [name, 'refused'])));

    await stranger.evaluate((address) => {
      document.body.append(Object.assign(document.createElement('iframe'), { src: address }));
    }, target);
    await expect
      .poll(() => stranger.frames().map((frame) => frame.url()))
      .toContain('chrome-error://chromewebdata/');

    const opening = page.context().waitForEvent('page');
    await stranger.evaluate((address) => void window.open(address), target);
    const opened = await opening;
    await expect(opened.getByText(/not allowed|address that Evenwatch printed/i).first()).toBeVisible();
    expect(await opened.evaluate(() => window.opener === null)).toBe(true);

    // A name that somebody lets resolve to this machine: the browser sends it as Host.
    const rebound = await stranger.goto(target.replace('127.0.0.1', 'stranger.localhost'));
    expect(rebound?.status()).toBe(403);
    expect(await rebound?.text()).toContain('Forbidden');

    await expect(plan(page)).toBeVisible();
    await opened.close();
    await stranger.close();
    site.close();
  },
);
