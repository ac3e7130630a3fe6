import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Command } from '../../../shared/editing/command.ts';
import { readPeople } from '../../../shared/exchange/people-csv.ts';
import { matchPeopleColumns, namesPeopleColumns } from '../../../shared/exchange/people-csv-columns.ts';
import { readTable } from '../../../shared/exchange/table-file.ts';
import { integrityFindings } from '../../../shared/model/integrity.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import { personSchema } from '../../../shared/model/person.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { aHolidaySet, aPerson, aShift, aWorkspace, date, personIdOf } from '../../builders/a-workspace.ts';
import { made } from '../editing/try-edit.ts';

const today = date('2026-12-01');

function read(text: string, workspace: Workspace = aWorkspace()) {
  const table = readTable(text);
  let ids = 0;
  const newId = (): PersonId => `person-new-${++ids}` as PersonId;
  return readPeople(workspace, table, matchPeopleColumns(table.columns), { today, newId });
}

const errorsOf = (text: string, workspace?: Workspace): readonly unknown[] =>
  read(text, workspace)
    .problems.filter(({ severity }) => severity === 'error')
    .map(({ row, column, what }) => [row, column, what]);

const importing = (people: ReturnType<typeof read>['items']): Command => ({
  kind: 'import-records',
  title: 'Import people',
  source: 'team.csv',
  records: people.map(({ person }) => ({ table: 'people', record: person })),
});

test('somebody known is changed where the file says something, and left where it is silent', () => {
  const ann = aPerson('Ann', { email: 'ann@example.com', region: 'US', mostShiftsAQuarter: 4 });
  const workspace = aWorkspace({ people: [ann, aPerson('Bo', { position: 1 })], rotations: [] });
  const { items, problems } = read('Name;Share of full time;Region;Limit\nann;80 %;;6\nBO;100;;', workspace);
  expect(problems).toEqual([]);
  expect(items).toEqual([
    { row: 2, before: ann, person: { ...ann, fullTimePercent: 80, mostShiftsAQuarter: 6 } },
    { row: 3, before: workspace.people[personIdOf('Bo')], person: workspace.people[personIdOf('Bo')] },
  ]);
});

test('somebody new takes what the file leaves out from the team', () => {
  const workspace = aWorkspace();
  const [item] = read('First name,Last name,E-mail\nEve,Okafor,eve@example.com', workspace).items;
  expect(item).toMatchObject({
    row: 2,
    before: null,
    person: {
      name: 'Eve Okafor',
      email: 'eve@example.com',
      fullTimePercent: 100,
      zone: workspace.about.zone,
      region: null,
      joinsOn: null,
      position: 4,
    },
  });
});

test('once weeks were worked, somebody new without a first day joins today, and that is told', () => {
  const workspace = aWorkspace({ shifts: [aShift('2026-11-02', 'Ann')] });
  const { items, problems } = read('Name,First day\nEve,\nFay,2027-02-01\nGus,', workspace);
  expect(items.map(({ person }) => person.joinsOn)).toEqual(['2026-12-01', '2027-02-01', '2026-12-01']);
  expect(problems).toEqual([
    {
      row: null,
      column: null,
      severity: 'warning',
      what: 'no first day is given: Eve and 1 more join today, 2026-12-01',
    },
  ]);
});

test('regions of which no holiday counts are named once each, with whoever is of them', () => {
  const workspace = aWorkspace({ holidaySets: [aHolidaySet('DE', 2027)] });
  const text = 'Name,Region\nEve,XX\nFay,XX\nGus,DE-BY\nHal,FR\nIda,UK';
  expect(read(text, workspace).problems.map(({ row, what, severity }) => [row, what, severity])).toEqual([
    [2, 'XX is no country that is known: no holiday counts for Eve and 1 more', 'warning'],
    [5, 'no holidays of FR are reviewed: until they are, under Holidays, none count for Hal', 'warning'],
    [6, 'UK is no country that is known, GB is one: no holiday counts for Ida', 'warning'],
  ]);
});

