import { describe, expect, test } from 'vitest';
import { closeWorkspace } from '../../../shared/document/close.ts';
import { knownVersion } from '../../../shared/document/envelope.ts';
import { openWorkspace } from '../../../shared/document/open.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';
import { sha256 } from '../../../electron/storage/system.ts';
import { aFile } from '../../builders/a-file.ts';
import { textLike, textWith } from '../../electron/support/text-with.ts';

const workspace = sampleWorkspace();
const text = closeWorkspace(workspace, 7, sha256);
const open = (content: string) => openWorkspace(content, 'team.json', sha256);

function problemOf(content: string) {
  const result = open(content);
  if (result.ok) throw new Error('it was opened');
  return result.reason;
}

describe('a file that is sound', () => {
  test('comes back as it was closed', () => {
    const result = open(text);
    expect(result).toMatchObject({ ok: true, value: { revision: 7, version: knownVersion, remarks: [] } });
    if (result.ok) expect(result.value.workspace).toEqual(workspace);
  });

  test('closes to the same text whatever the order of keys in memory', () => {
    const turned = Object.fromEntries(Object.entries(workspace).reverse()) as unknown as typeof workspace;
    expect(closeWorkspace(turned, 7, sha256)).toBe(text);
  });

  test('may be laid out anew by an editor', () => {
    expect(open(JSON.stringify(JSON.parse(text), null, 4)).ok).toBe(true);
  });

  test('with a byte order mark is opened, with a sentence about it', () => {
    const result = open(`\uFEFF${text}`);
    expect(result.ok && result.value.remarks).toEqual([textWith('byte order mark')]);
  });

  test('keeps nothing that is no part of the format', () => {
    const withMore = { ...workspace, secret: 'token' } as typeof workspace;
    expect(closeWorkspace(withMore, 7, sha256)).toBe(text);
  });
});

describe('a file that is not', () => {
  test('is never opened when it was cut, wherever that was', () => {
    const end = text.trimEnd().length;
    for (let part = 0; part < 256; part++) {
      const cut = text.slice(0, Math.floor((end * part) / 256));
      const { kind } = problemOf(cut);
      expect(['damaged', 'not-a-workspace'], `cut at ${part}/256`).toContain(kind);
    }
    expect(problemOf(text.slice(0, 5000))).toMatchObject({
      kind: 'damaged',
      detail: textLike(/ends in the middle, at line \d+/),
    });
  });

  test('is never opened with another letter in it', () => {
    let seed = 1;
    const next = (below: number): number => {
      seed = (seed * 48271) % 2147483647;
      return seed % below;
    };
    const start = text.indexOf('"workspace"');
    for (let time = 0; time < 60; time++) {
      const at = start + next(text.length - start - 4);
      const flipped =
        text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 << next(6))) + text.slice(at + 1);
      const result = open(flipped);
      // Turning one white space into another changes nothing that the file says.
      if (result.ok) expect(result.value.workspace).toEqual(workspace);
    }
    expect(problemOf(text.replace('Engineer 1', 'Engineer 9'))).toMatchObject({
      kind: 'damaged',
      detail: textWith('checksum'),
    });
  });

  test('says that a second object begins behind the first, and where', () => {
    expect(problemOf(text + text)).toMatchObject({
      kind: 'damaged',
      detail: textLike(/second object .* line \d+, column 1/),
    });
    expect(problemOf(`${text}rubbish`)).toMatchObject({ detail: textWith('behind the end') });
  });

  test.each([
    ['', 'empty'],
    ['  \n', 'empty'],
    ['hello', 'no JSON'],
    ['{"format":"evenwatch",}', 'no JSON from line 1'],
    ['{"a":1\u0000}', 'bytes of zero'],
    ['null', 'not a workspace of Evenwatch'],
    ['[]', 'not a workspace of Evenwatch'],
    ['{"format":"other"}', 'not a workspace of Evenwatch'],
    ['"text', 'ends in the middle'],
    [`${'['.repeat(10_000)}${']'.repeat(10_000)}`, 'nested deeper'],
    [`{"a":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_001)}`, 'nested deeper'],
  ])('says in words what is wrong: %#', (content, words) => {
    expect(problemOf(content)).toMatchObject({ file: 'team.json', detail: textWith(words) });
  });

  test('is refused when a field is called __proto__, however it is spelled', () => {
    for (const name of ['__proto__', '\\u005f_proto__']) {
      const content = text.replace('"people":{', `"people":{"${name}":{"polluted":true},`);
      expect(problemOf(content)).toMatchObject({ detail: textWith('__proto__') });
    }
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('names the records that contradict each other', () => {
    const [person] = Object.keys(workspace.people);
    const without = {
      ...workspace,
      people: Object.fromEntries(Object.entries(workspace.people).filter(([id]) => id !== person)),
    };
    const problem = problemOf(aFile(without));
    expect(problem).toMatchObject({ kind: 'invalid-workspace' });
    if (problem.kind === 'invalid-workspace') {
      expect(problem.findings.length).toBeGreaterThan(0);
      expect(problem.findings.length).toBeLessThanOrEqual(20);
      expect(problem.findings.some(({ what }) => what.includes(String(person)))).toBe(true);
    }
  });

  test('names the field whose form is wrong', () => {
    const broken = { ...workspace, about: { ...workspace.about, zone: 'Mars/Olympus' } };
    expect(problemOf(aFile(broken))).toMatchObject({
      kind: 'invalid-workspace',
      findings: [{ where: 'about/zone' }],
    });
    expect(problemOf(aFile(workspace, { checksum: 'x' }))).toMatchObject({
      kind: 'damaged',
      detail: textWith('checksum'),
    });
    expect(problemOf(aFile(workspace, { revision: -1 }))).toMatchObject({
      kind: 'damaged',
      detail: textWith('revision'),
    });
  });
});

