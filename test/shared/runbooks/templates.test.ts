import { expect, test } from 'vitest';
import { markdownTree } from '../../../shared/runbooks/markdown.ts';
import { isUntouched, runbookTemplates } from '../../../shared/runbooks/templates.ts';

test('the alert template asks the four questions in their order', () => {
  const alert = runbookTemplates.find((it) => it.id === 'alert');
  expect(alert?.body.match(/^## .*$/gm)).toEqual([
    '## Meaning',
    '## Impact',
    '## Diagnosis',
    '## Mitigation',
  ]);
});

test.each(runbookTemplates)(
  '$title reads as Markdown with headings, and may be exchanged until it is written into',
  ({ body }) => {
    const headings = markdownTree(body, 'x', 3).children.filter(
      (it) => it.type === 'element' && it.tagName === 'h4',
    );
    expect(headings.length).toBeGreaterThanOrEqual(4);
    expect(isUntouched(body)).toBe(true);
    expect(isUntouched(`${body}more`)).toBe(false);
  },
);
