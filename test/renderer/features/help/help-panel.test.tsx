import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HelpPanel } from '../../../../renderer/features/help/help-panel.tsx';
import { closeHelp, showHelp, useHelp } from '../../../../renderer/state/help-store.ts';

const user = userEvent.setup({ pointerEventsCheck: 0 });

function Shown() {
  const isOpen = useHelp((help) => help.article !== null);
  return (
    <>
      <button type="button">Before</button>
      {isOpen ? <HelpPanel /> : null}
    </>
  );
}

beforeEach(() => {
  closeHelp();
  render(<Shown />);
});
afterEach(cleanup);

/** By what it is called: asking for roles reads each cell of an article's tables. */
const help = () => within(screen.getByLabelText('Help'));
const open = (article: Parameters<typeof showHelp>[0]) => act(() => showHelp(article));

test('it opens at an article, takes the focus, and gives it back on Escape', async () => {
  const before = screen.getByRole('button', { name: 'Before' });
  before.focus();
  open('privacy');
  expect(help().getByText('Privacy', { selector: 'h3' })).toBeDefined();
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Privacy');
  await user.keyboard('{Escape}');
  expect(screen.queryByLabelText('Help')).toBeNull();
  expect(document.activeElement).toBe(before);
});

test('the worked scores stand in its tables', () => {
  open('fairness');
  expect(help().getByText('65.6')).toBeDefined();
  expect(help().getAllByText('Dana', { selector: 'td' }).length).toBeGreaterThan(3);
});

test('a search leads to a part of an article; Escape first empties it', async () => {
  open('privacy');
  const field = help().getByLabelText('Search the help', { selector: 'input' });
  await user.click(field);
  await user.paste('expires');
  await user.click(help().getByText('What expires'));
  expect(help().getByText('Comp time', { selector: 'h3' })).toBeDefined();
  await user.click(help().getByLabelText('Search the help', { selector: 'input' }));
  await user.paste('qqq');
  expect(help().getByText('Nothing in the help has “qqq”. Fewer or other words may.')).toBeDefined();
  await user.keyboard('{Escape}');
  expect(help().getByText('Comp time', { selector: 'h3' })).toBeDefined();
});

test('links lead to other articles and to screens, and the list of all articles is one press away', async () => {
  open('first-steps');
  await user.click(help().getByText('proposal', { selector: 'a' }));
  expect(help().getByText('Planning, and what is proven', { selector: 'h3' })).toBeDefined();
  await user.click(help().getByText('All articles'));
  expect(help().getByLabelText('Articles', { selector: 'ul' }).children.length).toBe(13);
  await user.click(help().getByText('Words'));
  expect(help().getByText('Structural')).toBeDefined();
});
