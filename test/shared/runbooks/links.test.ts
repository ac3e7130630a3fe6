import { expect, test } from 'vitest';
import {
  imageLink,
  innerLinks,
  innerTarget,
  linkingTo,
  runbookLink,
} from '../../../shared/runbooks/links.ts';
import type { RunbookId } from '../../../shared/model/ids.ts';
import { aWorkspace } from '../../builders/a-workspace.ts';
import { aRunbook } from './a-runbook.ts';

const other = aRunbook({ id: 'runbook-growth' as RunbookId, title: 'Growth [beta]' });

test('links to runbooks and pictures are found with their words and lines, in tables and lists too', () => {
  const text = `See ${runbookLink(other)}.\n\n- ![Graph](image:image-1)\n\n| a |\n| - |\n| [b](runbook:x) |\n\n[c][d]\n\n[d]: runbook:y\n`;
  expect(innerLinks(text)).toEqual([
    { kind: 'runbook', id: 'runbook-growth', words: 'Growth [beta]', line: 1 },
    { kind: 'image', id: 'image-1', words: 'Graph', line: 3 },
    { kind: 'runbook', id: 'x', words: 'b', line: 7 },
    { kind: 'runbook', id: 'y', words: 'd', line: 11 },
  ]);
});

test('what stands in code, or leads out of the app, is no inner link', () => {
  expect(
    innerLinks('`[a](runbook:x)`\n\n```\n![b](image:y)\n```\n\n[c](https://example.com/runbook:x)'),
  ).toEqual([]);
});

test.each([
  'runbook:',
  'runbook:a b',
  'runbook:../x',
  'RUNBOOK:x',
  'javascript:runbook:x',
  'image:x/y',
  ' image:x',
])('%s names nothing', (address) => expect(innerTarget(address)).toBe(null));

test('the words of a picture cannot end its link early', () => {
  expect(innerLinks(imageLink('image-1', 'a](x) [b'))).toEqual([
    { kind: 'image', id: 'image-1', words: 'a](x) [b', line: 1 },
  ]);
});

test('the runbooks that lead to one are known, by their notes and by their issues', () => {
  const issue = { symptom: 's', cause: '', steps: [runbookLink(other)], escalation: '' };
  const from = aRunbook({ issues: [issue] });
  const self = { ...other, body: runbookLink(other) };
  const workspace = { ...aWorkspace(), runbooks: { [from.id]: from, [self.id]: self } };
  expect(linkingTo(workspace, other.id)).toEqual([from]);
});
