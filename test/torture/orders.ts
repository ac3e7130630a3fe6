import { parseArgs } from 'node:util';
import type { Torture } from './torture.ts';

export const usage = `npm run torture -- NAME... [--count N] [--seed S] [--json]
  --list     the tortures, with their counts
  --all      every torture, one after the other
  --short    the small counts that npm test runs
  --quiet    without notes on how far it is`;

export interface RunOrders {
  readonly chosen: readonly Torture[];
  /** Null: the torture's own count. */
  readonly count: number | null;
  readonly seed: number;
  readonly short: boolean;
  readonly json: boolean;
  readonly list: boolean;
  readonly quiet: boolean;
}

/** What the arguments ask for, or a sentence about what is wrong with them. */
export function ordersOf(args: readonly string[], known: readonly Torture[]): RunOrders | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        count: { type: 'string' },
        seed: { type: 'string', default: '1' },
        json: { type: 'boolean', default: false },
        list: { type: 'boolean', default: false },
        all: { type: 'boolean', default: false },
        short: { type: 'boolean', default: false },
        quiet: { type: 'boolean', default: false },
      },
    });
    const strange = positionals.find((name) => !known.some((torture) => torture.name === name));
    if (strange !== undefined) return `There is no torture called ${strange}; --list names them.`;
    const count = values.count === undefined ? null : whole(values.count, 1);
    const seed = whole(values.seed, 0);
    if (count === undefined) return `--count is ${values.count ?? ''}; it is a whole number from 1 on.`;
    if (seed === undefined || seed === null) return `--seed is ${values.seed}; it is a whole number from 0 on.`;
    if (positionals.length === 0 && !values.all && !values.list) return 'Which torture?';
    const chosen = values.all ? known : known.filter(({ name }) => positionals.includes(name));
    const { short, json, list, quiet } = values;
    return { chosen, count, seed, short, json, list, quiet };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const whole = (text: string, least: number): number | undefined =>
  /^\d{1,9}$/.test(text) && Number(text) >= least ? Number(text) : undefined;
