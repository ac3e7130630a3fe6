import type { StructuralCause } from '../../shared/planner/explain/cause.ts';
import type { PersonFairness } from '../../shared/planner/judge.ts';
import { askCause } from '../workers/explain.ts';
import { planOnView } from './explain-answers.ts';
import { useAssessment } from './selectors.ts';
import { useAnswer, type Answer } from './use-answer.ts';

/**
 * What keeps somebody's share from their target, asked of a worker where it is more than anybody would notice; `none` where it is
 * not. It rests on the assessment alone, so a drag does not ask again.
 */
export function useStructuralCause({
  person,
  structural,
  band,
}: Pick<PersonFairness, 'person' | 'structural' | 'band'>): Answer<StructuralCause> {
  const assessment = useAssessment();
  const asks = assessment !== null && Math.abs(structural) >= Math.max(1, band);
  return useAnswer(asks ? () => askCause(planOnView(), person) : null, [assessment, person, asks]);
}
