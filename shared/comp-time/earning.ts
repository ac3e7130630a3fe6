import type { CompTimeEntry } from '../model/comp-time.ts';
import type { LocalDate } from '../model/dates.ts';
import type { PersonId, PolicyId } from '../model/ids.ts';

/** Time off that somebody earned by serving: one day of one shift, or one incident. Derived, never kept. */
export interface Earning {
  readonly person: PersonId;
  readonly why: 'holiday' | 'weekend' | 'response';
  /** The day by whose end it is earned, on the person's own calendar. */
  readonly date: LocalDate;
  /** Whole minutes, above zero. */
  readonly minutes: number;
  readonly source: CompTimeEntry['source'];
  /** Under which it is earned: the one in force when the shift began, or when the response ended. */
  readonly policy: PolicyId;
}

/** What one occasion is called, whoever served it; null for a line that rests on nothing that can be looked up. */
export function occasionOf({ source, date }: Pick<CompTimeEntry, 'source' | 'date'>): string | null {
  if (source.incident !== null) return `incident ${source.incident}`;
  if (source.shift === null) return null;
  return source.holiday === null ? `${source.shift} ${date}` : `${source.shift} ${source.holiday}`;
}
