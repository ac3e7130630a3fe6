/** The packed Electron app, with its sandbox on. */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { listen, storyDay, type Host } from './host.ts';

export class DesktopHost implements Host {
  readonly kind = 'desktop';
  readonly dataFolder: string;
  readonly complaints: string[] = [];
  #app: ElectronApplication | null = null;
  #page: Page | null = null;

  forget(expected: RegExp): void {
    const others = this.complaints.filter((complaint) => !expected.test(complaint));
    this.complaints.splice(0, this.complaints.length, ...others);
  }

  startedAgain = false;

  constructor(dataFolder: string) {
    this.dataFolder = dataFolder;
  }

  get page(): Page {
    if (!this.#page) throw new Error('the app is not running');
    return this.#page;
  }

  get app(): ElectronApplication {
    if (!this.#app) throw new Error('the app is not running');
    return this.#app;
  }

  get pid(): number {
    return this.app.process().pid ?? 0;
  }

  async launch(): Promise<void> {
    await this.launchToday();
    // The window has begun before its clock could be set, so it begins again.
    await this.page.waitForLoadState();
    await this.page.clock.setFixedTime(storyDay);
    await this.page.reload();
  }

  async resize(width: number, height: number): Promise<void> {
    await askedAgain(() =>
      this.app.evaluate(
        ({ BrowserWindow }, size) =>
          BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
        { width, height },
      ),
    );
    await this.page.waitForFunction((wanted) => window.innerWidth === wanted, width);
  }

  async launchToday(): Promise<void> {
    const folder = process.env['EVENWATCH_PACKAGE'];
    if (!folder)
      throw new Error('EVENWATCH_PACKAGE names no packed app; run `npm test -- --stories desktop`');
    let starts = 0;
    this.#app = await attached(() => {
      starts += 1;
      return _electron.launch({
        executablePath: join(folder, 'evenwatch'),
        args: ['--disable-gpu', `--user-data-dir=${join(this.dataFolder, 'chromium')}`],
        chromiumSandbox: true, // without this Playwright switches the sandbox off
        env: { ...definedEnvironment(), EVENWATCH_DATA: this.dataFolder, LANG: 'en_GB.UTF-8' },
        timeout: 30_000,
      });
    });
    this.startedAgain = starts > 1;
    this.#page = await this.#app.firstWindow();
    listen(this.#page, (url) => url.protocol === 'app:' && url.host === 'evenwatch', this.complaints);
  }

  async quit(): Promise<void> {
    await this.#app?.close();
    this.#app = null;
  }

  async kill(): Promise<void> {
    const gone = new Promise((resolve) => this.app.process().once('exit', resolve));
    this.app.process().kill('SIGKILL');
    await gone;
    this.#app = null;
  }

  async answerSaveDialog(file: string): Promise<void> {
    await askedAgain(() =>
      this.app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
      }, file),
    );
  }
}

/** Further starts, or questions, at most. */
const attempts = 3;

/** What a start that was ended may take on its way out, in ms. */
const wayOut = 2000;

/**
 * Playwright holds `ready` back until its debugger is attached; one start in some twenty on a busy machine it never lets go.
 * Such a start is ended and made again, and says so; a story is never played twice. The next start may still meet the one that was ended on
 * its way out, and then leaves as a second start does: it is made again too.
 */
export async function attached(
  launch: () => Promise<ElectronApplication>,
  left = attempts,
): Promise<ElectronApplication> {
  try {
    return await launch();
  } catch (error) {
    const held = error instanceof Error && error.message.includes('Timeout');
    if (left === 0 || !(held || left < attempts)) throw error;
    console.warn('the debugger was not attached within 30 s: starting the app again');
    await pause(wayOut);
    return attached(launch, left - 1);
  }
}

/**
 * A busy V8 may collect the promise by which Playwright hears what the main process answered, although the code has run. The question is
 * put again, so it must be one that may be.
 */
export async function askedAgain<Answer>(ask: () => Promise<Answer>, left = attempts): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (left === 0 || !(error instanceof Error && error.message.includes('was garbage collected')))
      throw error;
    return askedAgain(ask, left - 1);
  }
}

export function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
