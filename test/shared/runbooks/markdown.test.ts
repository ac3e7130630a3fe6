import fc from 'fast-check';
import type { Element, ElementContent, Root, RootContent } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { markdownTree, proseTree } from '../../../shared/runbooks/markdown.ts';
import { redactText } from '../../../shared/runbooks/redact.ts';
import { processorTime } from '../../support/processor-time.ts';

const html = (tree: Root) => unified().use(rehypeStringify).stringify(tree);
const shown = (markdown: string) => html(markdownTree(markdown, 'runbook-x', 2));
const prose = (text: string) => html({ type: 'root', children: proseTree(text, 'runbook-x') });

function elements(node: Root | RootContent | ElementContent): Element[] {
  const below = 'children' in node ? node.children.flatMap(elements) : [];
  return node.type === 'element' ? [node, ...below] : below;
}

const tags = new Set(
  'a,blockquote,br,code,del,div,em,h3,h4,h5,h6,hr,li,ol,p,pre,section,span,strong,sup,table,tbody,td,th,thead,tr,ul'.split(
    ',',
  ),
);
const attributes = new Set(
  'href,id,className,align,start,scope,role,ariaLabel,ariaDescribedBy,dataFootnotes,dataFootnoteRef,dataFootnoteBackref'.split(
    ',',
  ),
);

/** Nothing in the tree can run, load or leave the page by itself. */
function expectHarmless(tree: Root): void {
  for (const { tagName, properties } of elements(tree)) {
    expect(tags, tagName).toContain(tagName);
    for (const [name, value] of Object.entries(properties)) {
      expect(attributes, `${tagName} ${name}`).toContain(name);
      if (name === 'href') expect(String(value)).toMatch(/^(https?:\/\/|mailto:|#)/i);
    }
  }
}

const attacks = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)><a xlink:href="javascript:alert(1)">x</a></svg>',
  '<iframe src="https://evil.example"></iframe>',
  '<style>* { background: url(https://evil.example) }</style>',
  '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](<java\tscript:alert(1)>)',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x](file:///etc/passwd)',
  '[x](vbscript:msgbox)',
  '![x](https://evil.example/pixel.png)',
  '![x](javascript:alert(1))',
  '[x]: javascript:alert(1)\n\n[x]',
  '<https://ok.example> <javascript:alert(1)>',
  '<form action="https://evil.example"><input type=password></form>',
  '<meta http-equiv=refresh content="0;url=https://evil.example">',
  '<base href="https://evil.example">',
  '<object data=x></object><embed src=x>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '- [ ] <img src=x onerror=alert(1)>',
  '| <script>alert(1)</script> |\n|--|\n| <img src=x onerror=alert(1)> |',
  'a[^1]\n\n[^1]: <script>alert(1)</script>',
  '<div onclick="alert(1)" style="position:fixed">x</div>',
  '`` <script>alert(1)</script> ``',
  '```html\n<script>alert(1)</script>\n```',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
];

test.each(attacks)('nothing of this runs, loads or leads astray: %s', (attack) => {
  expectHarmless(markdownTree(attack, 'runbook-x', 2));
  expectHarmless(markdownTree(`text ${attack} text`, 'runbook-x', 2));
  expectHarmless({ type: 'root', children: proseTree(attack, 'runbook-x') });
});

test('nothing runs however such pieces are joined', () => {
  const piece = fc.oneof(
    fc.constantFrom(...attacks),
    fc.constantFrom('\n', '\n\n', '> ', '- ', '# ', '|', '`', '<', '>', '[', ']('),
    fc.string({ maxLength: 12 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      expectHarmless(markdownTree(pieces.join(''), 'runbook-x', 2));
    }),
    { numRuns: 300 },
  );
});

test('raw HTML becomes its words, so that nothing said is lost', () => {
  expect(shown('<div>\nCall **the** desk\n</div>')).toBe('\nCall **the** desk\n');
  expect(shown('press <kbd>F5</kbd> now<br>please')).toBe('<p>press F5 now<br>please</p>');
  expect(shown('<!-- hidden -->\n\nseen').trim()).toBe('<p>seen</p>');
});

test('a remote image is a link that one may follow', () => {
  expect(shown('![Dashboard](https://a.example/x.png)')).toBe(
    '<p><a href="https://a.example/x.png">Image: Dashboard</a></p>',
  );
});

test('a link to a file beside the original stays as its words', () => {
  expect(shown('see [the notes](./notes.md)')).toBe('<p>see the notes</p>');
});

test('a link is followed without the marks in its address, and leads nowhere once the passage is taken out', () => {
  const link =
    '[board](https://a.example/[redact]key[/redact]/x) ![p](https://[redact]b[/redact].example/p.png)';
  expect(shown(link)).toBe(
    '<p><a href="https://a.example/key/x">board</a> <a href="https://b.example/p.png">Image: p</a></p>',
  );
  expect(shown(redactText(link))).toBe('<p>board p</p>');
});

