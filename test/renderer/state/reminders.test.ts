import { afterEach, expect, test } from 'vitest';
import { usePreferences } from '../../../renderer/state/preferences.ts';
import { noticesOf } from '../../../renderer/state/reminders.ts';
import { defaultPreferences } from '../../../shared/contract/preferences.ts';
import { requestSchemas } from '../../../shared/contract/schemas.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';

const workspace = sampleWorkspace();
const late = '2028-06-01' as LocalDate;

afterEach(() => {
  usePreferences.setState(defaultPreferences);
});

test('without consent there is nothing to tell', () => {
  expect(noticesOf(workspace, late)).toEqual([]);
});

test('with it, how many reviews are due, and no name or title of anybody or anything', () => {
  usePreferences.setState({ remind: { reviews: true, compTime: true } });
  const notices = noticesOf(workspace, late);
  expect(notices.map(({ action }) => action)).toContain('show-runbooks');
  const text = JSON.stringify(notices);
  for (const { name } of Object.values(workspace.people)) expect(text).not.toContain(name);
  for (const { title } of Object.values(workspace.runbooks)) expect(text).not.toContain(title);
  for (const notice of notices) expect(requestSchemas['notice.show'].safeParse(notice).success).toBe(true);
});

test('comp time that is about to expire is told for so many people', () => {
  usePreferences.setState({ remind: { reviews: false, compTime: true } });
  const told = Array.from({ length: 30 }, (_, month) => {
    const day = `${2026 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-15`;
    return noticesOf(workspace, day as LocalDate);
  }).flat();
  expect(told.length).toBeGreaterThan(0);
  expect(told[0]?.body).toMatch(/^For \d+ (person|people)\./);
});
