import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Clock, Ports } from '../../../electron/ports.ts';
import { nodeFiles } from '../../../electron/storage/node-files.ts';
import { randomNonce, sha256, systemProcesses } from '../../../electron/storage/system.ts';
import { noNetwork } from '../../support/no-network.ts';

/** A folder of the real disk that goes when the test ends. */
export async function aFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'evenwatch-test-')));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A clock that stands still; `pass` lets the actions run that are due. */
export interface HandClock extends Clock {
  set(instant: string): void;
  pass(milliseconds: number): void;
}

export function aClock(start = '2026-11-23T10:15:00.000Z'): HandClock {
  let instant = start;
  let elapsed = 0;
  let waiting: { readonly due: number; readonly action: () => void }[] = [];
  return {
    now: () => instant,
    set(next) {
      instant = next;
    },
    after(milliseconds, action) {
      const entry = { due: elapsed + milliseconds, action };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((other) => other !== entry);
      };
    },
    pass(milliseconds) {
      elapsed += milliseconds;
      const due = waiting.filter((entry) => entry.due <= elapsed);
      waiting = waiting.filter((entry) => entry.due > elapsed);
      for (const { action } of due) action();
    },
  };
}

export interface TestPorts extends Ports {
  readonly logged: string[];
  readonly clock: HandClock;
}

/** Ports over the real disk, with a clock in the test's hand and without dialogs. */
export function testPorts(
  dataFolder: string,
  changes: Partial<Ports> & { readonly clock?: HandClock } = {},
): TestPorts {
  const logged: string[] = [];
  return {
    host: {
      host: 'browser',
      makesPdf: false,
      version: '0.0.0',
      format: 4,
      engines: [],
      locale: null,
      dataFolder,
      user: 'lead',
    },
    files: nodeFiles,
    processes: systemProcesses(nodeFiles),
    nonce: randomNonce,
    hash: sha256,
    dialogs: null,
    pdf: null,
    shell: null,
    cipher: null,
    network: noNetwork,
    log: (line) => logged.push(line),
    logged,
    ...changes,
    clock: changes.clock ?? aClock(),
  };
}
