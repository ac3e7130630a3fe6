import { resolve } from 'node:path';
import { type Objective, costOf } from '../../../shared/planner/cost.ts';
import { jsonOf } from './children.ts';

interface SecondScore {
  readonly cost: number;
  readonly open: number;
  readonly broken: readonly string[];
}

/**
 * Lets the Python scorer judge every plan of an instance and compares it with ours. Where the two differ, neither can be
 * believed, and the run ends.
 *
 * @param instanceFile the instance in benchmark form
 * @throws when the scorers disagree on any plan, or a plan breaks a rule
 */
export async function judgeTwice(python: string, peers: string, instanceFile: string, objective: Objective, plans: ReadonlyMap<string, readonly number[]>): Promise<void> {
  const answer = await jsonOf<Record<string, SecondScore>>(python, [resolve(peers, 'score.py'), instanceFile], JSON.stringify(Object.fromEntries(plans)));
  for (const [name, people] of plans) {
    const second = answer[name];
    const { total } = costOf(objective, Int16Array.from(people));
    const open = people.filter((person) => person < 0).length;
    if (second === undefined || second.cost !== total || second.open !== open) {
      throw new Error(`${instanceFile}, ${name}: we count ${total} with ${open} open, the second scorer ${JSON.stringify(second)}`);
    }
    if (second.broken.length > 0) throw new Error(`${instanceFile}, ${name}: ${second.broken.join('; ')}`);
  }
}
