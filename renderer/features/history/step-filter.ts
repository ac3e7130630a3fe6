import type { Change } from '../../../shared/editing/command.ts';
import type { Step } from '../../../shared/editing/history.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import { peopleOf } from '../../../shared/words/change-text.ts';

/** Which steps History lists; null or empty lets all pass. */
export interface StepFilter {
  readonly text: string;
  readonly person: PersonId | null;
  readonly table: Change['table'] | null;
}

export const noFilter: StepFilter = { text: '', person: null, table: null };

/** Whether a step has the words in its title, and one change that is about this person and in this table. */
export function passes({ title, changes }: Step, { text, person, table }: StepFilter): boolean {
  if (!title.toLowerCase().includes(text.trim().toLowerCase())) return false;
  if (person === null && table === null) return true;
  return changes.some(
    (change) =>
      (table === null || change.table === table) && (person === null || peopleOf(change).includes(person)),
  );
}
