/** Ground that measurements stand on: hosts started on prepared plans, and the window's own clock. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { closeWorkspace } from '../../shared/document/close.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import { BrowserHost } from '../end-to-end/support/browser-host.ts';
import { DesktopHost } from '../end-to-end/support/desktop-host.ts';
import type { Host } from '../end-to-end/support/host.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A host, not yet started, whose last plan is this one; without one it starts empty. */
export function hostWith(project: string, workspace: Workspace | null): Host {
  const folder = mkdtempSync(join(tmpdir(), 'evenwatch-bench-'));
  if (workspace) {
    const home = join(folder, 'workspaces', 'bench');
    mkdirSync(home, { recursive: true, mode: 0o700 });
    writeFileSync(join(home, 'workspace.json'), closeWorkspace(workspace, 1, sha256), { mode: 0o600 });
  }
  return project === 'desktop' ? new DesktopHost(folder) : new BrowserHost(folder);
}

/** Runs something some times and keeps the durations, in milliseconds. */
export async function times(
  count: number,
  run: (turn: number) => Promise<number>,
): Promise<readonly number[]> {
  const values: number[] = [];
  for (let turn = 0; turn < count; turn++) values.push(await run(turn));
  return values;
}

/**
 * Prepares the page to say when the next event of a type was painted: the task after the frame that draws what came of it.
 * @returns a function that waits for it; milliseconds from the event's time stamp to the paint
 */
export async function paintAfter(page: Page, type: 'pointerup' | 'keydown'): Promise<() => Promise<number>> {
  await page.evaluate((wanted) => {
    const kept = window as unknown as { painted: Promise<number> };
    kept.painted = new Promise((done) => {
      window.addEventListener(
        wanted,
        (event) => {
          requestAnimationFrame(() => {
            const channel = new MessageChannel(); // its message comes after the frame was drawn
            channel.port1.onmessage = () => done(performance.now() - event.timeStamp);
            channel.port2.postMessage(null);
          });
        },
        { capture: true, once: true },
      );
    });
  }, type);
  return () => page.evaluate(() => (window as unknown as { painted: Promise<number> }).painted);
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Drags from one spot to another and lets go. Returns how long that took to paint, in ms; what follows it has had its time by then. */
export async function dropPainted(page: Page, from: Spot, to: Spot): Promise<number> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, from.y + 8, { steps: 2 });
  await page.mouse.move(to.x, to.y, { steps: 6 });
  const painted = await paintAfter(page, 'pointerup');
  await page.keyboard.down('Control'); // places it whatever it breaks: the paint is what is measured
  await page.mouse.up();
  await page.keyboard.up('Control');
  const taken = await painted();
  await page.waitForTimeout(60);
  return taken;
}

/** Shows Q1 2027, in which all prepared plans lie, wherever today's date let the view begin. */
export async function showFirstQuarter(page: Page): Promise<void> {
  const shown = page.getByRole('group', { name: 'Quarter' });
  const forward = shown.getByRole('button', { name: 'Next quarter' });
  const back = shown.getByRole('button', { name: 'Previous quarter' });
  for (let turn = 0; turn < 40; turn++) {
    const [, quarter = '1', year = '2027'] = /Q(\d) (\d{4})/.exec(await shown.innerText()) ?? [];
    const away = (2027 - Number(year)) * 4 + 1 - Number(quarter);
    if (away === 0) return;
    await (away > 0 ? forward : back).click();
  }
}
