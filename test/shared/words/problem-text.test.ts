import { expect, test } from 'vitest';
import type { Problem } from '../../../shared/contract/problems.ts';
import { problemText } from '../../../shared/words/problem-text.ts';

const file = '/home/lead/team.json';
const problems: readonly Problem[] = [
  { kind: 'not-a-workspace', file, detail: 'it holds a picture' },
  { kind: 'newer-format', file, found: 3, known: 1 },
  {
    kind: 'damaged',
    file,
    detail: 'it ends in the middle of a line',
    keptAs: '/home/lead/quarantine/team.json',
  },
  { kind: 'damaged', file, detail: 'it ends in the middle of a line', keptAs: null },
  {
    kind: 'invalid-workspace',
    file,
    findings: [{ where: 'shifts/x.person', what: 'names person-y, which is not among the people' }],
  },
  { kind: 'not-found', file },
  { kind: 'in-use', file, by: 'Evenwatch on desk-2' },
  { kind: 'disk', tried: 'write', file, code: 'ENOSPC' },
  { kind: 'disk', tried: 'write', file, code: 'EWEIRD' },
  { kind: 'stale-base', sent: 4, current: 6 },
  { kind: 'changed-underneath', file },
  { kind: 'refused-edit', refusal: 'no-change' },
  { kind: 'read-only', because: 'the file was written by a newer version' },
  { kind: 'not-open' },
  { kind: 'disconnected' },
  { kind: 'too-large', file, bytes: 120_000_000, most: 50_000_000 },
  { kind: 'bad-message', channel: 'workspace.apply', detail: 'command.kind' },
  { kind: 'unsupported', what: 'making a PDF', instead: 'print the page and choose PDF there' },
  { kind: 'pdf-failed', detail: 'the page did not load' },
];

test.each(problems.map((problem) => [problem.kind, problem] as const))(
  '%s says what was tried, what happened and what to do',
  (_kind, problem) => {
    const text = problemText(problem);
    expect(text).toMatch(/^[A-Z].*[^.]\.$/);
    expect(text.split('. ').length).toBeGreaterThanOrEqual(2);
    expect(text).not.toMatch(/undefined|null|NaN|\.\.|!|please|sorry|oops/i);
    if ('file' in problem) expect(text).toContain(file);
  },
);

test('the wording of what a lead sees most', () => {
  expect(problemText({ kind: 'disk', tried: 'write', file, code: 'ENOSPC' })).toBe(
    `Could not write ${file}: the disk is full. Free some space, then retry. Nothing that was saved before is lost.`,
  );
  expect(
    problemText({ kind: 'damaged', file, detail: 'it ends in the middle of a line', keptAs: '/q/team.json' }),
  ).toBe(
    `Could not read ${file}: it ends in the middle of a line. The original is kept as /q/team.json. Restore a backup, or open another file.`,
  );
  expect(problemText({ kind: 'disk', tried: 'read', file, code: 'EFBIG' })).toContain(
    'larger than Evenwatch reads',
  );
  expect(problemText({ kind: 'cancelled' })).toBe('Cancelled. Nothing changed.');
});

test('what could not be read is not said to be a matter of writing', () => {
  for (const code of ['EACCES', 'EPERM', 'EIO', 'EISDIR', 'EFBIG', 'EINVAL', 'EWEIRD']) {
    const text = problemText({ kind: 'disk', tried: 'read the workspace', file, code });
    expect(text).not.toMatch(/write|folder, or|save a copy/);
  }
});

test('of many findings the first three are told, and how many more there are', () => {
  const findings = Array.from({ length: 9 }, (_none, index) => ({
    where: `shifts/${index}`,
    what: 'is wrong',
  }));
  const text = problemText({ kind: 'invalid-workspace', file, findings });
  expect(text).toContain('shifts/2: is wrong; and 6 more.');
  expect(text).not.toContain('shifts/3');
});

test('a code that names something every object has is not mistaken for a reason', () => {
  expect(problemText({ kind: 'disk', tried: 'write', file, code: 'constructor' })).toContain(
    'the system says constructor',
  );
});