test('headings begin below the one they stand under, and none is left out', () => {
  const levels = (markdown: string) =>
    elements(markdownTree(markdown, 'x', 2)).flatMap(({ tagName }) =>
      /^h\d$/.test(tagName) ? [Number(tagName.slice(1))] : [],
    );
  expect(levels('# a\n\n## b\n\n# c')).toEqual([3, 4, 3]);
  expect(levels('## a\n\n#### b\n\n### c\n\n## d')).toEqual([3, 4, 4, 3]);
  expect(levels('###### a\n\n# b\n\n##### c')).toEqual([3, 3, 4]);
  expect(levels('# 1\n\n## 2\n\n### 3\n\n#### 4\n\n##### 5')).toEqual([3, 4, 5, 6, 6]);
});

test('table heads carry their scope, task boxes their state in words', () => {
  expect(shown('| a |\n|--:|\n| 1 |')).toContain('<th align="right" scope="col">a</th>');
  expect(shown('- [x] done\n- [ ] open')).toMatch(
    /role="img" aria-label="Done".*role="img" aria-label="To do"/s,
  );
});

test('footnotes of two runbooks on one page do not meet', () => {
  const ids = (name: string) =>
    elements(markdownTree('a[^1]\n\n[^1]: b', name, 2)).flatMap((it) =>
      typeof it.properties['id'] === 'string' ? [it.properties['id']] : [],
    );
  expect(ids('runbook-a').length).toBeGreaterThan(1);
  expect(ids('runbook-a').filter((id) => ids('runbook-b').includes(id))).toEqual([]);
  expect(shown('a[^1]\n\n[^1]: b')).toContain('aria-describedby="runbook-x-footnote-label"');
});

test('a step keeps its line breaks and loses its frame', () => {
  expect(prose('one\ntwo')).toBe('one<br>two');
  expect(prose('run `a_b`\nthen **stop**')).toBe('run <code>a_b</code><br>then <strong>stop</strong>');
  expect(prose('```\na\nb\n```')).toBe('<pre><code>a\nb\n</code></pre>');
  expect(prose('5 < 6 & "quotes"')).toBe('5 &#x3C; 6 &#x26; "quotes"');
});

test.each([
  ['quotes', '>'.repeat(20_000)],
  ['spaced quotes', ' > '.repeat(20_000)],
  ['lists', Array.from({ length: 400 }, (_none, depth) => `${' '.repeat(depth * 2)}- deep`).join('\n')],
])('%s nested without end are shown as written, at once', (_what, markdown) => {
  const worked = processorTime();
  const tree = markdownTree(markdown, 'x', 2);
  expect(worked()).toBeLessThan(1000);
  expect(tree.children).toEqual([
    { type: 'element', tagName: 'pre', properties: {}, children: [{ type: 'text', value: markdown }] },
  ]);
});

describe('inner content', () => {
  const inner = {
    image: (id: string) => (id === 'image-1' ? 'data:image/png;base64,QQ==' : null),
    hasRunbook: (id: string) => id === 'runbook-growth',
  };
  const shown = (markdown: string, given = inner) => JSON.stringify(markdownTree(markdown, 'x', 3, given));

  test('a picture kept beside the text is shown from its own bytes', () => {
    expect(shown('![Graph](image:image-1)')).toContain('"src":"data:image/png;base64,QQ=="');
  });

  test('a picture that is not there, and one of the web, are never an image', () => {
    for (const markdown of [
      '![a](image:image-2)',
      '![a](https://example.com/a.png)',
      '![a](data:image/png;base64,QQ==)',
    ])
      expect(shown(markdown)).not.toContain('"img"');
  });

  test('a link to a runbook keeps its address where that is there, else it is its words', () => {
    expect(shown('[Growth](runbook:runbook-growth)')).toContain('"href":"runbook:runbook-growth"');
    expect(shown('[Gone](runbook:runbook-gone)')).not.toContain('href');
    expect(JSON.stringify(markdownTree('[Growth](runbook:runbook-growth)', 'x', 3))).not.toContain('href');
  });
});

test('the short way of a line of plain and typewritten words reads it as Markdown does', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '`',
      '``',
      ' ',
      '  ',
      '- ',
      '1. ',
      '#',
      '*',
      '_',
      '<',
      '&amp;',
      '\\',
      '@',
      'a@b.co',
      '|',
      '~',
      '+',
      '\t',
      '.',
    ),
    fc.constantFrom(
      '`profit_inputs`',
      '`a b`',
      '`*`',
      '`<b>`',
      'Look in',
      'rows',
      ', and',
      '9',
      'é',
      '\u00a0',
      '=',
      '---',
      ':',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
      const line = `${pieces.join('')} \`x\``.trim();
      const block = markdownTree(line, 'runbook-x', 3);
      const [only] = block.children;
      if (only?.type !== 'element' || only.tagName !== 'p' || block.children.length > 1) return;
      expect(prose(line)).toBe(html({ type: 'root', children: only.children }));
    }),
    { numRuns: 400 },
  );
  expect(prose('Look in `profit_inputs` for 2 rows')).toBe('Look in <code>profit_inputs</code> for 2 rows');
});
