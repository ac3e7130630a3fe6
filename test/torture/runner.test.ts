/** The tortures' own tools can fail: what finds nothing must be able to find something. */
import { describe, expect, test } from 'vitest';
import { sampleWorkspace } from '../../shared/sample/sample.ts';
import { applyRecorded, diff } from '../../shared/editing/changes.ts';
import { edit } from '../../shared/editing/edit.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import { tortures } from './all.ts';
import { ordersOf } from './orders.ts';
import { systemCalls } from './support/system-calls.ts';
import { traceFault, trackedEdit } from './support/tracked-edits.ts';
import { orderFaults } from './syscalls.ts';

describe('orders', () => {
  test.each([
    [['no-such-torture'], 'no torture called no-such-torture'],
    [['kills', '--count', '0'], '--count is 0'],
    [['kills', '--count', 'many'], '--count is many'],
    [['kills', '--seed', '-1'], '--seed'],
    [['--fast'], '--fast'],
    [[], 'Which torture?'],
  ])('%j is refused in words', (args, words) => {
    expect(ordersOf(args, tortures)).toContain(words);
  });

  test('a name, a count and a seed are taken; a name is enough', () => {
    expect(ordersOf(['kills', '--count', '5', '--seed', '9', '--json'], tortures)).toMatchObject({ count: 5, seed: 9, json: true });
    expect(ordersOf(['kills'], tortures)).toMatchObject({ count: null, seed: 1, short: false });
  });
});

test('no two tortures have one name, and each says what it promises', () => {
  expect(new Set(tortures.map(({ name }) => name)).size).toBe(tortures.length);
  for (const { promise, short } of tortures) {
    expect(promise.length).toBeGreaterThan(40);
    expect(short).toBeGreaterThan(0);
  }
});

describe('the trace of edits', () => {
  const after = (times: number, without: number | null = null): Workspace => {
    let workspace = sampleWorkspace();
    for (let number = 1; number <= times; number++) {
      if (number === without) continue;
      const edited = edit(workspace, trackedEdit(workspace, number));
      if (!edited.ok) throw new Error(edited.reason.kind);
      workspace = edited.value.workspace;
    }
    return workspace;
  };

  test.each([0, 1, 64, 65, 130])('is right after %d edits', (times) => {
    expect(traceFault(after(times), times)).toBeNull();
  });

  test('shows an edit that is lost, one too many, and one in the middle', () => {
    expect(traceFault(after(9), 10)).toContain('edit 10 is missing');
    expect(traceFault(after(10), 9)).toContain('holds edit 10');
    expect(traceFault(after(80, 70), 80)).toContain('edit 70 is missing');
  });

  test('shows a mixture of an old and a new state', () => {
    const [old, now] = [after(70), after(75)];
    const half = applyRecorded(old, diff(old, now).slice(0, 2));
    expect(traceFault(half, 75)).toContain('is missing');
    expect(traceFault(half, 70)).not.toBeNull();
  });
});

describe('the order of system calls', () => {
  const sound = [
    '7 openat(AT_FDCWD</d>, "/d/.a.json.1.evenwatch-tmp", O_WRONLY|O_CREAT|O_EXCL|O_APPEND|O_CLOEXEC, 0600) = 9</d/.a.json.1.evenwatch-tmp>',
    '7 write(9</d/.a.json.1.evenwatch-tmp>, "{}", 2) = 2',
    '8 fsync(9</d/.a.json.1.evenwatch-tmp> <unfinished ...>',
    '7 write(1<pipe:[5]>, "something else", 14) = 14',
    '8 <... fsync resumed>) = 0',
    '7 rename("/d/.a.json.1.evenwatch-tmp", "/d/a.json") = 0',
    '7 fsync(9</d>) = 0',
    '7 write(1<pipe:[5]>, "answered: a\\n", 12) = 12',
  ];
  const faultsOf = (lines: readonly string[]): readonly string[] =>
    orderFaults(systemCalls(lines.join('\n')).filter(({ path, args }) => path.startsWith('/d') || args.includes('"answered')));

  test('without a fault nothing is found', () => {
    expect(faultsOf(sound)).toEqual([]);
  });

  test.each([
    ['without the flush of the file', [2, 4], 'renamed before it was flushed'],
    ['without the flush of the folder', [6], 'the folder d was not flushed'],
  ])('%s it is found', (_case, without, words) => {
    expect(faultsOf(sound.filter((_line, index) => !without.includes(index))).join()).toContain(words);
  });

  test('a file that is opened to be written in its place is found, and one that others may read', () => {
    const line = '7 openat(AT_FDCWD</d>, "/d/a.json", O_WRONLY|O_CREAT|O_TRUNC|O_CLOEXEC, 0666) = 9</d/a.json>';
    const found = faultsOf([line]).join();
    for (const words of ['in its place', 'not created exclusively', '0666']) expect(found).toContain(words);
  });
});
