/** What a file can say of people, in the order of a person's form. */
export const peopleFields = [
  'name',
  'firstName',
  'lastName',
  'email',
  'share',
  'limit',
  'joins',
  'leaves',
  'region',
  'zone',
  'aliases',
  'wanted',
  'avoided',
] as const;
export type PeopleField = (typeof peopleFields)[number];

/** Which column of the file says what, by its place; null where none does. */
export type PeopleColumns = Readonly<Record<PeopleField, number | null>>;

/** Heads as calendars, staff lists and spreadsheets write them, in English and German, without spaces and signs. */
const known: Readonly<Record<PeopleField, readonly string[]>> = {
  name: [
    'name',
    'fullname',
    'person',
    'people',
    'engineer',
    'employee',
    'displayname',
    'member',
    'mitarbeiter',
  ],
  firstName: ['firstname', 'givenname', 'vorname'],
  lastName: ['lastname', 'surname', 'familyname', 'nachname'],
  email: ['email', 'mail', 'emailaddress', 'workemail', 'epost'],
  share: [
    'share',
    'shareoffulltime',
    'fulltime',
    'fulltimepercent',
    'fte',
    'percent',
    'workload',
    'pensum',
    'anteil',
  ],
  limit: ['limit', 'mostshifts', 'maxshifts', 'mostshiftsaquarter', 'cap'],
  joins: [
    'joins',
    'joinson',
    'join',
    'joindate',
    'joined',
    'firstday',
    'start',
    'startdate',
    'hiredate',
    'eintritt',
  ],
  leaves: [
    'leaves',
    'leaveson',
    'leave',
    'left',
    'leavedate',
    'lastday',
    'end',
    'enddate',
    'terminationdate',
    'austritt',
  ],
  region: ['region', 'country', 'state', 'holidays', 'countryorregion', 'land'],
  zone: ['zone', 'timezone', 'tz', 'zeitzone'],
  aliases: ['othernames', 'aliases', 'alias', 'nickname'],
  wanted: ['wanted', 'wantedweeks', 'wants', 'weekswanted'],
  avoided: ['avoided', 'avoidedweeks', 'avoids', 'weeksavoided'],
};

const bare = (head: string): string => head.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The columns that are known by their heads; each is taken once. */
export function matchPeopleColumns(columns: readonly string[]): PeopleColumns {
  const taken = new Set<number>();
  const match = (field: PeopleField): number | null => {
    const place = columns.findIndex((head, at) => !taken.has(at) && known[field].includes(bare(head)));
    if (place < 0) return null;
    taken.add(place);
    return place;
  };
  return Object.fromEntries(peopleFields.map((field) => [field, match(field)])) as unknown as PeopleColumns;
}

/** Whether a first row names columns: one known head is enough. Names alone, one a line, have none. */
export const namesPeopleColumns = (columns: readonly string[]): boolean =>
  Object.values(matchPeopleColumns(columns)).some((place) => place !== null);
