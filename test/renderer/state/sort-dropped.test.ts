import { expect, test } from 'vitest';
import { sortDropped, type Sorted } from '../../../renderer/state/sort-dropped.ts';
import type { ScreenName } from '../../../renderer/state/view-store.ts';
import type { ZoneName } from '../../../shared/model/dates.ts';

/** A file as a page sees it; jsdom's own cannot be read. */
function file(name: string, content: string | Uint8Array): File {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return Object.assign(new File([], name), {
    slice: () => ({ arrayBuffer: () => Promise.resolve(bytes.slice().buffer) }),
  });
}

const sort = (files: readonly File[], screen: ScreenName = 'board'): Promise<Sorted> =>
  sortDropped(files, screen, 'Europe/Berlin' as ZoneName);
const placesOf = async (name: string, text: string, screen?: ScreenName) => {
  const sorted = await sort([file(name, text)], screen);
  return sorted.kind === 'import' ? sorted.places : sorted.kind;
};
const calendar = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n';

test.each([
  ['team.csv', 'name,email,share\nBram,b@x.example,100\n', ['people']],
  ['away.csv', 'Name;Von;Bis;Grund\nBram;2027-02-01;2027-02-05;\n', ['leave']],
  ['feiertage.tsv', 'Datum\tFeiertag\n2027-01-01\tNeujahr\n', ['holidays']],
  ['sheet.csv', 'a,b\n1,2\n', ['people', 'leave', 'holidays']],
  ['feed.ics', calendar, ['leave', 'holidays', 'schedule']],
  ['profit.MD', '# Profit', ['runbooks']],
  ['main.tf', 'resource "opsgenie_schedule" "a" {}', ['schedule']],
  ['monitors.json', '[{"id":1,"name":"m","overall_state":"OK","tags":[]}]', ['health']],
])('%s goes to %3$s', async (name, text, places) => {
  expect(await placesOf(name, text)).toEqual(places);
});

test('what could be several things is what the screen reads on which it fell', async () => {
  expect(await placesOf('feed.ics', calendar, 'holidays')).toEqual(['holidays']);
  expect(await placesOf('sheet.csv', 'a,b\n', 'leave')).toEqual(['leave']);
  // What a table says of itself counts for more than where it fell.
  expect(await placesOf('team.csv', 'name,email,share\n', 'holidays')).toEqual(['people']);
});

test.each(['{"format":"evenwatch","workspace":{}}', '{"format":"even', '', '{}'])(
  'a JSON file of %j is opened as a plan, which says what is wrong with it',
  async (text) => {
    expect((await sort([file('team.json', text)])).kind).toBe('plan');
  },
);

test.each([
  ['of a kind that nothing reads', 'cat.gif', 'GIF89a', /does not read/],
  ['a workbook', 'team.xlsx', new Uint8Array([0x50, 0x4b, 3, 4]), /Save it as CSV/],
  ['a table with nothing in it', 'team.csv', '', /is empty/],
])('%s is refused with a sentence', async (_what, name, content, why) => {
  expect(await sort([file(name, content)])).toEqual({
    kind: 'no',
    why: expect.stringMatching(why) as unknown,
  });
});

test('several files come in together only where all are runbooks', async () => {
  const runbooks = [file('a.md', '# A'), file('b.markdown', '# B'), file('map.png', 'PNG')];
  expect(await sort(runbooks)).toEqual({ kind: 'import', places: ['runbooks'], files: runbooks });
  expect(await sort([...runbooks, file('c.csv', 'name\n')])).toMatchObject({ kind: 'no' });
  expect(await sort([file('a.json', '{}'), file('b.json', '{}')])).toMatchObject({ kind: 'no' });
});
