/** The main thread of the page as Chromium's own trace sees it. */
import type { Page } from '@playwright/test';

/** An entry of the trace, as far as it is read here; times in microseconds. */
interface Entry {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Processor time that the thread had meanwhile: waiting for a core, or for another thread, is not in it. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly type?: string } };
}

const categories = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];

/** How long after an event its frame is looked for, in microseconds. */
const mostWait = 500_000;

/**
 * Milliseconds of processor time that the main thread spends on each event of a type: from the event to the end of the frame that
 * shows what came of it, with its listeners, React, style, layout and paint.
 */
export function workPer(type: string, entries: readonly Entry[]): readonly number[] {
  const isOne = ({ name, args }: Entry): boolean => name === 'EventDispatch' && args?.data?.type === type;
  const events = entries.filter(isOne);
  const [any] = events;
  if (any === undefined) throw new Error(`the trace holds no ${type}`);
  const own = entries
    .filter(({ pid, tid }) => pid === any.pid && tid === any.tid)
    .sort((a, b) => a.ts - b.ts);
  const commits = own.filter(({ name }) => name === 'Commit');
  const tasks = own.filter(({ name }) => name === 'RunTask');
  return events.map(({ ts: begun, dur = 0 }) => {
    const shown = commits.find(({ ts }) => ts > begun && ts < begun + mostWait);
    const until = shown === undefined ? begun + dur : shown.ts + (shown.dur ?? 0);
    const spent = tasks.filter((task) => task.ts + (task.dur ?? 0) > begun && task.ts < until);
    return spent.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000;
  });
}

/** Has Chromium write down what its threads do from now on. Returns what ends that and gives all that was written. */
export async function traced(page: Page): Promise<() => Promise<readonly Entry[]>> {
  const session = await page.context().newCDPSession(page);
  const entries: Entry[] = [];
  session.on('Tracing.dataCollected', ({ value }) => entries.push(...(value as unknown as Entry[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: categories },
  });
  return async () => {
    const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
    await session.send('Tracing.end');
    await complete;
    await session.detach();
    return entries;
  };
}

/** What the page's own objects take, in MB, after everything that nobody holds has been collected. */
export async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1e6;
}
