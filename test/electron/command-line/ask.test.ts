import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { run } from '../../../electron/command-line/run.ts';
import { fileText } from '../../../electron/command-line/write-file.ts';
import { nodeFiles } from '../../../electron/storage/node-files.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { aLeave, aPerson, aRotation, aShift, aWorkspace, date, personIdOf, primary } from '../../builders/a-workspace.ts';

const folder = mkdtempSync(join(tmpdir(), 'evenwatch-ask-'));
const evenwatch = (...words: string[]) => run(words, { files: nodeFiles, now: () => '2026-11-23T12:00:00Z' });
const put = (name: string, workspace: Workspace): string => {
  const file = join(folder, name);
  writeFileSync(file, fileText(workspace, 3));
  return file;
};
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Four people, one layer, six weeks: small enough that every proof takes milliseconds. */
function sixWeeks(changes: Parameters<typeof aWorkspace>[0] = {}): Workspace {
  const rotation = aRotation('Team', [], {
    endsOn: date('2027-02-15'),
    layers: aRotation().layers.slice(0, 1),
    participants: ['Ann', 'Bo', 'Cy', 'Di'].map((name) => ({ person: personIdOf(name), layers: [primary] })),
    restWeeks: 1,
  });
  return aWorkspace({
    people: ['Ann', 'Bo', 'Cy', 'Di'].map((name, position) =>
      aPerson(name, { position, wishes: name === 'Bo' ? [{ week: date('2027-01-25'), kind: 'avoid' }] : [] }),
    ),
    rotations: [rotation],
    leave: [aLeave('Cy', '2027-01-25', '2027-01-29')],
    ...changes,
  });
}

const json = async (...words: string[]): Promise<Record<string, unknown>> => {
  const { code, out, notes } = await evenwatch(...words, '--json');
  expect(notes, words.join(' ')).toEqual([]);
  expect(code).not.toBe(1);
  return JSON.parse(out) as Record<string, unknown>;
};

interface Turn {
  readonly answer: string;
  readonly holder: string | null;
  readonly plan: string;
  readonly wishes?: number;
  readonly atMostWishes?: number | null;
  readonly proven?: boolean;
  readonly rules?: readonly { rule: string; message: string }[];
  readonly others: readonly { person: string; rules: readonly object[]; atMostWishes: number | null }[];
}

const turnOf = async (file: string, person: string, ...words: string[]): Promise<Turn> => {
  const { turns } = (await json('why', file, '--week', '2027-W04', '--person', person, ...words)) as { turns: readonly Turn[] };
  expect(turns).toHaveLength(1);
  return turns[0] as Turn;
};

test('why and plan --pin agree: the price in wishes is what the pinned plan costs more, for everybody in the week', async () => {
  const file = put('six.json', sixWeeks());
  const best = await json('plan', file, '--quarter', '2027-Q1', '--prove');
  expect(best['status']).toBe('proven');
  const kinds = new Set<string>();
  for (const name of ['Ann', 'Bo', 'Di']) {
    const turn = await turnOf(file, name);
    expect(turn.plan).toBe('proposed');
    kinds.add(turn.answer);
    const pinned = await json('plan', file, '--quarter', '2027-Q1', '--prove', '--pin', `2027-W04=${name}`);
    const price = (Number(pinned['cost']) - Number(best['cost'])) / 80;
    expect([pinned['status'], turn.answer === 'holds' ? 0 : turn.wishes]).toEqual(['proven', price]);
    if (turn.answer !== 'priced') continue;
    expect(turn.proven).toBe(true);
    expect(turn.atMostWishes).toBeGreaterThanOrEqual(price);
    expect((pinned['assignments'] as readonly { person: string; start: string }[]).find(({ start }) => start.startsWith('2027-01-25'))?.person).toBe(name);
  }
  expect([...kinds].sort()).toEqual(['holds', 'priced']);
}, 90_000);

