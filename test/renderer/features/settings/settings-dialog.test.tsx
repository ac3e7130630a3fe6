import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SettingsDialog } from '../../../../renderer/features/settings/settings-dialog.tsx';
import { setKeeper } from '../../../../renderer/state/keeper.ts';
import { usePreferences } from '../../../../renderer/state/preferences.ts';
import { useWorkspaceStore } from '../../../../renderer/state/workspace-store.ts';
import type { Bridge, HostInfo } from '../../../../shared/contract/channels.ts';
import { defaultPreferences, type Preferences } from '../../../../shared/contract/preferences.ts';
import { neutral } from '../../../../shared/words/conventions.ts';
import { dayText } from '../../../../shared/words/date-text.ts';
import { decimalText } from '../../../../shared/words/number-text.ts';
import { writeBy } from '../../../../shared/words/writing.ts';
import type { LocalDate } from '../../../../shared/model/dates.ts';

const saved: Preferences[] = [];

function shownOn(host: 'desktop' | 'browser', locale: string): void {
  useWorkspaceStore.setState({ host: { host, locale, dataFolder: '/data' } as HostInfo });
  render(<SettingsDialog />);
}

beforeEach(() => {
  // Ids that are looked up here hold nothing that would have to be escaped.
  vi.stubGlobal('CSS', { escape: (text: string) => text });
  saved.length = 0;
  usePreferences.setState(defaultPreferences);
  setKeeper({
    call: (name: string, request: Preferences) => {
      if (name === 'preferences.save') saved.push(request);
      return Promise.resolve({ ok: true, value: null as never });
    },
    on: () => () => undefined,
  } as unknown as Bridge);
});

afterEach(() => {
  cleanup();
  writeBy(neutral);
});

test('dates follow the system until somebody chooses otherwise, which counts at once and is kept', async () => {
  shownOn('desktop', 'en-US');
  const button = screen.getByRole('button', { name: /Dates/ });
  expect(button.textContent).toContain('As the system: Feb 1, 2027');
  await userEvent.click(button);
  await userEvent.click(screen.getByRole('option', { name: '1 Feb 2027' }));
  expect(saved.at(-1)).toMatchObject({ order: 'day-first', clock: 'system', weekStart: 'system' });
  expect(dayText('2027-02-01' as LocalDate)).toBe('1 Feb');
});

test('so do numbers', async () => {
  shownOn('desktop', 'de-DE');
  const button = screen.getByRole('button', { name: /Numbers/ });
  expect(button.textContent).toContain('As the system: 1.234,5');
  await userEvent.click(button);
  await userEvent.click(screen.getByRole('option', { name: '1,234.5' }));
  expect(saved.at(-1)).toMatchObject({ numbers: '1,234.5', order: 'system' });
  expect(decimalText(2.5, 1)).toBe('2.5');
});

test('nothing is told by notifications until it is asked for, and each by itself', async () => {
  shownOn('desktop', 'de-DE');
  const reviews = screen.getByRole('checkbox', { name: /reviews/ });
  expect((reviews as HTMLInputElement).checked).toBe(false);
  await userEvent.click(reviews);
  expect(saved.at(-1)?.remind).toEqual({ reviews: true, compTime: false });
});

test('where there are none, there is no switch for them', () => {
  shownOn('browser', 'de-DE');
  expect(screen.queryByRole('checkbox', { name: /reviews|comp time/ })).toBeNull();
  expect(screen.getByText(/sends no notifications/)).toBeDefined();
});

test('it says where things lie, and that nobody looks for new versions', () => {
  shownOn('desktop', '');
  expect(screen.getByText('/data')).toBeDefined();
  expect(screen.getByText(/does not look for new versions/)).toBeDefined();
});
