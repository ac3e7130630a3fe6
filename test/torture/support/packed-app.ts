/** The packed app from outside, driven through its main process: a window that was killed has no page that could be asked. */
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { _electron, type ElectronApplication } from '@playwright/test';
import type { Opened } from '../../../shared/contract/channels.ts';
import { askedAgain, attached, definedEnvironment } from '../../end-to-end/support/desktop-host.ts';
import { trackedEdit } from './tracked-edits.ts';

/** More than any life makes before it is killed. */
const mostEdits = 600;

export class PackedApp {
  readonly #app: ElectronApplication;
  #saved = 0;
  #problem: string | null = null;

  private constructor(app: ElectronApplication) {
    this.#app = app;
  }

  /** Starts the app on a data folder and waits for its window. */
  static async started(data: string): Promise<PackedApp> {
    const folder = process.env['EVENWATCH_PACKAGE'] ?? '';
    const app = await attached(() =>
      _electron.launch({
        executablePath: join(folder, 'evenwatch'),
        args: ['--disable-gpu', `--user-data-dir=${join(data, 'chromium')}`],
        chromiumSandbox: true,
        env: { ...definedEnvironment(), EVENWATCH_DATA: data },
        timeout: 30_000,
      }),
    );
    const packed = new PackedApp(app);
    try {
      await app.firstWindow();
      await packed.#loadAgainUnasked();
    } catch (error) {
      // Left running it would be the first instance, and every further start would leave at once.
      await packed.killMain();
      throw error;
    }
    return packed;
  }

  /** A window that died asks whether to load again; here nobody is there to click. */
  #loadAgainUnasked(): Promise<void> {
    return askedAgain(() =>
      this.#app.evaluate(({ dialog }) => {
        dialog.showMessageBoxSync = () => 0;
      }),
    );
  }

  /** Runs code that may run twice in the window's page, through the main process. */
  #inPage<Value>(code: string): Promise<Value> {
    return askedAgain(
      () =>
        this.#app.evaluate(
          ({ BrowserWindow }, text) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(text),
          code,
        ) as Promise<Value>,
    );
  }

  /** Opens the sample as the start screen's button does. */
  async openSample(): Promise<void> {
    await this.#until(
      `[...document.querySelectorAll('button')].some((one) => one.textContent.includes('Open sample quarter'))`,
    );
    await this.#inPage(
      `[...document.querySelectorAll('button')].find((one) => one.textContent.includes('Open sample quarter'))?.click()`,
    );
    await this.untilPlanIsShown();
  }

  untilPlanIsShown(): Promise<void> {
    return this.#until(`document.querySelector('[role=grid]') !== null`);
  }

  async #until(condition: string): Promise<void> {
    for (let waited = 0; waited < 15_000; waited += 50) {
      if (await this.#inPage<boolean>(condition).catch(() => false)) return;
      await pause(50);
    }
    throw new Error(`after 15 s the window still does not hold: ${condition}`);
  }

  /** What the window's keeper has open. */
  async opened(): Promise<Opened> {
    const reply = await this.#inPage<{ ok: boolean; value: Opened }>(
      `window.evenwatch.call('workspace.open', { source: { kind: 'last' } })`,
    );
    if (!reply.ok) throw new Error(JSON.stringify(reply));
    return reply.value;
  }

  /** Lets the page edit as fast as its keeper answers, and say after each answer what is saved. */
  async beginEditing(): Promise<void> {
    const { workspace, revision } = await this.opened();
    const commands = Array.from({ length: mostEdits }, (_none, number) =>
      trackedEdit(workspace, revision + number + 1),
    );
    this.#saved = revision;
    this.#problem = null;
    await askedAgain(() =>
      this.#app.evaluate(({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        if (contents === undefined) throw new Error('there is no window');
        contents.removeAllListeners('console-message');
        contents.on('console-message', (_event, _level, message) => {
          if (/^(saved|problem) /.test(message)) process.stdout.write(`torture ${message}\n`);
        });
      }),
    );
    this.#app
      .process()
      .stdout?.removeAllListeners('data')
      .on('data', (bytes: Buffer) => this.#hear(bytes.toString()));
    await this.#inPage(`window.isEdited ||= Boolean((async () => {
      let revision = ${revision};
      for (const command of ${JSON.stringify(commands)}) {
        const reply = await window.evenwatch.call('workspace.apply', { baseRevision: revision, title: 'Torture', command });
        if (!reply.ok) return console.log('problem ' + JSON.stringify(reply.problem));
        revision = reply.value.revision;
        console.log('saved ' + revision);
      }
    })())`);
  }

  #hear(text: string): void {
    for (const [, what, rest = ''] of text.matchAll(/^torture (saved|problem) (.*)$/gm)) {
      if (what === 'saved') this.#saved = Math.max(this.#saved, Number(rest));
      else this.#problem = rest;
    }
  }

  /** Ends the main process at once; gives the last edit that was acknowledged. */
  async killMain(): Promise<number> {
    const main = this.#app.process();
    if (main.exitCode === null && main.signalCode === null) {
      const gone = once(main, 'exit');
      main.kill('SIGKILL');
      await gone;
    }
    return this.#heard();
  }

  /** Ends the window's process at once, and waits until the window was loaded again. */
  async killWindow(): Promise<number> {
    const pid = await askedAgain(() =>
      this.#app.evaluate(({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        return contents?.getOSProcessId() ?? 0;
      }),
    );
    if (pid === 0) throw new Error('the window has no process');
    process.kill(pid, 'SIGKILL');
    await pause(200); // what was acknowledged is on its way to us
    return this.#heard();
  }

  #heard(): number {
    if (this.#problem !== null) throw new Error(`an edit was answered with ${this.#problem}`);
    return this.#saved;
  }
}
