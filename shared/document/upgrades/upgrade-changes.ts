import { refused, ok, type Result } from '../../result.ts';
import type { Change, Changes } from '../../editing/command.ts';
import { upgraded } from './index.ts';

type Value = Change['before'];

/**
 * The changes of an older journal line as a later version would have written them: each record is led there in a workspace that holds
 * nothing else. So a step must not need two records at once; one that does has to say how its lines are led.
 *
 * @param from version that the line was written in
 */
export function upgradedChanges(changes: Changes, from: number, to: number): Result<Changes, string> {
  const led: Change[] = [];
  for (const change of changes) {
    const before = upgradedRecord(change, change.before, from, to);
    const after = upgradedRecord(change, change.after, from, to);
    if (!before.ok) return before;
    if (!after.ok) return after;
    led.push({ ...change, before: before.value, after: after.value });
  }
  return ok(led);
}

function upgradedRecord({ table, id }: Change, record: Value, from: number, to: number): Result<Value, string> {
  if (record === null) return ok(null);
  const alone = table === 'about' ? { about: record } : { [table]: { [id]: record } };
  const led = upgraded(alone, from, to);
  if (!led.ok) return led;
  const holder = (led.value as Readonly<Record<string, unknown>>)[table];
  const value = table === 'about' ? holder : (holder as Readonly<Record<string, unknown>> | undefined)?.[id];
  return value === undefined ? refused(`${table}/${id} has no place in format ${to}`) : ok(value as Value);
}
