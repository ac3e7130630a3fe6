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

/**
 * Milliseconds of processor time that the main thread spends on each release of the pointer: from the event to the end of the frame
 * that shows what came of it, with its listeners, React, style, layout and paint.
 */
export function workPerRelease(entries: readonly Entry[]): readonly number[] {
  const releases = entries.filter(
    ({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'pointerup',
  );
  return releases.map((release) => {
    const own = entries.filter(
      ({ pid, tid, ts }) =>
        pid === release.pid && tid === release.tid && ts >= release.ts - 50_000 && ts < release.ts + 500_000,
    );
    const shown = own
      .filter(({ name, ts }) => name === 'Commit' && ts > release.ts)
      .sort((a, b) => a.ts - b.ts)[0];
    const until = shown === undefined ? release.ts + (release.dur ?? 0) : shown.ts + (shown.dur ?? 0);
    const tasks = own.filter(
      ({ name, ts, dur = 0 }) => name === 'RunTask' && ts + dur > release.ts && ts < until,
    );
    return tasks.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000;
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
