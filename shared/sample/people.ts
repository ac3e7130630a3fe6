import type { LocalDate, ZoneName } from '../model/dates.ts';
import type { PersonId } from '../model/ids.ts';
import type { Person, Wish } from '../model/person.ts';

export const zone = 'America/New_York' as ZoneName;
export const region = 'US';
export const personId = (number: number): PersonId => `person-engineer-${number}` as PersonId;

const wish = (kind: Wish['kind'], week: string): Wish => ({ kind, week: week as LocalDate });

const engineer = (number: number, wishes: readonly Wish[]): Person => ({
  id: personId(number),
  name: `Engineer ${number}`,
  email: `engineer${number}@example.com`,
  aliases: [],
  fullTimePercent: 100,
  joinsOn: null,
  leavesOn: null,
  region,
  zone,
  wishes,
  mostShiftsAQuarter: null,
  externalIds: {},
  archivedOn: null,
  position: number - 1,
});

/** Four engineers, and the weeks of Q1 2027 that they would like, or would rather not have. */
export const people: readonly Person[] = [
  engineer(1, [wish('avoid', '2027-01-18'), wish('want', '2027-03-08')]),
  engineer(2, [wish('avoid', '2027-03-29')]),
  engineer(3, [wish('want', '2027-01-11'), wish('avoid', '2027-02-01')]),
  engineer(4, [wish('avoid', '2027-02-22'), wish('want', '2027-02-01')]),
];