test('every cell that cannot be read is told with its row and column, and nothing of that row is taken', () => {
  const text = [
    'Name,Share,First day,Last day,Region,Time zone,E-mail,Wanted',
    'Eve,150,2027-02-29,,Bavaria,Mars/Olympus,eve@,2027-W60',
    'Fay,50,2027-02-01,2027-01-01,DE-BY,Europe/Berlin,fay@example.com,2027-W05',
    'Gus,50,,,,,,',
  ].join('\n');
  const { items } = read(text);
  expect(items.map(({ person }) => person.name)).toEqual(['Fay', 'Gus']);
  const places = read(text)
    .problems.filter(({ severity }) => severity === 'error')
    .map(({ row, column }) => `${row} ${column ?? 'row'}`);
  expect(places.toSorted()).toEqual([
    '2 E-mail',
    '2 First day',
    '2 Region',
    '2 Share',
    '2 Time zone',
    '2 Wanted',
    '3 row',
  ]);
});

test('one person in two rows, or a row that could be two people, is refused', () => {
  const workspace = aWorkspace({
    people: [
      aPerson('Ann', { email: 'ann@example.com', aliases: ['Annie'] }),
      aPerson('Bo', { aliases: ['Annie'], position: 1 }),
    ],
    rotations: [],
  });
  expect(errorsOf('Name,E-mail\nAnn,\nAnn B,ann@example.com', workspace)).toEqual([
    [3, null, 'is the same person as in row 2'],
  ]);
  expect(errorsOf('Name\nEve\nEVE ', workspace)).toEqual([[3, null, 'is the same person as in row 2']]);
  expect(errorsOf('Name\nAnnie', workspace)).toEqual([
    [2, null, 'could be Ann or Bo: address and name must be of one person'],
  ]);
  expect(errorsOf('Name,E-mail\nBo,ann@example.com', workspace)).toHaveLength(1);
});

test('another name of somebody does not rename them; an address with a new name does', () => {
  const ann = aPerson('Ann', { email: 'ann@example.com', aliases: ['Annie'] });
  const workspace = aWorkspace({ people: [ann], rotations: [] });
  expect(read('Name\nannie', workspace).items[0]?.person.name).toBe('Ann');
  expect(read('Name,E-mail\nAnn Meyer,ANN@example.com', workspace).items[0]?.person.name).toBe('Ann Meyer');
});

test('wishes are added to those there are, a week both wanted and avoided is refused', () => {
  const ann = aPerson('Ann', {
    wishes: [
      { week: date('2027-01-20'), kind: 'avoid' },
      { week: date('2027-03-08'), kind: 'want' },
    ],
  });
  const workspace = aWorkspace({ people: [ann], rotations: [] });
  const { items } = read('Name;Wanted;Avoided\nAnn;2027-W03, 2027-W10;2027-02-03', workspace);
  expect(items[0]?.person.wishes).toEqual([
    { week: '2027-01-18', kind: 'want' },
    { week: '2027-02-01', kind: 'avoid' },
    { week: '2027-03-08', kind: 'want' },
  ]);
  expect(errorsOf('Name;Wanted;Avoided\nAnn;2027-W03;2027-01-18', workspace)).toHaveLength(1);
});

test('whoever is archived stays so, and is told to be left out', () => {
  const workspace = aWorkspace({ people: [aPerson('Ann', { archivedOn: today })], rotations: [] });
  const { items, problems } = read('Name\nAnn', workspace);
  expect(items).toEqual([]);
  expect(problems).toMatchObject([{ row: 2, severity: 'loss' }]);
});

test('a last day before shifts that are still to come is taken, with a word about them', () => {
  const workspace = aWorkspace({ shifts: [aShift('2027-01-04', 'Ann'), aShift('2027-02-01', 'Ann')] });
  expect(read('Name,Last day\nAnn,2027-01-31', workspace).problems).toMatchObject([
    { row: 2, severity: 'warning', what: expect.stringContaining('holds 1 shift outside') as unknown },
  ]);
});

