/** From the page's first request to the frame that shows the plan: the window's own part of a start. */
import { expect, test } from '@playwright/test';
import { sixtyByFiftyTwo, thirtyByThirteen } from '../builders/large-workspace.ts';
import { plan } from '../end-to-end/support/work.ts';
import { record } from './row.ts';
import { hostWith, showFirstQuarter, times } from './support.ts';

const boards = [
  { name: '30 people × 13 weeks', workspace: thirtyByThirteen },
  { name: '60 people × 52 weeks', workspace: sixtyByFiftyTwo },
] as const;

for (const { name, workspace } of boards)
  test(`the plan's first paint, ${name}`, async ({}, info) => {
    const host = hostWith(info.project.name, workspace());
    await host.launchToday();
    const { page } = host;
    await expect(plan(page)).toBeVisible();
    await showFirstQuarter(page);
    await page.addInitScript(() => {
      const kept = window as unknown as { planPainted: Promise<number> };
      kept.planPainted = new Promise((done) => {
        const observer = new MutationObserver(() => {
          if (document.querySelector('.board-row [data-shift]') === null) return;
          observer.disconnect();
          requestAnimationFrame(() => {
            const channel = new MessageChannel(); // its message comes after the frame was drawn
            channel.port1.onmessage = () => done(performance.now());
            channel.port2.postMessage(null);
          });
        });
        observer.observe(document, { subtree: true, childList: true });
      });
    });
    const values = await times(20, async () => {
      await page.reload();
      const taken = await page.evaluate(
        () => (window as unknown as { planPainted: Promise<number> }).planPainted,
      );
      await page.waitForTimeout(1000);
      return taken;
    });
    record(info.project.name, `first paint of the plan, ${name}`, 'ms', values);
    await host.quit();
  });
