import { expect, test } from 'vitest';
import { edit } from '../../../shared/editing/edit.ts';
import { asksFirst } from '../../../shared/editing/move-preview.ts';
import { planMove } from '../../../shared/editing/plan-move.ts';
import type { LocalDate, QuarterId } from '../../../shared/model/dates.ts';
import type { LeaveId } from '../../../shared/model/ids.ts';
import { effectLines } from '../../../shared/words/effect-text.ts';
import { aLeave, aPerson, aRotation, aShift, aWorkspace } from '../../builders/a-workspace.ts';

const day = (text: string) => text as LocalDate;
const workspace = aWorkspace({
  people: ['Ann', 'Bo'].map((name, position) => aPerson(name, { position })),
  rotations: [aRotation('Team')],
  shifts: [aShift('2027-01-18', 'Ann')],
  leave: [aLeave('Ann', '2027-01-05', '2027-01-07')],
});
const leave = Object.values(workspace.leave)[0]?.id as LeaveId;
const moved = (from: string, to: string, today = '2026-11-23') =>
  planMove(
    workspace,
    '2027-Q1' as QuarterId,
    { kind: 'move-leave', leave, from: day(from), to: day(to) },
    null,
    day(today),
  );

test('days off go to free days as one edit that keeps all else of them', () => {
  const preview = moved('2027-01-12', '2027-01-14');
  expect(preview.conflicts).toEqual([]);
  expect(asksFirst(preview)).toBe(false);
  if (preview.command === null) throw new Error('nothing to commit');
  const made = edit(workspace, preview.command);
  if (!made.ok) throw new Error(made.reason.kind);
  expect(made.value.workspace.leave[leave]).toEqual({
    ...workspace.leave[leave],
    from: '2027-01-12',
    to: '2027-01-14',
  });
});

test('over a held turn they ask first and name the turn; the turn stays', () => {
  const preview = moved('2027-01-19', '2027-01-21');
  expect(asksFirst(preview)).toBe(true);
  expect(preview.conflicts).toHaveLength(1);
  expect(effectLines(workspace, preview).map(({ kind, text }) => `${kind}: ${text}`)).toContain(
    'hard: Ann holds Team primary, W3 (18–24 Jan)',
  );
});

test('days off that have begun, or would begin in the past, stay, and the card says why', () => {
  for (const preview of [
    moved('2027-01-12', '2027-01-14', '2027-01-06'),
    moved('2026-11-02', '2026-11-04'),
  ]) {
    expect(preview.command).toBeNull();
    expect(preview.refusal?.kind).toBe('invalid');
    expect(effectLines(workspace, preview)[0]?.text).toMatch(/Leave screen/);
  }
});

test('back onto their own days nothing changes', () => {
  expect(moved('2027-01-05', '2027-01-07').command).toBeNull();
});

test('the card says that shares and score are being worked out, and what becomes of them as soon as that is known', () => {
  const preview = moved('2027-01-12', '2027-01-14');
  const texts = (of: typeof preview) => effectLines(workspace, of).map(({ text }) => text);
  expect(texts(preview).at(-1)).toBe('Shares and score are being worked out');
  const judged = {
    ...preview,
    before: { ...preview.before, score: 80 },
    after: { ...preview.before, score: 84.2 },
  };
  expect(texts(judged)).toContain('Score 80 → 84.2');
  expect(texts(judged)).not.toContain('Shares and score are being worked out');
});
