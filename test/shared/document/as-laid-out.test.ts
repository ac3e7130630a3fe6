import { expect, test } from 'vitest';
import { sha256 } from '../../../electron/storage/system.ts';
import { canonicalAsLaidOut } from '../../../shared/document/as-laid-out.ts';
import { closeWorkspace } from '../../../shared/document/close.ts';
import { openWorkspace } from '../../../shared/document/open.ts';
import { canonicalJson } from '../../../shared/model/json.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';

const workspace = sampleWorkspace();
const text = closeWorkspace(workspace, 7, sha256);

test('what was closed here gives its canonical JSON without being parsed', () => {
  expect(canonicalAsLaidOut(text)).toBe(canonicalJson(workspace));
});

test('another layout gives none, and is opened all the same', () => {
  for (const other of [
    JSON.stringify(JSON.parse(text)),
    JSON.stringify(JSON.parse(text), null, 1),
    text.trimEnd(),
    `${text}\n`,
  ]) {
    expect(canonicalAsLaidOut(other)).toBeNull();
    expect(openWorkspace(other, 'team.json', sha256).ok).toBe(true);
  }
  for (const broken of ['', '\n', '}}\n', text.replace(',\n', '\n'), text.replace('\n"', '\n')])
    expect(canonicalAsLaidOut(broken)).toBeNull();
});

test('lines in another order are the same content, one that is there twice is not', () => {
  const [head = '', first = '', second = '', ...rest] = text.split('\n');
  expect(openWorkspace([head, second, first, ...rest].join('\n'), 'team.json', sha256).ok).toBe(true);
  const twice = [head, first.replace(workspace.about.name, 'Another team'), first, second, ...rest].join(
    '\n',
  );
  // JSON takes the last of two fields of one name, which here is the one that was written: nothing is lost.
  const opened = openWorkspace(twice, 'team.json', sha256);
  expect(opened.ok && opened.value.workspace).toEqual(workspace);
  const covered = [head, first, first.replace(workspace.about.name, 'Another team'), second, ...rest].join(
    '\n',
  );
  expect(openWorkspace(covered, 'team.json', sha256)).toMatchObject({
    ok: false,
    reason: { kind: 'damaged' },
  });
});
