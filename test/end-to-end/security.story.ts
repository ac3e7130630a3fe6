/** What the page may not do. The rows of platform.md section 4 that can be seen from inside the running app. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { request as httpRequest, type OutgoingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { BrowserHost } from './support/browser-host.ts';
import { expect, story } from './support/story.ts';
import { openSample, untilSaved } from './support/work.ts';

story(
  'the page has no require, no process and only three functions of the keeper @desktop-only',
  async ({ host: { page } }) => {
    const seen = await page.evaluate(() => ({
      require: typeof (globalThis as Record<string, unknown>)['require'],
      process: typeof (globalThis as Record<string, unknown>)['process'],
      keeper: Object.keys((globalThis as Record<string, unknown>)['evenwatch'] as object).sort(),
    }));
    expect(seen).toMatchObject({ require: 'undefined', process: 'undefined' });
    expect(seen.keeper).toEqual(['call', 'offer', 'on']);
  },
);

story(
  'the renderer is confined by seccomp and a process namespace of its own @desktop-only',
  async ({ host }) => {
    const children = descendants(host.pid).filter((pid) => commandLine(pid).includes('--type=renderer'));
    expect(children.length).toBeGreaterThan(0);
    for (const pid of children) {
      const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
      expect(/^Seccomp:\s+(\d)/m.exec(status)?.[1]).toBe('2');
      expect(/^NSpid:\s+(.+)$/m.exec(status)?.[1]?.trim().split(/\s+/).length).toBeGreaterThan(1);
    }
  },
);

story('the page cannot leave, open a window, or run a script of its own making', async ({ host }) => {
  const { page } = host;
  await openSample(page);
  const address = page.url();
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.documentElement.dataset.injected = "yes"';
    document.head.append(script);
    document.body.insertAdjacentHTML(
      'beforeend',
      '<img src="x:" onerror="document.documentElement.dataset.injected = 1">',
    );
  });
  await expect(page.locator('html')).not.toHaveAttribute('data-injected');
  // A string given to a timer is what the policy forbids; the test's own evaluation stands outside of it.
  await page.evaluate(() => {
    setTimeout('document.documentElement.dataset.injected = "timer"' as unknown as () => void, 0);
  });
  await page.waitForTimeout(100);
  await expect(page.locator('html')).not.toHaveAttribute('data-injected');
  if (host.kind === 'desktop') {
    const opened = await page.evaluate(() => window.open('https://example.org/') === null);
    expect(opened).toBe(true);
    await page.evaluate(() => {
      location.href = 'https://example.org/';
    });
    await page.waitForTimeout(300);
    expect(page.url()).toBe(address);
  }
  host.forget(
    /Content Security Policy|ERR_UNKNOWN_URL_SCHEME|'x:'|outside request: x:|outside request: https:\/\/example\.org/,
  ); // all refused, which is the point
});

story(
  'no permission is given but to write to the clipboard, for the picture of the Board @desktop-only',
  async ({ host: { page } }) => {
    const states = await page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'];
      const answers = await Promise.all(
        names.map((name) =>
          navigator.permissions.query({ name: name as PermissionName }).then(
            ({ state }) => state,
            () => 'unknown',
          ),
        ),
      );
      return answers;
    });
    expect(states).not.toContain('granted');
    expect(states).toContain('denied');
  },
);

story('plans are readable by their owner alone', async ({ host }) => {
  await openSample(host.page);
  await untilSaved(host.page);
  const modes = readdirSync(join(host.dataFolder, 'workspaces'), { recursive: true, encoding: 'utf8' }).map(
    (path) => {
      const stat = statSync(join(host.dataFolder, 'workspaces', path));
      return `${path} ${(stat.mode & 0o777).toString(8)} ${stat.isDirectory() ? 'folder' : 'file'}`;
    },
  );
  expect(modes.length).toBeGreaterThan(2);
  for (const mode of modes) expect(mode).toMatch(/ (700 folder|600 file)$/);
});

/** Status of a raw request: the browser would tidy the path and add headers of its own. */
const statusOf = (origin: URL, path: string, headers: OutgoingHttpHeaders = {}): Promise<number> =>
  new Promise((done, fail) => {
    const asked = httpRequest(
      { host: origin.hostname, port: origin.port, path, headers: { host: origin.host, ...headers } },
      (reply) => {
        reply.resume();
        done(reply.statusCode ?? 0);
      },
    );
    asked.on('error', fail);
    asked.end();
  });

story('the server hands out its own files only, under its own name only @browser-only', async ({ host }) => {
  if (!(host instanceof BrowserHost)) throw new Error('this story is for the browser host');
  const origin = new URL(host.address);
  expect(await statusOf(origin, '/')).toBe(200);
  for (const path of [
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/assets/..%5c..%5cpackage.json',
    '/%00',
    '//etc/passwd',
  ])
    expect([400, 403, 404], path).toContain(await statusOf(origin, path));
  expect([400, 403, 421]).toContain(await statusOf(origin, '/', { host: 'evil.example' }));
});

story('a page without the token gets no plan @browser-only', async ({ host }) => {
  if (!(host instanceof BrowserHost)) throw new Error('this story is for the browser host');
  const { page } = host;
  await openSample(page);
  const stranger = await page.context().newPage();
  await stranger.goto(new URL('/', host.address).href);
  await expect(stranger.getByText(/not allowed|address that Evenwatch printed/i).first()).toBeVisible();
  await stranger.close();
});

function descendants(pid: number): readonly number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((candidate) => parentOf(candidate) === pid);
  return children.flatMap((child) => [child, ...descendants(child)]);
}

function parentOf(pid: number): number | null {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1]);
  } catch {
    return null; // it has ended in between
  }
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8');
  } catch {
    return ''; // it has ended in between
  }
}
