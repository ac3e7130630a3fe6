import { expect, test } from 'vitest';
import {
  noChecksum,
  readJournalLine,
  writeJournalLine,
  type JournalLine,
} from '../../../shared/document/journal-line.ts';
import { diff } from '../../../shared/editing/changes.ts';
import { knownVersion } from '../../../shared/document/envelope.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';
import { sha256 } from '../../../electron/storage/system.ts';
import { renamed } from '../../electron/support/edits.ts';

const workspace = sampleWorkspace();
const after = { ...workspace, about: { ...workspace.about, name: 'Über "alles"\n…' } };
const line: JournalLine = {
  revision: 4,
  time: '2026-11-23T10:15:00.000Z',
  by: 'lead',
  title: 'Bram ↔ Chidi, W5 Profit primary',
  command: renamed(workspace, 4),
  changes: diff(workspace, after),
};

test('a line comes back as it was written, on one line of text', () => {
  const { text, checksum } = writeJournalLine(line, noChecksum, sha256);
  expect(text.indexOf('\n')).toBe(text.length - 1);
  expect(readJournalLine(text.trimEnd(), sha256)).toEqual({
    ok: true,
    value: { line, format: knownVersion, previous: noChecksum, checksum },
  });
});

test('a line with any other letter in it is refused', () => {
  const text = writeJournalLine(line, noChecksum, sha256).text.trimEnd();
  for (let at = 0; at < text.length; at++) {
    const changed = `${text.slice(0, at)}${text[at] === '~' ? '!' : '~'}${text.slice(at + 1)}`;
    expect(readJournalLine(changed, sha256).ok, `letter ${at}`).toBe(false);
  }
});

test('the same edit after another line has another checksum', () => {
  const first = writeJournalLine(line, noChecksum, sha256);
  const second = writeJournalLine(line, first.checksum, sha256);
  expect(second.checksum).not.toBe(first.checksum);
});

test('a line of an older version, whose command had other fields, stays readable', () => {
  const older = { ...line, command: { kind: 'rename-everything', to: 'x' } } as unknown as JournalLine;
  const { text } = writeJournalLine(older, noChecksum, sha256);
  expect(readJournalLine(text.trimEnd(), sha256)).toMatchObject({
    ok: true,
    value: { line: { revision: 4, changes: line.changes } },
  });
});
