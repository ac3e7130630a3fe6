import type { RunbookId } from '../../../shared/model/ids.ts';
import type { Runbook } from '../../../shared/model/runbook.ts';
import { runbooksInOrder } from '../../../shared/runbooks/coverage.ts';
import { runbookTemplates } from '../../../shared/runbooks/templates.ts';
import { ownershipOn } from '../../../shared/runbooks/owners.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { today } from '../../state/clock.ts';

/** A runbook to begin with: named after its pipeline, owned by the owners of that pipeline's first task. */
export function newRunbook(workspace: Workspace, pipeline: Runbook['pipeline']): Runbook {
  const tasks = Object.values(workspace.tasks)
    .filter((task) => pipeline !== null && task.pipeline === pipeline && task.archivedOn === null)
    .sort((a, b) => a.position - b.position);
  const [first] = tasks;
  const owners = first === undefined ? null : ownershipOn(first, today(workspace.about.zone));
  const last = runbooksInOrder(workspace).at(-1);
  return {
    id: `runbook-${crypto.randomUUID()}` as RunbookId,
    title: (pipeline === null ? undefined : workspace.pipelines[pipeline]?.name) ?? 'New runbook',
    pipeline,
    tasks: tasks.map((task) => task.id),
    // What stands for no pipeline stays in the house until somebody says otherwise, as at an import.
    audience: pipeline === null ? 'internal' : 'investor',
    dataTypes: [],
    ownerPrimary: owners?.primary ?? null,
    ownerSecondary: owners?.secondary ?? null,
    ownersKept: [],
    issues: [],
    slas: [],
    links: [],
    lastReviewedOn: null,
    reviewEveryMonths: 6,
    frontMatter: '',
    body: runbookTemplates[0]?.body ?? '',
    position: (last?.position ?? -1) + 1,
  };
}
