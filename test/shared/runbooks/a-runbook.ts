import type { PersonId, PipelineId, RunbookId } from '../../../shared/model/ids.ts';
import type { Runbook } from '../../../shared/model/runbook.ts';
import type { Pipeline } from '../../../shared/model/task.ts';
import { date, personIdOf } from '../../builders/a-workspace.ts';

export const profit: Pipeline = {
  id: 'pipeline-profit' as PipelineId,
  name: 'Profit',
  code: 'PRO',
  position: 0,
};
export const owner = (name: string): PersonId => personIdOf(name);

/** Profit, owned by Bo and Ann, reviewed on 1 October 2026 and again due half a year later; it says nothing yet. */
export function aRunbook(changes: Partial<Runbook> = {}): Runbook {
  return {
    id: 'runbook-profit' as RunbookId,
    title: 'Profit',
    pipeline: profit.id,
    tasks: [],
    audience: 'investor',
    dataTypes: [],
    ownerPrimary: owner('Bo'),
    ownerSecondary: owner('Ann'),
    ownersKept: [],
    issues: [],
    slas: [],
    links: [],
    lastReviewedOn: date('2026-10-01'),
    reviewEveryMonths: 6,
    frontMatter: '',
    body: '',
    position: 0,
    ...changes,
  };
}
