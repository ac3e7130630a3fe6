import { vi } from 'vitest';

/** Stands in for the browser's workers: the test says what they answer. */
export class FakeWorker {
  static all: FakeWorker[] = [];
  readonly name: string;
  readonly sent: unknown[] = [];
  terminated = false;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: ((event: { message: string }) => void) | null = null;
  onmessageerror: (() => void) | null = null;

  constructor(url: URL) {
    this.name = /([a-z]+)-worker/.exec(String(url))?.[1] ?? String(url);
    FakeWorker.all.push(this);
  }

  postMessage(message: unknown): void {
    this.sent.push(message);
  }

  terminate(): void {
    this.terminated = true;
  }

  answer(data: unknown): void {
    this.onmessage?.({ data });
  }
}

/** Puts the stand-ins in place, and forgets those of the test before, a kept spare included. */
export function fakeWorkers(): void {
  FakeWorker.all = [];
  vi.resetModules();
  vi.stubGlobal('Worker', FakeWorker);
}

/** The latest worker of this name. */
export function latest(name: 'planner' | 'prover'): FakeWorker {
  const worker = FakeWorker.all.findLast((one) => one.name === name);
  if (worker === undefined) throw new Error(`no ${name} was started`);
  return worker;
}
