import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { run } from '../../../../electron/command-line/run.ts';
import { fileText } from '../../../../electron/command-line/write-file.ts';
import { nodeFiles } from '../../../../electron/storage/node-files.ts';
import { sha256 } from '../../../../electron/storage/system.ts';
import { openWorkspace } from '../../../../shared/document/open.ts';
import type { Workspace } from '../../../../shared/model/workspace.ts';
import {
  aHoliday,
  aHolidaySet,
  aPerson,
  aRotation,
  aShift,
  aWorkspace,
  date,
} from '../../../builders/a-workspace.ts';
import { aFolder } from '../../support/test-ports.ts';

let folder = '';
const at = (name: string): string => join(folder, name);

async function put(name: string, content: unknown): Promise<string> {
  await writeFile(at(name), typeof content === 'string' ? content : JSON.stringify(content));
  return at(name);
}

const evenwatch = (...words: string[]) =>
  run(words, { files: nodeFiles, now: () => '2026-11-23T10:00:00.000Z' });

const take = (from: string, ...words: string[]) => evenwatch('import', at('plan.json'), from, ...words);

async function opened(name: string): Promise<Workspace> {
  const document = openWorkspace(await readFile(at(name), 'utf8'), name, sha256);
  if (!document.ok) throw new Error(document.reason.kind);
  return document.value.workspace;
}

beforeEach(async () => {
  folder = await aFolder();
  const workspace = aWorkspace({
    people: ['Ann', 'Bo', 'Cy'].map((name, position) =>
      aPerson(name, { position, archivedOn: name === 'Cy' ? date('2026-12-01') : null }),
    ),
    rotations: [aRotation('Team', ['Ann', 'Bo'])],
    shifts: [aShift('2027-01-04', 'Ann')],
    holidaySets: [aHolidaySet('DE', 2027), aHolidaySet('FR', 2027, { locked: true })],
    holidays: [aHoliday('DE', 'New Year', '2027-01-01'), aHoliday('DE', 'Old Feast', '2027-02-02')],
  });
  await put('plan.json', fileText(workspace, 7));
});

const opsgenie = {
  data: {
    id: 'S1',
    name: 'Data platform',
    timezone: 'Europe/Berlin',
    rotations: ['First', 'Second'].map((name, place) => ({
      id: `R${place}`,
      name,
      startDate: '2027-01-04T08:00:00Z',
      type: 'weekly',
      length: 1,
      participants: ['ann', 'bo', 'cy']
        .slice(0, 3 - place)
        .map((id) => ({ type: 'user', id, username: `${id}@x.example` })),
    })),
  },
};

const both = ['--layer', 'Data platform, First=team primary', '--layer', 'R1=Team secondary'];
const known = ['--map', 'ann@x.example=Ann', '--map', 'bo=Bo'];

interface Told {
  readonly changes: readonly { readonly record: string }[];
  readonly unknown: readonly string[];
  readonly audit: readonly {
    readonly title: string;
    readonly dates: readonly string[];
    readonly isTrouble: boolean;
  }[];
  readonly missing: string | null;
  readonly written: boolean;
}

const told = (out: string): Told => JSON.parse(out) as Told;