test('they agree on a plan that stands as well, where every change has its price', async () => {
  const planned = join(folder, 'planned.json');
  await evenwatch('plan', put('base.json', sixWeeks()), '--quarter', '2027-Q1', '--prove', '--out', planned);
  const turn = await turnOf(planned, 'Bo');
  expect(turn).toMatchObject({ plan: 'standing', answer: 'priced', proven: true });
  const as = await json('plan', planned, '--quarter', '2027-Q1', '--prove');
  const pinned = await json('plan', planned, '--quarter', '2027-Q1', '--prove', '--pin', 'Team 2027-W04=Bo');
  expect((Number(pinned['cost']) - Number(as['cost'])) / 80).toBe(turn.wishes);
}, 60_000);

test('why tells the rule that bars somebody, and of the holder everybody else by price', async () => {
  const file = put('rules.json', sixWeeks());
  const cy = await turnOf(file, 'Cy', '--rotation', 'team');
  expect(cy).toMatchObject({ answer: 'barred', rules: [{ rule: 'on-leave', message: 'Cy is on leave 25–29 Jan' }] });
  const holder = cy.holder ?? 'Ann';
  const own = await turnOf(file, holder);
  expect(own.answer).toBe('holds');
  expect(own.others.map(({ person }) => person).sort()).toEqual(['Ann', 'Bo', 'Cy', 'Di'].filter((name) => name !== holder));
  expect(own.others.at(-1)).toMatchObject({ person: 'Cy', atMostWishes: null, rules: [{ rule: 'on-leave' }] });
  const { out, code } = await evenwatch('why', file, '--week', '2027-W04', '--person', 'Cy');
  expect(code).toBe(0);
  expect(out).toContain('Not Cy: Cy is on leave 25–29 Jan.');
  expect(out).toContain(`${holder} holds Team primary, W4 (25–31 Jan).`);
});

interface Swaps {
  readonly swaps: readonly { ways: number; wishes: number; neutral: boolean; moves: readonly { from: string; to: string }[]; people: readonly { person: string; moved: boolean; before: object; after: object }[] }[];
}

test('swaps lists exchanges of two and three by price, each with everybody before and after', async () => {
  const { swaps } = (await json('swaps', put('swaps.json', sixWeeks()), '--quarter', '2027-Q1')) as unknown as Swaps;
  expect(new Set(swaps.map(({ ways }) => ways))).toEqual(new Set([2, 3]));
  expect(swaps.map(({ wishes }) => wishes)).toEqual([...swaps.map(({ wishes }) => wishes)].sort((a, b) => a - b));
  for (const { ways, people, moves, wishes } of swaps) {
    expect(people.map(({ person }) => person).sort()).toEqual(['Ann', 'Bo', 'Cy', 'Di']);
    expect([people.filter(({ moved }) => moved).length, moves.length]).toEqual([ways, ways]);
    // Nothing is better than a plan proven best.
    expect(wishes).toBeGreaterThanOrEqual(0);
    expect(Object.keys(people[0]?.before ?? {})).toEqual(['points', 'difference', 'beyondBand', 'holidayBalance', 'restBreaches', 'score']);
  }
  const { swaps: ofBo } = (await json('swaps', put('bo.json', sixWeeks()), '--quarter', '2027-Q1', '--person', 'bo')) as unknown as Swaps;
  expect(ofBo.every(({ moves }) => moves.some(({ from }) => from === 'Bo'))).toBe(true);
});

