import type { LocalDate } from '../../../shared/model/dates.ts';
import { folded } from '../../../shared/model/faults/report.ts';
import type { Person } from '../../../shared/model/person.ts';

/** Who is listed: those in the team or about to join, those who have left or are archived, or everybody. */
export type Shown = 'team' | 'gone' | 'all';

const hasGone = ({ archivedOn, leavesOn }: Person, today: LocalDate): boolean =>
  archivedOn !== null || (leavesOn !== null && leavesOn < today);

/** Whether somebody is listed, by where they stand and by what is looked for in names and address. */
export function isShown(person: Person, shown: Shown, sought: string, today: LocalDate): boolean {
  if (shown !== 'all' && hasGone(person, today) !== (shown === 'gone')) return false;
  const wanted = folded(sought);
  const texts = [person.name, person.email ?? '', ...person.aliases];
  return wanted === '' || texts.some((text) => folded(text).includes(wanted));
}
