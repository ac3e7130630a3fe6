/** What the system sees of the app: its menu bar, the files and links that it hands over, the place of the window. */
import { spawn } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { askedAgain, DesktopHost, definedEnvironment } from './support/desktop-host.ts';
import type { Host } from './support/host.ts';
import { expect, story } from './support/story.ts';

function desktop(host: Host): DesktopHost {
  if (host instanceof DesktopHost) return host;
  throw new Error('only the desktop has a menu bar');
}

/** Starts the app once more, as a double click or a link does; resolves with its exit code. */
function startAgain(host: Host, argument: string): Promise<number | null> {
  const program = join(process.env['EVENWATCH_PACKAGE'] ?? '', 'evenwatch');
  const args = ['--disable-gpu', `--user-data-dir=${join(host.dataFolder, 'chromium')}`, argument];
  const env = { ...definedEnvironment(), EVENWATCH_DATA: host.dataFolder };
  return new Promise((resolve) => spawn(program, args, { env, stdio: 'ignore' }).once('exit', resolve));
}

/** An entry of the menu bar as it stands. */
const entry = (host: Host, id: string) =>
  askedAgain(() =>
    desktop(host).app.evaluate(({ Menu }, wanted) => {
      const { enabled, checked, label } = Menu.getApplicationMenu()?.getMenuItemById(wanted) ?? {};
      return { enabled, checked, label };
    }, id),
  );

const choose = (host: Host, id: string): Promise<void> =>
  askedAgain(() =>
    desktop(host).app.evaluate(({ Menu }, wanted) => {
      Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click();
    }, id),
  );

story(
  'the menu bar follows the window, a second start hands over its file or link, and the window comes back as it was @desktop-only',
  async ({ host }) => {
    await expect.poll(() => entry(host, 'plan-quarter')).toMatchObject({ enabled: false });
    await host.page.getByRole('button', { name: 'Open sample quarter' }).press('Enter');
    await expect(host.page.getByRole('main', { name: 'Board' })).toBeVisible();
    await expect.poll(() => entry(host, 'plan-quarter')).toMatchObject({ enabled: true });
    await choose(host, 'show-history');
    await expect(host.page.getByRole('main', { name: 'History' })).toBeVisible();
    await expect.poll(() => entry(host, 'show-history')).toMatchObject({ checked: true });
    expect(await entry(host, 'show-board')).toMatchObject({ checked: false });

    const file = join(host.dataFolder, 'other plan.json');
    cpSync(join(host.dataFolder, 'workspaces/investor-data/workspace.json'), file);
    expect(await startAgain(host, file)).toBe(0);
    await expect.poll(() => host.page.title()).toBe('other plan.json · Board · Evenwatch');
    await expect(host.page.getByRole('button', { name: /^Back to Investor data/ })).toBeVisible();
    expect(await startAgain(host, 'evenwatch://../../etc/passwd')).toBe(0);
    await expect(host.page.getByText('That link leads to nothing')).toBeVisible();
    expect(await startAgain(host, '/gone/plan.json')).toBe(0);
    await expect(host.page.getByText('Could not open /gone/plan.json')).toBeVisible();

    await askedAgain(() =>
      desktop(host).app.evaluate(({ BrowserWindow }) => {
        const [window] = BrowserWindow.getAllWindows();
        window?.setBounds({ x: 40, y: 30, width: 1100, height: 700 });
        window?.webContents.setZoomLevel(0.5);
      }),
    );
    await host.quit();
    await host.launch();
    await expect.poll(() => host.page.title()).toBe('other plan.json · Board · Evenwatch');
    const place = await askedAgain(() =>
      desktop(host).app.evaluate(({ BrowserWindow }) => {
        const [window] = BrowserWindow.getAllWindows();
        return { ...window?.getBounds(), zoom: window?.webContents.getZoomLevel() };
      }),
    );
    expect(place).toEqual({ x: 40, y: 30, width: 1100, height: 700, zoom: 0.5 });
  },
);