test('a table without a column of names, or of a whole company, is refused as a whole', () => {
  expect(errorsOf('Colour,Size\nred,4')).toEqual([
    [null, null, 'no column is known to hold names: choose it under Columns'],
  ]);
  const company = 'Name\n' + Array.from({ length: 501 }, (_, at) => `Person ${at}`).join('\n');
  expect(errorsOf(company)).toEqual([[null, null, 'holds 501 people; a team has at most 500']]);
  expect(read(company).items).toEqual([]);
  expect(namesPeopleColumns(['Amara Okafor'])).toBe(false);
  expect(namesPeopleColumns(['Vorname', 'Pensum'])).toBe(true);
});

test('what is read from any cells is a person the model takes, and the workspace with them is sound', () => {
  const likely: Readonly<Record<string, readonly string[]>> = {
    Name: ['Ann', 'bo', 'Eve', 'Fay', 'Gus', 'Hal'],
    'E-mail': ['eve@example.com', 'ann@example.com'],
    Share: ['80', '100', '50 %'],
    'First day': ['2027-01-04', '4.1.2027'],
    'Last day': ['2027-06-30', '2026-12-31'],
    Region: ['US', 'de-by'],
    Zone: ['Europe/Berlin', 'America/New York'],
    Limit: ['4', '0'],
    'Other names': ['Annie', 'Bobby; Bob'],
    Wanted: ['2027-W05', '2027-W07, 2027-W09'],
    Avoided: ['2027-W05', '2027-03-10'],
  };
  const heads = Object.keys(likely);
  const row = fc
    .tuple(
      ...heads.map((head) =>
        fc.oneof(
          { weight: 40, arbitrary: fc.constantFrom(...(likely[head] ?? []), '') },
          { weight: 1, arbitrary: fc.stringMatching(/^[A-Za-z0-9 .@=/-]{0,10}$/) },
        ),
      ),
    )
    .map((cells) => cells.map((cell) => `"${cell}"`).join(';'));
  let taken = 0;
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 2 }), (rows) => {
      const { items, problems } = read([heads.join(';'), ...rows].join('\n'));
      for (const { person } of items) expect(personSchema.safeParse(person).error).toBeUndefined();
      const changes = items.filter(({ person, before }) => person !== before);
      if (changes.length === 0 || problems.some(({ severity }) => severity === 'error')) return;
      taken += 1;
      expect(integrityFindings(made(aWorkspace(), importing(changes)))).toEqual([]);
    }),
    { numRuns: 300 },
  );
  expect(taken).toBeGreaterThan(10);
});

test('a name put together of two cells is as long as a name may be', () => {
  const half = 'x'.repeat(120);
  expect(errorsOf(`First name,Last name\n${half},${half}`)).toContainEqual([
    2,
    'Last name',
    'a name has at most 200 letters; this one has 241',
  ]);
});

test.each([
  ['Join', 'joins'],
  ['Joined', 'joins'],
  ['Start date', 'joins'],
  ['Eintritt', 'joins'],
  ['Leave', 'leaves'],
  ['Left', 'leaves'],
  ['End date', 'leaves'],
  ['Austritt', 'leaves'],
  ['Anteil', 'share'],
  ['FTE', 'share'],
  ['Full time', 'share'],
] as const)('a column called %s is known', (head, field) => {
  expect(matchPeopleColumns(['Name', head])[field]).toBe(1);
});

test('a column that is not used is named; an empty one is not', () => {
  const { problems } = read('Name,Shoe size,Notes\nAnn,38,');
  expect(problems.filter(({ row }) => row === null)).toContainEqual({
    row: null,
    column: 'Shoe size',
    what: 'is not used: choose what it says under Columns',
    severity: 'warning',
  });
  expect(problems.some(({ column }) => column === 'Notes')).toBe(false);
});