describe('the envelope', () => {
  test('is under the checksum: another revision is damage, not another state', () => {
    for (const [from, to] of [
      ['"revision":7', '"revision":8'],
      [`"version":${knownVersion}`, '"version":1'],
    ] as const) {
      expect(text).toContain(from);
      expect(problemOf(text.replace(from, to)), to).toMatchObject({ kind: 'damaged', detail: textWith('checksum') });
    }
  });

  test('that claims a newer format is believed, with doubt where the checksum is not ours: it is never written over', () => {
    expect(open(text.replace(`"version":${knownVersion}`, `"version":${knownVersion + 1}`))).toMatchObject({
      ok: true,
      value: { version: knownVersion + 1, revision: 7, remarks: [textWith('first line was damaged')] },
    });
  });

  test('of a newer format may hold more than we know', () => {
    expect(open(aFile(workspace, { version: knownVersion + 1, signedBy: 'somebody' }))).toMatchObject({ ok: true });
    expect(problemOf(aFile(workspace, { signedBy: 'somebody' }))).toMatchObject({ kind: 'damaged' });
  });
});

describe('a file of a newer format', () => {
  test('is shown without the fields that this version does not know', () => {
    const [first, ...others] = Object.values(workspace.people);
    const people = Object.fromEntries(
      [{ ...first, badge: 7 }, ...others].map((person) => [(person as { id: string }).id, person]),
    );
    const result = open(aFile({ ...workspace, people, moods: {} }, { version: knownVersion + 1 }));
    expect(result).toMatchObject({
      ok: true,
      value: { version: knownVersion + 1, remarks: [textWith('2 of its records')] },
    });
    if (result.ok) expect(result.value.workspace).toEqual(workspace);
  });

  test('that this version cannot understand is a problem of its own', () => {
    expect(problemOf(aFile({ everything: 'else' }, { version: 9 }))).toEqual({
      kind: 'newer-format',
      file: 'team.json',
      found: 9,
      known: knownVersion,
    });
  });
});
