import { expect, test } from 'vitest';
import { markdownTree } from '../../../shared/runbooks/markdown.ts';
import { withRedactSigns } from '../../../shared/runbooks/redact-signs.ts';

test('the marks of a passage are drawn as signs, in prose and in code, and its words stay', () => {
  const tree = markdownTree('Call [redact]5 01[/redact]\n\n```\nkey=[redact]abc\n```', 'page', 2);
  const before = JSON.stringify(tree);
  const shown = JSON.stringify(withRedactSigns(tree));
  expect(shown).not.toMatch(/\[\/?redact\]/);
  expect(shown.match(/redact-begin/g)).toHaveLength(2);
  expect(shown.match(/redact-end/g)).toHaveLength(1);
  expect(shown).toContain('5 01');
  expect(shown).toContain('key=');
  expect(JSON.stringify(tree)).toBe(before);
});
