import { parseArgs } from 'node:util';
import { type InstanceName, instanceNames } from './problem-of-instance.ts';

/** What `npm run bench -- planner` is asked for. */
export interface BenchArguments {
  readonly json: boolean;
  readonly peers: boolean;
  readonly only: readonly InstanceName[];
  /** Seeds of the local search for each instance, from 1. */
  readonly seeds: number;
  /** Further instances of each kind, from k = 1, one seed each. */
  readonly extra: number;
  /** Seconds of one run; null is the target of the instance. */
  readonly limit: number | null;
  readonly rosters: boolean;
}

function count(name: string, text: string | undefined, least: number, most: number, otherwise: number): number {
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most) throw new Error(`--${name} is a whole number from ${least} to ${most}, not "${text}"`);
  return value;
}

/** @throws with a sentence about what is wrong */
export function benchArguments(words: readonly string[]): BenchArguments {
  const { values } = parseArgs({
    args: [...words],
    options: {
      json: { type: 'boolean' },
      peers: { type: 'boolean' },
      only: { type: 'string' },
      seeds: { type: 'string' },
      extra: { type: 'string' },
      limit: { type: 'string' },
    },
  });
  const only = values.only?.split(',') ?? [...instanceNames, 'rosters'];
  const stray = only.find((name) => name !== 'rosters' && !instanceNames.some((known) => known === name));
  if (stray !== undefined) throw new Error(`--only takes ${instanceNames.join(', ')} and rosters, not "${stray}"`);
  const limit = count('limit', values.limit, 1, 3600, 0);
  return {
    json: values.json === true,
    peers: values.peers === true,
    only: instanceNames.filter((name) => only.includes(name)),
    seeds: count('seeds', values.seeds, 1, 100, 8),
    extra: count('extra', values.extra, 0, 8, 0),
    limit: limit === 0 ? null : limit,
    rosters: only.includes('rosters'),
  };
}
