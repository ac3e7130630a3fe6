import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { run } from '../../../electron/command-line/run.ts';
import { fileText } from '../../../electron/command-line/write-file.ts';
import { nodeFiles } from '../../../electron/storage/node-files.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { aHoliday, aHolidaySet, aLeave, aPerson, aPolicy, aRotation, aShift, aWorkspace, date, personIdOf, secondary } from '../../builders/a-workspace.ts';

const folder = mkdtempSync(join(tmpdir(), 'evenwatch-bad-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const evenwatch = (workspace: Workspace, ...words: string[]) => {
  const file = join(folder, 'team.json');
  writeFileSync(file, fileText(workspace, 1));
  return run(['plan', file, '--quarter', '2027-Q1', '--prove', '--limit', '15', ...words], { files: nodeFiles, now: () => '2026-11-23T12:00:00Z' });
};

interface Plan {
  readonly status: string;
  readonly cost: number;
  readonly bound: number | null;
  readonly score: number | null;
  readonly assignments: readonly { layer: string; start: string; person: string | null }[];
  readonly findings: readonly { rule: string; severity: string; message: string }[];
  readonly conflicts: readonly { smallest: boolean; claims: readonly { message: string; wayOut: string | null }[] }[];
}

async function plan(workspace: Workspace): Promise<Plan & { readonly code: number }> {
  const { code, out, notes } = await evenwatch(workspace, '--json');
  expect(notes).toEqual([]);
  return { code, ...(JSON.parse(out) as Plan) };
}

const names = ['Ann', 'Bo', 'Cy', 'Di'];
const people = (changes: (name: string) => Parameters<typeof aPerson>[1] = () => ({})) =>
  names.map((name, position) => aPerson(name, { position, ...changes(name) }));
/** Four weeks, so that every case is proven in no time. */
const team = (changes: Parameters<typeof aRotation>[2] = {}) => aRotation('Team', names, { endsOn: date('2027-02-01'), ...changes });
const only = (layer: typeof secondary) => names.map((name) => ({ person: personIdOf(name), layers: [layer] }));
const messages = ({ conflicts }: Plan): readonly string[] => conflicts.flatMap(({ claims }) => claims.map(({ message }) => message));
const gapsOf = ({ findings }: Plan) => findings.filter(({ rule }) => rule === 'gap').map(({ message }) => message);

test('nobody eligible for a layer: the other layer is planned, each gap is named by its week, and the rule that makes it', async () => {
  const found = await plan(aWorkspace({ people: people(), rotations: [team({ participants: only(secondary) })] }));
  expect([found.code, found.status]).toEqual([2, 'proven']);
  expect(found.assignments.filter(({ layer }) => layer === 'secondary').every(({ person }) => person !== null)).toBe(true);
  expect(gapsOf(found)).toHaveLength(4);
  expect(gapsOf(found)[0]).toBe('Nobody holds Team primary, W1 (4–10 Jan)');
  expect(found.conflicts).toHaveLength(4);
  expect(messages(found)).toContain('Ann takes turns in Team, but not in this layer');
  expect(found.conflicts.every(({ smallest, claims }) => smallest && claims.every(({ wayOut }) => wayOut !== null))).toBe(true);
}, 60_000);

test('everybody on leave in a week: that week is a gap, and the leave of each is named with its days', async () => {
  const leave = names.map((name) => aLeave(name, '2027-01-11', '2027-01-15'));
  const found = await plan(aWorkspace({ people: people(), rotations: [team()], leave }));
  expect([found.code, gapsOf(found).length]).toEqual([2, 2]);
  for (const name of names) expect(messages(found)).toContain(`${name} is on leave 11–15 Jan`);
}, 60_000);

test('everybody on leave for the whole quarter: nothing can be held, and it says so for every turn', async () => {
  const leave = names.map((name) => aLeave(name, '2026-12-28', '2027-04-09'));
  const { code, out, notes } = await evenwatch(aWorkspace({ people: people(), rotations: [team()], leave }), '--json');
  expect([code, notes]).toEqual([2, []]);
  const found = JSON.parse(out) as Plan;
  expect(found.assignments.every(({ person }) => person === null)).toBe(true);
  expect(found.conflicts.length).toBeGreaterThan(0);
}, 60_000);

test('contradictory pins in the file stay as pinned, and the fewest of them that clash are named', async () => {
  const both = [aShift('2027-01-11', 'Ann', { pinned: true }), aShift('2027-01-11', 'Ann', { pinned: true, layer: secondary, id: 'rotation-team/secondary/2027-01-11' as never })];
  const found = await plan(aWorkspace({ people: people(), rotations: [team()], shifts: both }));
  expect(found.code).toBe(2);
  expect(found.assignments.filter(({ start }) => start.startsWith('2027-01-11')).map(({ person }) => person)).toEqual(['Ann', 'Ann']);
  expect([...messages(found)].sort()).toEqual([
    'Ann is pinned to Team primary, W2 (11–17 Jan)',
    'Ann is pinned to Team secondary, W2 (11–17 Jan)',
    'Nobody holds two exclusive duties at once',
  ]);
}, 60_000);

test('zero people is a reason and no plan', async () => {
  const { code, out, notes } = await evenwatch(aWorkspace({ people: [], rotations: [aRotation('Team', [])] }));
  expect([code, out]).toEqual([1, '']);
  expect(notes.join()).toMatch(/Nobody can be on call in Q1 2027/);
});

test('one person holds every primary, with each rest cut short said and each secondary a gap', async () => {
  const found = await plan(aWorkspace({ people: [aPerson('Ann')], rotations: [aRotation('Team', ['Ann'], { endsOn: date('2027-02-01'), restWeeks: 1 })] }));
  expect([found.code, found.status, gapsOf(found).length]).toEqual([2, 'proven', 4]);
  expect(found.assignments.filter(({ layer }) => layer === 'primary').map(({ person }) => person)).toEqual(['Ann', 'Ann', 'Ann', 'Ann']);
  expect(found.findings.filter(({ rule }) => rule === 'minimum-rest')).toHaveLength(3);
}, 60_000);

test('thirteen holidays in a week make it heavy, not endless: a complete, proven plan', async () => {
  const days = ['2027-01-11', '2027-01-12', '2027-01-13', '2027-01-14', '2027-01-15', '2027-01-16', '2027-01-17'];
  const sets = [aHolidaySet('US', 2027), aHolidaySet('DE', 2027)];
  const holidays = days.flatMap((day, place) => [aHoliday('US', `US ${day}`, day), ...(place < 6 ? [aHoliday('DE', `DE ${day}`, day)] : [])]);
  expect(holidays).toHaveLength(13);
  const workspace = aWorkspace({ people: people((name) => ({ region: name < 'C' ? 'US' : 'DE' })), rotations: [team()], holidaySets: sets, holidays });
  const found = await plan({ ...workspace, about: { ...workspace.about, region: 'US' } });
  expect([found.code, found.status, found.findings.filter(({ severity }) => severity === 'hard')]).toEqual([0, 'proven', []]);
}, 60_000);

test('somebody who joins in the middle takes turns from then on, and no more than the others', async () => {
  const found = await plan(aWorkspace({ people: people((name) => (name === 'Di' ? { joinsOn: date('2027-01-18') } : {})), rotations: [team()] }));
  expect([found.code, found.status]).toEqual([0, 'proven']);
  const own = found.assignments.filter(({ person }) => person === 'Di').map(({ start }) => start);
  expect(own.every((start) => start >= '2027-01-18')).toBe(true);
  expect(own.length).toBeGreaterThan(0);
  expect(own.length).toBeLessThan(3);
}, 60_000);

const limits: readonly (readonly [string, Parameters<typeof aPolicy>[0]])[] = [
  ['nothing', { restBreach: 0, loadBeyondBand: 0, holidayBalance: 0, avoidedWeek: 0, wantedWeek: 0, changedSlot: 0, standIn: 0, weekdayLoad: 0, weekendLoad: 0, holidayLoad: 0 }],
  ['the most', { restBreach: 100_000, loadBeyondBand: 100, holidayBalance: 1000, avoidedWeek: 100_000, wantedWeek: 100_000, changedSlot: 100_000, standIn: 100_000, weekdayLoad: 400, weekendLoad: 400, holidayLoad: 400 }],
];
for (const [what, weights] of limits) {
  test(`with every weight at ${what} the plan is complete, its cost a whole number, and its bound never above it`, async () => {
    const wishes = [{ week: date('2027-01-11'), kind: 'avoid' as const }];
    const workspace = aWorkspace({ people: people((name) => ({ wishes: name === 'Ann' ? wishes : [] })), rotations: [team({ restWeeks: 1 })], policies: [aPolicy(weights)] });
    const found = await plan(workspace);
    expect(found.assignments.every(({ person }) => person !== null)).toBe(true);
    expect([Number.isSafeInteger(found.cost), found.status === 'heuristic' ? null : (found.bound ?? Infinity) <= found.cost]).toEqual([true, true]);
  }, 60_000);
}
