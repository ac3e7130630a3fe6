import type { PersonId, PipelineId, TaskId } from '../model/ids.ts';
import { folded } from '../model/faults/report.ts';
import { recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { peopleByName } from './people-match.ts';

/** Finds what a runbook's file names, by its whole name and never by a part of it; null where nobody or more than one is meant. */
export interface Naming {
  readonly person: (said: string) => PersonId | null;
  readonly pipeline: (said: string) => PipelineId | null;
  readonly task: (said: string) => TaskId | null;
}

const only = <Item>(items: readonly Item[]): Item | null => (items.length === 1 ? (items[0] ?? null) : null);

/** The workspace's people, pipelines and tasks by what files call them. */
export function namingOf(workspace: Workspace): Naming {
  const known = peopleByName(workspace);
  const pipelines = recordsOf(workspace, 'pipelines');
  const tasks = recordsOf(workspace, 'tasks');
  return {
    person(said) {
      const name = said.replace(/\s*[([].*$/, '').trim();
      const byId = Object.hasOwn(workspace.people, name) ? [workspace.people[name as PersonId]] : [];
      const found = [...byId, ...known.byEmail(name), ...known.byName(name)].filter(
        (one) => one !== undefined,
      );
      return only([...new Set(found)])?.id ?? null;
    },
    pipeline(said) {
      const name = folded(said.replace(/\s+pipeline$/i, ''));
      return (
        only(
          pipelines.filter(
            (one) => folded(one.name) === name || folded(one.code) === name || one.id === said,
          ),
        )?.id ?? null
      );
    },
    task(said) {
      const code = folded(said.replace(/^task\s+/i, ''));
      return (
        only(tasks.filter((one) => folded(one.code) === code || folded(one.name) === code || one.id === said))
          ?.id ?? null
      );
    },
  };
}
