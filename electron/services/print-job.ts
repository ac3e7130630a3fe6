import type { PrintState } from '../../shared/contract/channels.ts';

/** A print that is under way. */
export interface PrintJob {
  readonly tell: (state: PrintState) => void;
  /** Throws `Cancelled` once the lead no longer wants it. */
  readonly check: () => void;
  readonly signal: AbortSignal;
  readonly end: () => void;
}

/** What a print ends with that the lead called off. */
export class Cancelled extends Error {
  constructor() {
    super('the print was called off');
    this.name = 'Cancelled';
  }
}

/** The prints of one keeper. The window begins one at a time; of several the newest is the one that is told of and called off. */
export interface PrintDesk {
  readonly begin: () => PrintJob;
  /** Null when nothing is printed. */
  readonly state: () => PrintState | null;
  readonly cancel: () => void;
}

export function printDesk(): PrintDesk {
  const under: { state: PrintState; readonly stop: AbortController }[] = [];
  return {
    begin() {
      const entry = {
        state: { stage: 'articles', done: 0, of: 0 } as PrintState,
        stop: new AbortController(),
      };
      under.push(entry);
      return {
        tell: (state) => void (entry.state = state),
        check() {
          if (entry.stop.signal.aborted) throw new Cancelled();
        },
        signal: entry.stop.signal,
        end() {
          const at = under.indexOf(entry);
          if (at >= 0) under.splice(at, 1);
        },
      };
    },
    state: () => under.at(-1)?.state ?? null,
    cancel: () => under.at(-1)?.stop.abort(),
  };
}
