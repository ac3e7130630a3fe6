import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runbookImporter } from '../../../shared/exchange/runbook-import.ts';
import { runbookFolder, runbookPaths } from '../../../shared/exchange/runbook-out.ts';
import type { ImageId, PersonId, RunbookId } from '../../../shared/model/ids.ts';
import type { Runbook } from '../../../shared/model/runbook.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';
import { runbooksInOrder } from '../../../shared/runbooks/coverage.ts';

const sample = sampleWorkspace();
const own = runbooksInOrder(sample);

function read(files: readonly { readonly path: string; readonly text: string }[]): readonly Runbook[] {
  let count = 0;
  const importer = runbookImporter({ ...sample, runbooks: {} }, () => `read-${String(++count)}`);
  for (const file of files) importer.add(file);
  return importer.result().items.map(({ runbook }) => runbook);
}

const meaning = (runbooks: readonly Runbook[]) =>
  runbooks
    .map((one) => ({ ...one, id: null, position: null, frontMatter: null, ownersKept: null }))
    .sort((a, b) => (a.title < b.title ? -1 : 1));

const imported = (text: string, changes: Partial<Runbook> = {}): Runbook => {
  const [one] = read([{ path: 'nightly.md', text }]);
  if (one === undefined) throw new Error('it was not read');
  return { ...one, ...changes };
};

const textOf = (runbook: Runbook): string => runbookFolder(sample, [runbook]).texts[0]?.text ?? '';

test('runbooks written here come back with everything they say, and the same bytes the second time', () => {
  const { texts, unreadable } = runbookFolder(sample, own);
  expect(texts.map(({ path }) => path)).toEqual(['engagement.md', 'growth.md', 'profit.md']);
  expect(unreadable).toEqual([]);
  const again = read(texts);
  expect(meaning(again)).toEqual(meaning(own));
  expect(runbookFolder(sample, again).texts).toEqual(texts);
  expect(runbookFolder(sample, [...own].reverse()).texts).toEqual(texts);
});

test.each([
  [
    'front matter with comments, unknown keys and odd blanks',
    '---\ntitle:   "Nightly"   # by hand\nteam: [a,  b]\npipeline: Profit\n---\n# Else\n\ntext  \n',
  ],
  ['Windows line ends', '---\r\ntitle: Nightly\r\nx-y: 1\r\n---\r\nBody\r\n\r\n'],
  ['no front matter at all', '# Nightly job\n\nRestart it.\n'],
  ['front matter that ends in dots, and no line end', '---\ntitle: Nightly\n...\nBody'],
  ['an owner that nobody is called', '---\ntitle: Nightly\nowner_primary: Somebody Else\n---\n'],
  [
    'links under three keys',
    '---\ntitle: Nightly\nmonitors:\n- https://example.com/m\ndashboards: [https://example.com/d]\n---\n',
  ],
])('%s come out byte for byte as they came in', (_what, text) => {
  expect(textOf(imported(text))).toBe(text);
});

test('a field that was changed here is written anew, and nothing else of the file', () => {
  const text =
    '---\n# ours\ntitle: Nightly # keep\nowner_primary: Engineer 1\nextra: {a: 1}\nslas:\n  - "within 24 hours"\n---\nBody\n';
  const changed = imported(text, { ownerPrimary: 'person-engineer-2' as PersonId, reviewEveryMonths: 3 });
  expect(textOf(changed)).toBe(
    '---\n# ours\ntitle: Nightly # keep\nowner_primary: Engineer 2\nextra: {a: 1}\nslas:\n  - "within 24 hours"\nreview_in: 3 months\n---\nBody\n',
  );
});

test('a list that was changed takes the place of all its lines, and links are said under one key', () => {
  const text =
    '---\ntitle: Nightly\nslas:\n  - "within 24 hours"\n  - by the 5th of each month\nmonitors:\n  - https://example.com/m\nafter: 1\n---\n';
  const one = imported(text);
  const links = [...one.links, { title: 'Board', url: 'https://example.com/b' }];
  const written = textOf({ ...one, slas: one.slas.slice(1), links });
  expect(written).toBe(
    '---\ntitle: Nightly\nslas:\n  - by the 5th of each month\nmonitors: []\nafter: 1\nlinks:\n  - https://example.com/m\n  - title: Board\n    url: https://example.com/b\n---\n',
  );
  expect(meaning([imported(written)])).toEqual(meaning([{ ...one, slas: one.slas.slice(1), links }]));
});

