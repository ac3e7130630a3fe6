// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { articles } from '../../../../renderer/features/help/articles.ts';
import { finderOf } from '../../../../renderer/features/help/find-articles.ts';
import { actions } from '../../../../renderer/state/actions.ts';

const find = finderOf(articles());

test.each([
  ['redact', 'Runbooks'],
  ['score', 'Score'],
  ['how far off counts', 'Difference: how far off'],
  ['forgiven', 'Carry: what goes on into the next quarter'],
  ['proven', 'What “Proven best” means'],
  ['backup folder', 'Copies'],
  ['keychain', ''],
  ['expir', 'What expires'],
  ['pagerduty', 'PagerDuty'],
  ['structrual', 'Share: what would be even'],
])('“%s” leads to “%s”', (query, heading) => {
  expect(
    find(query)
      .slice(0, 3)
      .map((found) => found.heading),
  ).toContain(heading);
});

test('what stands nowhere is found nowhere', () => {
  expect(find('kubernetes')).toEqual([]);
});

test('an excerpt has the words that were looked for, and no signs of Markdown', () => {
  const [found] = find('forgiven');
  expect(found?.excerpt).toContain('forgiven');
  expect(found?.excerpt).not.toMatch(/[*`|#{}]/);
});

test('every article has a title and no name is left without its figure', () => {
  for (const { title, body } of articles()) {
    expect(title).toMatch(/^[A-Z]/);
    expect(body).not.toMatch(/\{\{/);
  }
});

test('every link leads to an article, a screen or something that can be done', () => {
  const ids = articles().map(({ id }) => `#${id}`);
  const targets = [...ids, ...actions.flatMap(({ id }) => [`#do-${id}`, `#go-${id.replace(/^show-/, '')}`])];
  const links = articles().flatMap(({ body }) =>
    [...body.matchAll(/\]\(([^)]*)\)/g)].map(([, href]) => href),
  );
  expect(links.length).toBeGreaterThan(8);
  for (const link of links) expect(targets).toContain(link);
});
