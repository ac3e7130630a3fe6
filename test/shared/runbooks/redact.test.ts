import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printDocument } from '../../../shared/runbooks/print-document.ts';
import { redacted, redactText, withoutMarks } from '../../../shared/runbooks/redact.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';
import { date } from '../../builders/a-workspace.ts';
import { aRunbook } from './a-runbook.ts';

test.each([
  ['call [redact]555 01[/redact] now', 'call [redacted] now'],
  ['a [REDACT]b\n\n```\nc\n```\n[/Redact] d', 'a [redacted] d'],
  ['a [redact]b [redact]c[/redact] d[/redact] e', 'a [redacted] e'],
  ['never closed [redact]secret', 'never closed [redacted]'],
  ['closed only[/redact], kept', 'closed only, kept'],
  ['nothing [marked] here', 'nothing [marked] here'],
])('%j leaves as %j', (text, expected) => {
  expect(redactText(text)).toBe(expected);
});

test('a reader copies the passage without the marks', () => {
  expect(withoutMarks('psql -h [redact]10.0.0.1[/redact]')).toBe('psql -h 10.0.0.1');
});

test('whatever the marks, nothing after an open one gets out', () => {
  const pieces = fc.constantFrom('[redact]', '[/redact]', '[Redact]', ' plain ', '\n', '```');
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const open = [...parts, '[redact]', 'SECRET'].join('');
      expect(redactText(open)).not.toContain('SECRET');
      expect(redactText(`${open}[/redact]`)).not.toContain('SECRET');
    }),
  );
});

const secret = 'see [redact]SECRET[/redact] there';
const full = aRunbook({
  title: `Profit ${secret}`,
  dataTypes: [secret],
  issues: [{ symptom: secret, cause: secret, steps: [secret], escalation: secret }],
  slas: [{ text: secret, dayOfMonth: null, resolveWithinHours: null, severity: null }],
  links: [{ title: secret, url: 'https://example.com/' }],
  frontMatter: `owner: "${secret}"`,
  body: `# Notes\n\n${secret}\n\n\`\`\`\n${secret}\n\`\`\``,
});

test('no text of a runbook keeps a marked passage, on paper neither', () => {
  expect(JSON.stringify(redacted(full))).not.toContain('SECRET');
  const { title, articles } = printDocument(sampleWorkspace(), [full], date('2026-11-23'));
  expect(JSON.stringify({ title, articles })).not.toContain('SECRET');
  expect(JSON.stringify(articles)).toContain('[redacted]');
});
