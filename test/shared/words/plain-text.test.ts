import { expect, test } from 'vitest';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';
import { plainText } from '../../../shared/words/plain-text.ts';
import { aLeave, aPerson, aRotation, aShift, aWorkspace } from '../../builders/a-workspace.ts';

const base = aWorkspace({
  people: ['Ann', 'Bo'].map((name, position) => aPerson(name, { position })),
  rotations: [aRotation('Team', ['Ann', 'Bo'])],
  shifts: [aShift('2027-01-11', 'Bo'), aShift('2027-01-04', 'Ann', { pinned: true, note: 'two\nlines' })],
  leave: [aLeave('Bo', '2027-02-01', '2027-02-05', { reason: 'nobody-reads-this', tentative: true })],
});

/** Every table and every record with its keys the other way round. */
const turned = <Value>(value: Value): Value =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, one]) => [key, turned(one as unknown)]),
      ) as Value)
    : value;

test('names stand for ids, shifts are a line each by their day, and no private reason is in it', () => {
  const text = plainText(base);
  expect(text).toContain(
    [
      '== Shifts',
      '2027-01-04T09:00 to 2027-01-11T09:00, Team primary: Ann, planned, pinned, note two\\nlines',
      '2027-01-11T09:00 to 2027-01-18T09:00, Team primary: Bo, planned',
      '',
      '== Leave',
      'Bo, 2027-02-01 to 2027-02-05: kind leave, part day, tentative yes',
    ].join('\n'),
  );
  expect(text).toContain('  participants:\n    - layers primary + secondary, person Ann\n');
  expect(text).not.toContain('nobody-reads-this');
});

test('the order in which records and fields were made does not show', () => {
  const workspace = sampleWorkspace();
  expect(plainText(turned(workspace))).toBe(plainText(workspace));
});

test('one edit changes few lines: a swap two, a new name one and the lines that name it', () => {
  const changedLines = (after: Workspace): number => {
    const [was, is] = [plainText(base).split('\n'), plainText(after).split('\n')];
    expect(is).toHaveLength(was.length);
    return is.filter((line, index) => line !== was[index]).length;
  };
  const swap = [
    aShift('2027-01-11', 'Ann'),
    aShift('2027-01-04', 'Bo', { pinned: true, note: 'two\nlines' }),
  ];
  expect(changedLines({ ...base, shifts: Object.fromEntries(swap.map((shift) => [shift.id, shift])) })).toBe(
    2,
  );
  const [ann] = Object.values(base.people);
  // Her head line, her turn, her place in the rotation.
  expect(changedLines({ ...base, people: { ...base.people, [ann!.id]: { ...ann!, name: 'Anna' } } })).toBe(3);
});

test('two of one name carry their ids', () => {
  const [ann, bo] = Object.values(base.people);
  const text = plainText({ ...base, people: { [ann!.id]: ann!, [bo!.id]: { ...bo!, name: 'Ann' } } });
  expect(text).toContain('Team primary: Ann [person-bo], planned');
});

test('what a runbook marks for redaction is in neither the runbook nor the record of a run', () => {
  const sample = sampleWorkspace();
  const [some] = Object.values(sample.runbooks);
  if (some === undefined) throw new Error('the sample has runbooks');
  const runbook = { ...some, title: 'Payout [redact]SECRET[/redact]', body: 'a [redact]SECRET[/redact] b' };
  const step = { tickedAt: null, tickedBy: '' };
  const run = {
    id: 'run-1',
    runbook: runbook.id,
    incident: null,
    title: 'Late [redact]SECRET[/redact]',
    startedAt: '2026-11-23T10:00:00Z',
    startedBy: 'Ann',
    steps: [
      { ...step, text: 'Ask [redact]SECRET' },
      { ...step, text: 'SECRET[/redact] again' },
    ],
    notes: '[redact]SECRET[/redact]',
    finishedAt: null,
  };
  const text = plainText({
    ...sample,
    runbooks: { ...sample.runbooks, [runbook.id]: runbook },
    runs: { 'run-1': run },
  } as unknown as Workspace);
  expect(text).not.toContain('SECRET');
  expect(text).toContain('Ask [redacted]');
});
