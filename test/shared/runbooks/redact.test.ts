import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printDocument } from '../../../shared/runbooks/print-document.ts';
import { runbookLink } from '../../../shared/runbooks/links.ts';
import { redacted, redactText, redactTexts, withoutMarks } from '../../../shared/runbooks/redact.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';
import { date } from '../../builders/a-workspace.ts';
import { aRunbook } from './a-runbook.ts';

test.each([
  ['call [redact]555 01[/redact] now', 'call [redacted] now'],
  ['a [REDACT]b\n\n```\nc\n```\n[/Redact] d', 'a [redacted] d'],
  ['a [redact]b [redact]c[/redact] d[/redact] e', 'a [redacted] e'],
  ['never closed [redact]secret', 'never closed [redacted]'],
  ['closed only[/redact], kept', '[redacted], kept'],
  ['a [redact]b[/redact] c[/redact] d', '[redacted] d'],
  [String.raw`a \[redact\]b\[/redact\] c`, 'a [redacted] c'],
  ['a &#91;redact&#93;b&lbrack;/redact&#x5D; c', 'a [redacted] c'],
  ['[x](https://a.example/%5Bredact%5Db%5B%2Fredact%5D/c)', '[x](https://a.example/[redacted]/c)'],
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

test('a passage goes on over the entries of a list, and nobody learns how many it hid', () => {
  const steps = ['Ask [redact]Ann', 'SECRET', 'SECRET[/redact] for the key', 'Restart'];
  expect(redactTexts(steps)).toEqual(['Ask [redacted]', '[redacted] for the key', 'Restart']);
  const issue = {
    symptom: 'Late',
    cause: 'Of [redact]Ann',
    steps: ['SECRET'],
    escalation: 'SECRET[/redact] comes',
  };
  const { issues } = redacted(aRunbook({ issues: [{ ...issue, steps }, issue] }));
  expect(JSON.stringify(issues)).not.toContain('SECRET');
  expect(issues[1]).toEqual({
    symptom: 'Late',
    cause: 'Of [redacted]',
    steps: [],
    escalation: '[redacted] comes',
  });
});

test('a link to a runbook hides what the title of that runbook marks', () => {
  const link = runbookLink({ id: aRunbook().id, title: 'Payout [redact]SECRET[/redact]' });
  expect(redactText(link)).not.toContain('SECRET');
});

test('a promise loses the figures that its marked passage said, and a link goes with its title', () => {
  const { slas, links } = redacted(
    aRunbook({
      slas: [
        {
          text: 'By the [redact]5th of each month[/redact]',
          dayOfMonth: 5,
          resolveWithinHours: null,
          severity: null,
        },
        {
          text: 'By the 6th of each month for [redact]Ann[/redact]',
          dayOfMonth: 6,
          resolveWithinHours: null,
          severity: null,
        },
      ],
      links: [
        { title: '[redact]Vault[/redact]', url: 'https://example.com/vault' },
        { title: 'Board', url: 'https://example.com/[redact]board[/redact]' },
        { title: 'Board of [redact]Ann[/redact]', url: 'https://example.com/' },
      ],
    }),
  );
  expect(slas.map(({ dayOfMonth }) => dayOfMonth)).toEqual([null, 6]);
  expect(links).toEqual([{ title: 'Board of [redacted]', url: 'https://example.com/' }]);
});
