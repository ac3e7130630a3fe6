import { fromFormat1 } from './from-format-1.ts';
import { fromFormat2 } from './from-format-2.ts';
import { fromFormat3 } from './from-format-3.ts';
import { ok, refused, type Result } from '../../result.ts';

/** Leads the plain JSON of one version to the next. Pure; must not lose anything. */
export interface Upgrade {
  readonly from: number;
  readonly upgrade: (workspace: unknown) => unknown;
}

/** In order, one file each. */
const steps: readonly Upgrade[] = [fromFormat1, fromFormat2, fromFormat3];

/**
 * The payload of a file of version `from` as version `to` would have written it. A missing step is refused: guessing would
 * lose data without a word.
 */
export function upgraded(
  workspace: unknown,
  from: number,
  to: number,
  known: readonly Upgrade[] = steps,
): Result<unknown, string> {
  let value = workspace;
  for (let version = from; version < to; version++) {
    const step = known.find((candidate) => candidate.from === version);
    if (!step) return refused(`nothing leads from format ${version} to ${version + 1}`);
    value = step.upgrade(value);
  }
  return ok(value);
}
