import { addDays } from '../../calendar/days.ts';
import { finding } from '../finding.ts';
import { weeksOfTurn, wishesIn } from '../wishes.ts';
import type { Rule } from './rule.ts';

/** Somebody is on call in a week that they asked to be free. */
export const avoidedWeek: Rule = {
  name: 'avoided-week',
  check: (workspace, { shift }) => {
    const person = workspace.people[shift.person];
    if (person === undefined) return [];
    return weeksOfTurn(shift.start, shift.end)
      .filter((week) => wishesIn(person, [week]).avoided > 0)
      .map((week) => finding('avoided-week', shift.id, shift.person, { days: { from: week, to: addDays(week, 6) } }));
  },
};
