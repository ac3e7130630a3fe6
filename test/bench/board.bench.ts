/** The Board at its largest, 60 people × 52 weeks with 1,560 shifts: what a drag costs, by the page's own clock and by Chromium's trace. */
import { expect, test, type Page } from '@playwright/test';
import { sixtyByFiftyTwo, thirtyByThirteen } from '../builders/large-workspace.ts';
import { plan } from '../end-to-end/support/work.ts';
import { heapOf, traced, workPer } from './main-thread.ts';
import { record } from './row.ts';
import { hostWith, paintAfter, showFirstQuarter, times } from './support.ts';

interface Heard {
  /** Milliseconds from a pointer event to the next task: its listeners, what React draws for them, and a frame where that comes first. */
  readonly moves: number[];
  readonly drops: number[];
  /** What a drop leaves for after its frame: figures, counts, toast, focus. */
  readonly followed: number[];
  /** From the time stamp of the release to the task after the frame that shows it. */
  readonly painted: number[];
  /** Between two frames while something is held. */
  readonly frames: number[];
}

/** Has the page listen to itself from now on. To be asked before the Board is drawn: whoever listens first hears all that the others do. */
async function listenToDrags(page: Page): Promise<void> {
  await page.evaluate(() => {
    const heard: Heard = { moves: [], drops: [], followed: [], painted: [], frames: [] };
    Object.assign(window, { heard });
    const nextTask = (then: () => void) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = then;
      channel.port2.postMessage(null);
    };
    let isHeld = false;
    let last = 0;
    const frame = (now: number) => {
      if (isHeld && last > 0) heard.frames.push(now - last);
      last = isHeld ? now : 0;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    const first = { capture: true } as const;
    window.addEventListener('pointerdown', () => (isHeld = true), first);
    window.addEventListener(
      'pointermove',
      () => {
        const begun = performance.now();
        if (isHeld) nextTask(() => heard.moves.push(performance.now() - begun));
      },
      first,
    );
    window.addEventListener(
      'pointerup',
      (event) => {
        isHeld = false;
        const begun = performance.now();
        nextTask(() => heard.drops.push(performance.now() - begun));
        requestAnimationFrame(() =>
          nextTask(() => {
            const painted = performance.now();
            heard.painted.push(painted - event.timeStamp);
            nextTask(() => heard.followed.push(performance.now() - painted));
          }),
        );
      },
      first,
    );
  });
}

/** Forgets what was heard so far: a click that chooses a zoom ends with a release, too, but is no drop. */
const forget = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const list of Object.values((window as unknown as { heard: Record<string, number[]> }).heard))
      list.length = 0;
  });

const heardOf = (page: Page): Promise<Heard> =>
  page.evaluate(() => (window as unknown as { heard: Heard }).heard);

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A chip and somebody else's row, other ones with every turn. By elements: names of thousands would be computed for each. */
const spots = (page: Page, turn: number): Promise<{ from: Spot; target: Spot }> =>
  page.evaluate((number) => {
    const rows = [...document.querySelectorAll('.board-row[data-kind="person"]')].slice(0, 16);
    const row = rows[number % rows.length];
    const chips = [...(row?.querySelectorAll('.board-chip') ?? [])].slice(0, 6);
    const middle = (element: Element | undefined): Spot => {
      const box = element?.getBoundingClientRect();
      return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
    };
    return {
      from: middle(chips[number % Math.max(1, chips.length)]),
      target: middle(rows[(number + 5) % rows.length]),
    };
  }, turn);

const drags = 50;

/** Takes a turn from its row to another one. */
async function drag(page: Page, turn: number): Promise<number> {
  const { from, target } = await spots(page, turn);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, from.y + 8, { steps: 2 });
  await page.mouse.move(from.x, target.y, { steps: 12 });
  await page.keyboard.down('Control'); // places it whatever it breaks: the work is what is measured
  await page.mouse.up();
  await page.keyboard.up('Control');
  await page.waitForTimeout(60);
  return 0;
}

/** From the key to the task after the frame that shows the plan of before. */
async function undone(page: Page): Promise<number> {
  const painted = await paintAfter(page, 'keydown');
  await page.keyboard.press('Control+z');
  const taken = await painted();
  await page.waitForTimeout(60);
  return taken;
}

const boards = [
  { name: '60 people × 52 weeks', workspace: sixtyByFiftyTwo, zoom: 'Year' },
  { name: '30 people × 13 weeks', workspace: thirtyByThirteen, zoom: 'Quarter' },
] as const;

for (const { name, workspace, zoom } of boards)
  test(`drags over the board, ${name}`, async ({}, info) => {
    const host = hostWith(info.project.name, workspace());
    await host.launchToday();
    const { page } = host;
    await expect(plan(page)).toBeVisible();
    await showFirstQuarter(page);
    const screens = page.getByRole('navigation', { name: 'Screens' });
    await screens.getByRole('button', { name: 'History' }).click();
    await expect(plan(page)).toBeHidden();
    await listenToDrags(page);
    await screens.getByRole('button', { name: 'Board' }).click();
    await page.getByRole('radio', { name: 'People' }).click();
    await page.getByRole('radio', { name: zoom }).click();
    await expect(
      plan(page)
        .getByRole('button', { name: /week 3, / })
        .first(),
    ).toBeVisible();
    await page.waitForTimeout(3000); // the shares are being worked out: that is another measure
    const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
    record(info.project.name, `elements in the page, ${name}`, 'pieces', [nodes]);
    await forget(page);
    const heap = await heapOf(page);
    await times(drags, (turn) => drag(page, turn));
    const grown = (await heapOf(page)) - heap;
    const { moves, drops, followed, painted, frames } = await heardOf(page);
    record(info.project.name, `undo to painted, ${name}`, 'ms', await times(20, () => undone(page)));
    // Apart from the others, for a trace takes time itself.
    const written = await traced(page);
    await times(drags, (turn) => drag(page, drags + turn));
    const trace = await written();
    record(info.project.name, `work per drop, ${name}`, 'ms', workPer('pointerup', trace));
    record(info.project.name, `work per move, ${name}`, 'ms', workPer('pointermove', trace));
    record(info.project.name, `move to next task, ${name}`, 'ms', moves);
    record(info.project.name, `release to next task, ${name}`, 'ms', drops);
    record(info.project.name, `after the frame of a drop, ${name}`, 'ms', followed);
    record(info.project.name, `release to painted, ${name}`, 'ms', painted);
    record(info.project.name, `frame while dragging, ${name}`, 'ms', frames);
    record(info.project.name, `frames above 50 ms while dragging, ${name}`, 'pieces', [
      frames.filter((frame) => frame > 50).length,
    ]);
    record(info.project.name, `heap grown after ${String(moves.length)} moves, ${name}`, 'MB', [grown]);
    await host.quit();
  });