describe('schedules', () => {
  test('as long as nothing stands for a layer, a dry run audits everything and says what to say; without it nothing is written', async () => {
    const from = await put('team.json', opsgenie);
    const dry = await take(from, '--format', 'schedules', '--dry-run', '--json');
    expect([dry.code, told(dry.out).changes, told(dry.out).missing]).toEqual([
      0,
      [],
      expect.stringContaining(
        '--layer "Data platform, First=LAYER", with one of "Team primary", "Team secondary"',
      ),
    ]);
    // Lists of three and two that begin together: the weeks in which both name the same person.
    const collision = told(dry.out).audit.find(({ title }) => title.includes('two duties'));
    expect(collision?.dates.slice(0, 3)).toEqual([
      'ann@x.example: W1, Mon 4 Jan 2027 09:00 to Mon 11 Jan 2027 09:00',
      'bo@x.example: W2, Mon 11 Jan 2027 09:00 to Mon 18 Jan 2027 09:00',
      'ann@x.example: W7, Mon 15 Feb 2027 09:00 to Mon 22 Feb 2027 09:00',
    ]);
    const { code, notes } = await take(from, '--format', 'schedules', '--out', at('next.json'));
    expect([code, notes.join(' ')]).toEqual([1, expect.stringContaining('Nothing was imported')]);
    await expect(readFile(at('next.json'))).rejects.toThrow('ENOENT');
  });

  test('several roles come as one step, by ids, addresses and names, and are known the next time', async () => {
    const from = await put('team.json', opsgenie);
    const dry = await take(from, '--format', 'schedules', ...both, ...known, '--dry-run', '--json');
    expect([dry.code, told(dry.out).unknown, told(dry.out).missing]).toEqual([2, ['cy@x.example'], null]);
    const done = await take(
      from,
      '--format',
      'schedules',
      ...both,
      ...known,
      '--map',
      'cy=',
      '--out',
      at('next.json'),
    );
    expect([done.code, done.out]).toEqual([
      0,
      expect.stringContaining('! One person in two duties at once.'),
    ]);
    const { shifts, connections } = await opened('next.json');
    const held = Object.values(shifts).map(
      ({ layer, start, person }) => `${layer} ${start.slice(0, 10)} ${person}`,
    );
    expect(held).toContain('secondary 2027-01-11 person-bo');
    expect(held).toContain('primary 2027-01-11 person-bo');
    // Whoever is left out leaves the turn as it is; the quarter after the next is not filled by a rule.
    expect(held.some((one) => one.startsWith('primary 2027-01-18') || one.includes(' 2027-04-12'))).toBe(
      false,
    );
    expect(Object.values(connections).map(({ kind }) => kind)).toEqual(['opsgenie']);
    const again = await evenwatch('import', at('next.json'), from, '--format', 'schedules', '--dry-run');
    expect([again.code, again.out.split('\n')[0]]).toEqual([0, 'Nothing in it changes the plan.']);
    const longer = await evenwatch(
      'import',
      at('next.json'),
      from,
      '--format',
      'schedules',
      '--quarter',
      '2027-Q2',
      '--dry-run',
    );
    expect([longer.code, longer.out]).toEqual([2, expect.stringContaining('2027-04-12')]);
  });

  test('somebody archived takes no turn after they left, and the audit names the turns', async () => {
    const from = await put('team.json', opsgenie);
    const { code, out, notes } = await take(
      from,
      '--format',
      'schedules',
      '--layer',
      'R0=Team primary',
      '--map',
      'cy=Cy',
      ...known,
      '--dry-run',
    );
    expect(code).toBe(2);
    expect(out).not.toContain('person Cy, pinned');
    expect(out).toContain('! Turns of somebody who has left. Cy is not in the team from');
    expect(notes.join(' ')).toContain('Cy has left the team by then');
  });

  test('answers of PagerDuty that were saved are taken as they stand', async () => {
    const entries = ['ann', 'bo'].map((user, week) => ({
      start: `2027-01-${week === 0 ? '04' : '11'}T09:00:00+01:00`,
      end: `2027-01-${week === 0 ? '11' : '18'}T09:00:00+01:00`,
      user: { id: `P${user}`, summary: user.toUpperCase() },
    }));
    const schedule = {
      id: 'PX',
      name: 'First line',
      time_zone: 'Europe/Berlin',
      final_schedule: { rendered_schedule_entries: entries },
    };
    const from = await put('pd.json', { schedule });
    const { code, out } = await take(
      from,
      '--format',
      'schedules',
      '--layer',
      'Team secondary',
      '--dry-run',
      '--json',
    );
    expect([code, told(out).changes.map(({ record }) => record)]).toEqual([
      2,
      ['shift Team secondary 2027-01-04', 'shift Team secondary 2027-01-11', 'connection PagerDuty'],
    ]);
  });

  test.each([
    ['a page of a website', '<!DOCTYPE html><html>Sign in</html>', [], /page of a website/],
    ['half a file', '{"data": {"rotations": [', [], /does not end as it/],
    ['an error of the service', '{"message": "Key format is not valid!"}', [], /Key format is not valid/],
    ['a calendar', 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n', [], /--format on-call/],
    [
      'a schedule that is not in it',
      opsgenie,
      ['--layer', 'Night=Team primary'],
      /"Night" is not in the file\. There are "Data platform, First"/,
    ],
    ['a layer that does not exist', opsgenie, ['--layer', 'R0=Moon'], /"Moon" is no layer/],
    [
      'a layer without saying of what',
      opsgenie,
      ['--layer', 'Team primary'],
      /such as "Data platform, First=Team primary"/,
    ],
    ['somebody who is not in it', opsgenie, ['--map', 'Zed=Ann'], /nobody in the file is called "Zed"/],
  ])('%s exits 1 with the reason', async (_what, content, words, says) => {
    const { code, notes } = await take(
      await put('x.json', content),
      '--format',
      'schedules',
      ...words,
      '--dry-run',
    );
    expect([code, notes.join(' ')]).toEqual([1, expect.stringMatching(says)]);
  });
});

describe('holidays', () => {
  const table = 'date,name,region\n2027-01-01,New Year,DE\n2027-05-05,Feast,DE\n';

  test('a table is put beside its sets; what it lacks stays unless it is said otherwise', async () => {
    const from = await put('days.csv', table);
    const dry = await take(from, '--format', 'holidays', '--dry-run');
    expect([dry.code, dry.out, dry.notes.join(' ')]).toEqual([
      2,
      expect.stringContaining('+ holiday DE 2027, Feast, 2027-05-05'),
      expect.stringContaining(
        '1 holiday of these sets is not in the file and stays. --remove takes them away',
      ),
    ]);
    expect((await take(from, '--format', 'holidays', '--remove', '--out', at('next.json'))).code).toBe(0);
    expect(
      Object.values((await opened('next.json')).holidays)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['Feast', 'New Year']);
    const again = await evenwatch(
      'import',
      at('next.json'),
      from,
      '--format',
      'holidays',
      '--remove',
      '--dry-run',
    );
    expect([again.code, again.out]).toEqual([0, 'Nothing in it changes the plan.\n']);
  });

  test('a calendar comes with its series, into a new set of the region that was said', async () => {
    const event = [
      'BEGIN:VEVENT',
      'UID:1',
      'SUMMARY:Founders',
      'DTSTART;VALUE=DATE:20270303',
      'RRULE:FREQ=YEARLY',
      'END:VEVENT',
    ];
    const from = await put('days.ics', ['BEGIN:VCALENDAR', ...event, 'END:VCALENDAR', ''].join('\r\n'));
    const { code, out } = await take(
      from,
      '--format',
      'holidays',
      '--region',
      'jp',
      '--out',
      at('next.json'),
    );
    expect([code, out]).toEqual([0, expect.stringContaining('+ holiday JP 2027, Founders, 2027-03-03')]);
    expect(Object.keys((await opened('next.json')).holidaySets)).toContain('holidays-jp-2028');
    const half = await put('half.ics', ['BEGIN:VCALENDAR', ...event, ''].join('\r\n'));
    const cut = await take(half, '--format', 'holidays', '--region', 'JP', '--dry-run');
    expect([cut.code, cut.notes.join(' ')]).toEqual([1, expect.stringContaining('Nothing was imported')]);
  });

  test.each([
    ['a locked set', 'date,name,region\n2027-01-01,Jour,FR\n', [], /France 2027 is reviewed and locked/],
    [
      'no region at all',
      'date,name\n2027-01-01,Day\n',
      ['--region', 'Bavaria'],
      /--region is a region such as/,
    ],
    ['no day', 'date,name\n2027-02-30,Day\n', ['--region', 'DE'], /line 2, date/],
    ['JSON', '{"holidays": []}', [], /is JSON, no table/],
    ['a page of a website', '<html>Sign in</html>', [], /page of a website/],
  ])('%s exits 1 with the reason', async (_what, content, words, says) => {
    const { code, notes } = await take(
      await put('x.csv', content),
      '--format',
      'holidays',
      ...words,
      '--dry-run',
    );
    expect([code, notes.join(' ')]).toEqual([1, expect.stringMatching(says)]);
  });
});
