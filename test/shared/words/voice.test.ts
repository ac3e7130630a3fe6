import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { glossary } from '../../../shared/words/glossary.ts';

/** Where what people read is written: the sentences, and what stands on the screens themselves. */
const folders = ['shared/words', 'renderer/features', 'renderer/ui', 'renderer/state'];

interface Said {
  readonly where: string;
  readonly text: string;
  /** It stands between the tags of an element, as what is on a button does. */
  readonly isElement: boolean;
}

/** Words that stand in a file as text: of strings, of templates between their holes, and of elements. */
function saidIn(file: string): readonly Said[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    ts.ScriptKind.TSX,
  );
  const said: Said[] = [];
  const visit = (node: ts.Node): void => {
    const isImport =
      ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isLiteralTypeNode(node);
    const isLook =
      ts.isJsxAttribute(node) && ['className', 'd', 'viewBox'].includes(node.name.getText(source));
    if (isImport || isLook) return;
    const isText =
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddle(node) ||
      ts.isTemplateTail(node) ||
      ts.isJsxText(node);
    if (isText && /[a-z]/i.test(node.text)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      // Lines of an element are joined by single spaces when they are shown.
      const text = ts.isJsxText(node) ? node.text.replace(/\s+/g, ' ') : node.text;
      said.push({ where: `${file}:${line + 1}`, text, isElement: ts.isJsxText(node) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return said;
}

const filesIn = (folder: string, ends: RegExp): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ends.test(name))
    .map((name) => join(folder, name));

const articles = filesIn('renderer/features/help/articles', /\.md$/).map((file) => ({
  where: file,
  text: readFileSync(file, 'utf8'),
  isElement: false,
}));
const all: readonly Said[] = [
  ...folders.flatMap((folder) => filesIn(folder, /\.tsx?$/)).flatMap(saidIn),
  ...articles,
];
const sentences = all.filter(({ text }) => /\w \w/.test(text));

const offending = (rule: RegExp, among: readonly Said[] = sentences): readonly string[] =>
  among
    .filter(({ text }) => rule.test(text))
    .map(({ where, text }) => `${where}: ${text.trim().slice(0, 80)}`);

test('enough is read for the rules to mean anything', () => {
  expect(sentences.length).toBeGreaterThan(1500);
});

test.each([
  ['nothing is shouted', /[a-z]!(?=\s|$|["”’])/i],
  [
    'nobody is begged, blamed or comforted',
    /\b(please|oops|sorry|whoops|uh-oh|you (forgot|failed|must not))\b/i,
  ],
  ['an ellipsis is one sign', /[a-z]\.\.\.(?!\w)/i],
  ['words are set apart by one space', /[a-z,;.] {2,}[a-z]/i],
  [
    'a hand-off is written in one way',
    /\b(hand off|handoff|handovers?|hand over point)s? (at|on|is|are|of|time|day)\b/,
  ],
  ['leave is leave', /\b(vacations?|PTO|annual leave)\b/],
  ['comp time is two words', /\b(comp-time|comptime|TOIL)\b(?! ?[:'])/],
  ['nothing is said with Latin letters for words', /\b(e\.g\.|i\.e\.|etc\.)/],
])('%s', (_, rule) => {
  expect(offending(rule)).toEqual([]);
});

test('buttons say what they do: none is called OK, Yes or No', () => {
  expect(
    offending(
      /^\s*(OK|Ok|Yes|No)\s*$/,
      all.filter(({ isElement }) => isElement),
    ),
  ).toEqual([]);
});

test('dates and numbers are written in their own places', () => {
  const places = /(date-text|clock|conventions)\.ts$/;
  const found = folders
    .flatMap((folder) => filesIn(folder, /\.tsx?$/))
    .filter((file) => !places.test(file))
    .filter((file) =>
      /toLocale(Date|Time)String|Intl\.DateTimeFormat|from 'date-fns/.test(readFileSync(file, 'utf8')),
    );
  expect(found).toEqual([]);
});

test('every word is explained in a sentence or two, which end', () => {
  for (const { term, meaning } of Object.values(glossary)) {
    expect(term).toMatch(/^[A-Z]/);
    expect(meaning).toMatch(/^[A-Z].*\.$/);
    expect(meaning.length).toBeLessThan(200);
  }
});