test('--max-changes keeps within its limit, says that its proof is within it, and without enough changes says how many it takes', async () => {
  const planned = join(folder, 'to-change.json');
  await evenwatch('plan', put('start.json', sixWeeks()), '--quarter', '2027-Q1', '--prove', '--out', planned);
  const same = await json('plan', planned, '--quarter', '2027-Q1', '--max-changes', '0');
  expect(same).toMatchObject({ status: 'proven', maxChanges: 0, bestPossible: null, reproducible: true, terms: { changed: 0 } });
  const shifts = ['2027-01-04', '2027-01-11', '2027-01-18', '2027-01-25', '2027-02-01', '2027-02-08'].map((day, place) => aShift(day, place === 3 ? 'Cy' : (['Ann', 'Bo', 'Di', 'Cy', 'Ann', 'Bo'][place] ?? 'Ann')));
  const broken = put('broken.json', sixWeeks({ shifts }));
  const one = await json('plan', broken, '--quarter', '2027-Q1', '--max-changes', '1');
  expect((one['terms'] as { changed: number }).changed).toBe(40);
  const { code, notes } = await evenwatch('plan', broken, '--quarter', '2027-Q1', '--max-changes', '0');
  expect(code).toBe(1);
  expect(notes).toEqual(['No plan changes at most 0 held turns. Whoever holds Team primary, W4 (25–31 Jan) cannot. Allow 1: --max-changes 1.']);
  expect((await evenwatch('plan', broken, '--quarter', '2027-Q1', '--max-changes', '1')).out).toContain('Proven best within 1 change');
});

const bad: readonly (readonly [what: string, words: readonly string[], says: RegExp])[] = [
  ['no week', ['why', 'FILE', '--person', 'Bo'], /why needs --week/],
  ['no person', ['why', 'FILE', '--week', '2027-W04'], /why needs --person/],
  ['a week that is none', ['why', 'FILE', '--week', '2027-W54', '--person', 'Bo'], /"2027-W54" is no week/],
  ['a week without turns', ['why', 'FILE', '--week', '2025-W04', '--person', 'Bo'], /Nothing is on call in 2025-W04/],
  ['an unknown person', ['why', 'FILE', '--week', '2027-W04', '--person', 'Zed'], /nobody called "Zed"\. There are Ann, Bo, Cy, Di/],
  ['an unknown rotation', ['why', 'FILE', '--week', '2027-W04', '--person', 'Bo', '--rotation', 'Nope'], /"Nope" has no turn in 2027-W04\. There are Team primary/],
  ['swaps of nobody', ['swaps', 'FILE', '--quarter', '2027-Q1', '--person', 'Zed'], /nobody called "Zed"/],
  ['changes that are none', ['plan', 'FILE', '--max-changes', 'x'], /--max-changes is a whole number from 0 on/],
  ['a pin that is none', ['plan', 'FILE', '--quarter', '2027-Q1', '--pin', 'Bo'], /--pin is a turn and a person, such as/],
  ['a pin of another quarter', ['plan', 'FILE', '--quarter', '2027-Q2', '--pin', '2027-W04=Bo'], /nothing on call in Q2 2027/],
  ['a pin on leave', ['plan', 'FILE', '--quarter', '2027-Q1', '--pin', '2027-W04=Cy'], /Cy cannot be pinned to Team primary, W4 \(25–31 Jan\): Cy is on leave 25–29 Jan/],
  ['two pins on one turn', ['plan', 'FILE', '--quarter', '2027-Q1', '--pin', '2027-W04=Bo', '--pin', '2027-W04=Di'], /These 2 cannot all hold.*\n {2}Bo is to hold Team primary, W4.*\n {2}Di is to hold Team primary, W4/],
];

for (const [what, words, says] of bad) {
  test(`${what} exits 1 with a reason that names and places it`, async () => {
    const file = put('bad.json', sixWeeks());
    const { code, out, notes } = await evenwatch(...words.map((word) => (word === 'FILE' ? file : word)));
    expect([code, out]).toEqual([1, '']);
    expect(notes.join('\n')).toMatch(says);
  });
}

test('a spelling that two people share is not guessed', async () => {
  const people = ['Ann', 'Bo', 'Cy', 'Di'].map((name, position) => aPerson(name, { position, aliases: name < 'C' ? ['Boss'] : [] }));
  const file = put('twins.json', sixWeeks({ people }));
  expect((await evenwatch('why', file, '--week', '2027-W04', '--person', 'boss')).notes.join()).toMatch(/Name one by id: person-ann, person-bo/);
  expect((await evenwatch('why', file, '--week', '2027-W04', '--person', 'person-bo')).code).toBe(0);
});
