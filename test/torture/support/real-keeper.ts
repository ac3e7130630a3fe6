import type { Opened, OpenSource, Reply } from '../../../shared/contract/channels.ts';
import type { Ports } from '../../../electron/ports.ts';
import { createKeeper, type Keeper } from '../../../electron/services/workspace.ts';
import { nodeFiles } from '../../../electron/storage/node-files.ts';
import { randomNonce, sha256, systemClock, systemProcesses } from '../../../electron/storage/system.ts';
import { noNetwork } from '../../support/no-network.ts';

/** The ports of the browser host, over the real disk; a torture replaces what it is about. */
export function realPorts(dataFolder: string, changes: Partial<Ports> = {}): Ports {
  return {
    host: {
      host: 'browser',
      makesPdf: false,
      version: '0',
      format: 4,
      engines: [],
      locale: null,
      dataFolder,
      user: 'lead',
    },
    files: nodeFiles,
    processes: systemProcesses(nodeFiles),
    clock: systemClock,
    nonce: randomNonce,
    hash: sha256,
    dialogs: null,
    pdf: null,
    shell: null,
    cipher: null,
    network: noNetwork,
    log: () => undefined,
    ...changes,
  };
}

export const keeperOn = (dataFolder: string, changes: Partial<Ports> = {}): Keeper =>
  createKeeper(realPorts(dataFolder, changes));

/** The value of a reply; a problem is thrown in its own words. */
export function valueOf<Value>(reply: Reply<Value>): Value {
  if (!reply.ok) throw new Error(`a problem instead of a value: ${JSON.stringify(reply.problem)}`);
  return reply.value;
}

export async function openedBy(keeper: Keeper, source: OpenSource = { kind: 'last' }): Promise<Opened> {
  const value = valueOf(await keeper.open(source));
  if (value === null) throw new Error('nothing was opened');
  return value;
}

/** A clock of the test: `now` moves when told to, and what waits happens when told to. */
export interface HandClock {
  readonly clock: Ports['clock'];
  readonly set: (instant: string) => void;
  /** Lets everything that waits happen, as after a long rest. */
  readonly rest: () => void;
}

export function handClock(start = '2026-11-23T10:15:00.000Z'): HandClock {
  let instant = start;
  let waiting: (() => void)[] = [];
  return {
    clock: {
      now: () => instant,
      after(_milliseconds, action) {
        waiting.push(action);
        return () => {
          waiting = waiting.filter((other) => other !== action);
        };
      },
    },
    set(next) {
      instant = next;
    },
    rest() {
      const due = waiting;
      waiting = [];
      for (const action of due) action();
    },
  };
}

/** The process of a life that ended: for whoever comes after, its owner is dead. */
export const pastLife = (pid: number): Ports['processes'] => ({
  pid,
  signature: async (asked) => (asked === pid ? 'past life' : null),
});
