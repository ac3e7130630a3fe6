import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../../shared/runbooks/markdown-reader.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';

const theirs = unified().use(remarkParse).use(remarkGfm).freeze();

const pieces = [
  'mail ops@example.com now',
  'ops&#64;example.com',
  'ops&commat;example.com',
  'ops\\@example.com',
  'www.example.com/a_b',
  'www\\.example.com',
  'see WWW.EXAMPLE.COM.',
  'https://example.com/a?b=1, then',
  'HTTP://example.com',
  'http&colon;//example.com',
  'http\\://example.com',
  '[a](https://example.com "t")',
  '<https://example.com>',
  '<mailto:ops>',
  'mailto:nobody',
  'a_b+c-d.e',
  '~~old~~ ~one~ *two* **three** `four`',
  '- [x] done\n- [ ] open',
  '| a | b |\n|---|--:|\n| 1 | `x \\| y` |',
  'note[^1]\n\n[^1]: said',
  '> quote\n\n    code',
  '# head\n\n1. one\n   - two',
];

describe('reading Markdown', () => {
  it('gives the tree of the whole dialect, whichever signs a text lacks', () => {
    for (const one of pieces)
      for (const other of ['', ...pieces.filter((_piece, index) => index % 3 === 0)]) {
        const text = `${one}\n\n${other}`;
        expect(readMarkdown(text), text).toEqual(theirs.parse(text));
      }
  });

  it('gives the same tree for the runbooks of the sample', () => {
    for (const { body } of Object.values(sampleWorkspace().runbooks))
      expect(readMarkdown(body)).toEqual(theirs.parse(body));
  });
});
