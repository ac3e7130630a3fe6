import { BrowserWindow, session, type Session } from 'electron';
import { createHash, randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import type { Sheet } from '../../shared/print/style.ts';
import type { Pdf } from '../ports.ts';
import { printContents } from './print-contents.ts';

/** Longest time a page may take; 600 pages take two seconds, so whatever takes this long hangs. */
const MOST_MILLISECONDS = 120_000;

/** How long an idle window is kept for the next page. */
const KEPT_MILLISECONDS = 60_000;

/** A window is a process, and prints on one processor; beyond four they wait for the keeper, who joins what they print. */
const LANES = Math.min(4, Math.max(1, availableParallelism()));

const pages = new Map<string, string>();
let printSession: Session | undefined;

/** The one style sheet of the page, allowed by its digest: nothing that a runbook says can bring another. */
function styleDigest(html: string): string {
  const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
  return `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
}

function servePage(url: string): Response {
  const html = pages.get(url);
  if (html === undefined) return new Response('no such page', { status: 404 });
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; style-src ${styleDigest(html)}; font-src data:; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    },
  });
}

/** A session of its own, in memory: no cookie, no cache, no request but the page itself, no permission. */
function quietSession(): Session {
  if (printSession) return printSession;
  const quiet = session.fromPartition('evenwatch-print');
  quiet.protocol.handle('app', (request) => servePage(request.url));
  quiet.webRequest.onBeforeRequest((details, callback) => {
    callback({ cancel: !(pages.has(details.url) || /^data:(?:font|image)\//.test(details.url)) });
  });
  quiet.setPermissionRequestHandler((_contents, _permission, callback) => {
    callback(false);
  });
  quiet.setPermissionCheckHandler(() => false);
  printSession = quiet;
  return quiet;
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (it) => `&#${String(it.charCodeAt(0))};`);

/** Chromium draws the foot as a page of its own, so it is given the first of the page's typefaces, the plain Latin one. */
function footerTemplate(html: string, footer: string): string {
  const face = /@font-face \{[^}]*\}/.exec(html)?.[0] ?? '';
  return (
    `<style>${face} .foot { box-sizing: border-box; width: 100%; padding: 0 18mm; display: flex; justify-content: space-between; ` +
    `font: 10px Inter, Helvetica, Arial, sans-serif; color: #586271; }</style>` +
    `<div class="foot"><span>${escaped(footer)}</span><span><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>`
  );
}

function overdue(): { readonly reached: Promise<never>; readonly stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const reached = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error('the page took longer than two minutes'));
    }, MOST_MILLISECONDS);
  });
  return {
    reached,
    stop: () => {
      clearTimeout(timer);
    },
  };
}

function crashOf(window: BrowserWindow): { readonly reached: Promise<never>; readonly stop: () => void } {
  const { webContents } = window;
  let tell: (error: Error) => void = () => undefined;
  const onGone = (_event: unknown, { reason }: { readonly reason: string }) => {
    tell(new Error(`the printing page ended: ${reason}`));
  };
  webContents.once('render-process-gone', onGone);
  return {
    reached: new Promise<never>((_resolve, reject) => {
      tell = reject;
    }),
    stop: () => {
      webContents.off('render-process-gone', onGone);
    },
  };
}

function endOf(signal: AbortSignal): { readonly reached: Promise<never>; readonly stop: () => void } {
  let tell: (error: Error) => void = () => undefined;
  const onAbort = () => {
    tell(new Error('the print was called off'));
  };
  const reached = new Promise<never>((_resolve, reject) => {
    tell = reject;
  });
  // Whoever waits hears of it; a signal that comes when nobody waits any more is no fault.
  reached.catch(() => undefined);
  signal.addEventListener('abort', onAbort, { once: true });
  return {
    reached,
    stop: () => {
      signal.removeEventListener('abort', onAbort);
    },
  };
}

async function printIn(
  window: BrowserWindow,
  url: string,
  paper: Sheet,
  footer: string | null,
): Promise<Uint8Array> {
  await window.loadURL(url);
  // Page scripts are forbidden by the policy; this is the host asking, not the page.
  await window.webContents.executeJavaScript(
    'Promise.all([...Array.from(document.fonts, (it) => it.load().catch(() => null)), ...Array.from(document.images, (it) => it.decode().catch(() => null))]).then(() => null)',
  );
  const options = {
    pageSize: paper,
    preferCSSPageSize: true,
    printBackground: false,
    ...(footer === null
      ? {}
      : { displayHeaderFooter: true, headerTemplate: '<span></span>', footerTemplate: footer }),
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  };
  return printContents(window.webContents, options);
}

/** A window that nobody sees and that can run nothing and reach nothing. */
function hiddenWindow(): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: quietSession(),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      backgroundThrottling: false,
    },
  });
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  window.webContents.on('will-navigate', (event) => {
    event.preventDefault();
  });
  return window;
}

/** A window that waits for a page. */
interface Kept {
  readonly window: BrowserWindow;
  readonly ends: ReturnType<typeof setTimeout>;
  /** Resolves when it may be given one: a page that is loaded over another one fails with it. */
  readonly ready: Promise<void>;
}

/**
 * Windows of the last pages, kept for a while, and those of pages that are expected: whoever prints one runbook often prints the next, and half
 * of a short print is its process starting.
 */
const kept: Kept[] = [];

async function takeWindow(): Promise<BrowserWindow> {
  const taken = kept.pop();
  if (taken === undefined) return hiddenWindow();
  clearTimeout(taken.ends);
  await taken.ready;
  return taken.window.isDestroyed() || taken.window.webContents.isCrashed() ? hiddenWindow() : taken.window;
}

function keepWindow(window: BrowserWindow, ready: Promise<void> = Promise.resolve()): void {
  if (kept.length >= LANES || window.isDestroyed()) {
    window.destroy();
    return;
  }
  const ends = setTimeout(() => {
    kept.splice(
      kept.findIndex((it) => it.window === window),
      1,
    );
    window.destroy();
  }, KEPT_MILLISECONDS);
  kept.push({ window, ends, ready });
}

/** Starts the process of a window by an empty page. One that cannot start says so when it is to print. */
async function startProcess(window: BrowserWindow): Promise<void> {
  const url = `app://print/${randomUUID()}`;
  pages.set(url, '<!doctype html>');
  await window.loadURL(url).catch(() => undefined);
  pages.delete(url);
}

/** Prints in a hidden window, which is kept for the next page only when nothing went wrong in it. */
export const desktopPdf: Pdf = {
  lanes: LANES,
  expect(count) {
    while (kept.length < Math.min(count, LANES)) {
      const window = hiddenWindow();
      keepWindow(window, startProcess(window));
    }
  },
  async print(html, { paper, footer, signal }) {
    const url = `app://print/${randomUUID()}`;
    pages.set(url, html);
    const calledOff = endOf(signal);
    const window = await takeWindow();
    const gone = crashOf(window);
    const limit = overdue();
    try {
      const printed = await Promise.race([
        printIn(window, url, paper, footer === '' ? null : footerTemplate(html, footer)),
        gone.reached,
        limit.reached,
        calledOff.reached,
      ]);
      gone.stop();
      keepWindow(window);
      return printed;
    } catch (error) {
      window.destroy();
      throw error;
    } finally {
      limit.stop();
      calledOff.stop();
      pages.delete(url);
    }
  },
};
