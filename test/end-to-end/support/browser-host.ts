/** The loopback server and this system's Chromium, with its sandbox on. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { listen, storyDay, type Host } from './host.ts';

const entry = resolve(import.meta.dirname, '../../../out/browser/main.js');

/** One Chromium serves all stories of a worker; each launch gets a context of its own. */
let shared: Promise<Browser> | null = null;

export class BrowserHost implements Host {
  readonly kind = 'browser';
  readonly startedAgain = false;
  readonly dataFolder: string;
  readonly complaints: string[] = [];
  #server: ChildProcess | null = null;
  #context: BrowserContext | null = null;
  #page: Page | null = null;
  #address = '';

  forget(expected: RegExp): void {
    const others = this.complaints.filter((complaint) => !expected.test(complaint));
    this.complaints.splice(0, this.complaints.length, ...others);
  }

  constructor(dataFolder: string) {
    this.dataFolder = dataFolder;
  }

  get page(): Page {
    if (!this.#page) throw new Error('the app is not running');
    return this.#page;
  }

  get pid(): number {
    return this.#server?.pid ?? 0;
  }

  /** The printed address with its token. */
  get address(): string {
    return this.#address;
  }

  launch(): Promise<void> {
    return this.#start(storyDay);
  }

  launchToday(): Promise<void> {
    return this.#start(null);
  }

  async resize(width: number, height: number): Promise<void> {
    await this.page.setViewportSize({ width, height });
  }

  async #start(day: Date | null): Promise<void> {
    const program = process.env['EVENWATCH_CHROMIUM'];
    if (!program) throw new Error('EVENWATCH_CHROMIUM names no browser; run `npm test -- --stories browser`');
    this.#server = spawn(process.execPath, [entry, '--no-open'], {
      env: { ...process.env, EVENWATCH_DATA: this.dataFolder },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#address = await addressFrom(this.#server);
    shared ??= chromium.launch({ executablePath: program, chromiumSandbox: true, args: ['--disable-gpu'] });
    this.#context = await (
      await shared
    ).newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', acceptDownloads: true });
    this.#page = await this.#context.newPage();
    const { host } = new URL(this.#address);
    listen(this.#page, (url) => url.host === host, this.complaints);
    if (day) await this.#page.clock.setFixedTime(day);
    await this.#page.goto(this.#address);
  }

  async quit(): Promise<void> {
    await this.#context?.close();
    await this.#end('SIGTERM');
  }

  async kill(): Promise<void> {
    await this.#end('SIGKILL');
    await this.#context?.close();
  }

  answerSaveDialog(): Promise<void> {
    throw new Error('the browser host asks for no file name');
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (!server || server.exitCode !== null) return;
    const gone = once(server, 'exit');
    server.kill(signal);
    await gone;
  }
}

/** Waits for the address that the server prints, and fails with what it said instead. */
function addressFrom(server: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let said = '';
    const read = (bytes: Buffer) => {
      said += bytes.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+\/#token=\S+/.exec(said)?.[0];
      if (address) done(address);
    };
    server.stdout?.on('data', read);
    server.stderr?.on('data', read);
    server.once('exit', (code) => {
      fail(new Error(`the server ended with ${code ?? 'a signal'} and said: ${said}`));
    });
  });
}