test('marked passages are in no file, wherever they stand', () => {
  const secret = '[redact]hidden 42[/redact]';
  const [profit] = own;
  if (profit === undefined) throw new Error('the sample has no runbooks');
  const marked: Runbook = {
    ...profit,
    title: `Profit ${secret}`,
    frontMatter: `---\ntitle: Profit ${secret}\nnote: "${secret}"\n---\n`,
    body: `see ${secret}`,
    dataTypes: [secret],
    issues: [{ symptom: secret, cause: secret, steps: [secret], escalation: secret }],
  };
  const { texts } = runbookFolder(sample, [marked]);
  expect(JSON.stringify(texts)).not.toContain('hidden');
  expect(texts[0]?.text).toContain('[redacted]');
  // An import looks for it under the name that it was given.
  expect([...runbookPaths([marked]).values()]).toEqual(texts.map(({ path }) => path));
  const open = { ...marked, frontMatter: '---\ntitle: [redact]x\nrest: hidden\n---\n' };
  expect(JSON.stringify(runbookFolder(sample, [open]).texts)).not.toContain('hidden');
});

test('front matter that cannot be read is given out as it is, and told', () => {
  const text = '---\na: [1\n---\nBody\n';
  const { texts, unreadable } = runbookFolder(sample, [imported(text, { reviewEveryMonths: 3 })]);
  expect([texts[0]?.text, unreadable]).toEqual([text, ['nightly']]);
});

test('same titles get names of their own, and the pictures that a text names lie beside it', () => {
  const [one] = own;
  if (one === undefined) throw new Error('the sample has no runbooks');
  const image = {
    id: 'image-1' as ImageId,
    runbook: one.id,
    name: 'a.png',
    type: 'image/png' as const,
    base64: 'AAAA',
  };
  const other = { ...image, id: 'image-2' as ImageId };
  const twins = ['b', 'a'].map((id) => ({
    ...one,
    id: `runbook-${id}` as RunbookId,
    body: '![x](image:image-1)',
  }));
  const folder = runbookFolder({ ...sample, images: { [image.id]: image, [other.id]: other } }, twins);
  expect(folder.texts.map(({ path }) => path)).toEqual(['profit-2.md', 'profit.md']);
  expect(folder.images).toEqual([{ path: 'images/1.png', image }]);
  expect(folder.texts.every(({ text }) => text.endsWith('![x](images/1.png)'))).toBe(true);
});

test('whatever a runbook says comes back', () => {
  const line = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '' && !/\[\/?redact\]/i.test(text));
  const prose = fc.array(line, { maxLength: 3 }).map((lines) => lines.join('\n'));
  const made = fc.record({
    title: line,
    dataTypes: fc.array(line, { maxLength: 3 }),
    audience: fc.constantFrom('investor' as const, 'internal' as const, 'experimental' as const),
    issues: fc.array(
      fc.record({
        symptom: line,
        cause: prose,
        steps: fc.array(
          prose.filter((text) => text !== ''),
          { maxLength: 3 },
        ),
        escalation: prose,
      }),
      { maxLength: 3 },
    ),
    reviewEveryMonths: fc.integer({ min: 1, max: 36 }),
    body: fc.string({ maxLength: 60 }),
  });
  const [base] = own;
  if (base === undefined) throw new Error('the sample has no runbooks');
  fc.assert(
    fc.property(made, (changes) => {
      const runbook = { ...base, ...changes };
      const [again] = read(runbookFolder(sample, [runbook]).texts);
      const blank = (one: unknown) =>
        JSON.stringify(one, (_k, v: unknown) => (typeof v === 'string' ? v.replace(/\s+/g, ' ').trim() : v));
      expect(again?.body).toBe(runbook.body);
      expect(blank(meaning(again === undefined ? [] : [again]))).toBe(blank(meaning([runbook])));
    }),
    { numRuns: 150 },
  );
});
