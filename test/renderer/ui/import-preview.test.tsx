import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { ImportPreview, type PreviewRow } from '../../../renderer/ui/import-preview.tsx';
import { ImportProblems } from '../../../renderer/ui/import-problems.tsx';

const user = userEvent.setup({ pointerEventsCheck: 0 });
afterEach(cleanup);

const rows: readonly PreviewRow[] = Array.from({ length: 10_000 }, (_, at) => ({
  key: String(at),
  row: at + 2,
  sign: at < 150 ? 'new' : 'same',
  cells: [{ text: `Person ${at}`, ...(at === 0 ? { before: '' } : {}) }],
}));
const firstCells = (): readonly (string | null)[] =>
  screen.getAllByText(/^Person /).map(({ textContent }) => textContent);

test('of ten thousand rows a hundred are in the page, the others a click away', async () => {
  render(<ImportPreview caption="What it would do" columns={['Name']} rows={rows} />);
  expect(firstCells()).toHaveLength(100);
  expect(screen.getByText('was none')).toBeTruthy();
  await user.click(screen.getByLabelText('Rows after'));
  expect(firstCells()[0]).toBe('Person 100');
  await user.click(screen.getByText('New 150'));
  expect(firstCells()[0]).toBe('Person 0');
  await user.click(screen.getByLabelText('Rows after'));
  expect(firstCells()).toHaveLength(50);
  expect(screen.getByLabelText('Rows after').getAttribute('aria-disabled')).toBe('true');
});

test('rows are unticked one by one or all that are shown; what a tick cannot change has none', async () => {
  const onTake = vi.fn();
  const three: readonly PreviewRow[] = [
    { key: 'a', row: 2, sign: 'new', cells: [{ text: 'Ann' }, { text: '80 %' }], isTaken: true },
    { key: 'b', row: 3, sign: 'new', cells: [{ text: 'Bo' }], isTaken: false },
    { key: 'c', row: 4, sign: 'same', cells: [{ text: 'Cy' }] },
  ];
  render(<ImportPreview caption="What it would do" columns={['Name']} rows={three} onTake={onTake} />);
  const ticks = screen.getAllByRole('checkbox');
  expect(ticks).toHaveLength(3);
  expect(screen.getByText('Left out')).toBeTruthy();
  await user.click(screen.getByRole('checkbox', { name: 'Take row 2, Ann, 80 %' }));
  expect(onTake).toHaveBeenLastCalledWith([three[0]], false);
  await user.click(screen.getByRole('checkbox', { name: 'Take all 3' }));
  expect(onTake).toHaveBeenLastCalledWith([three[0], three[1]], true);
});

test('problems are counted, errors first, each with row and column', () => {
  render(
    <ImportProblems
      problems={[
        { row: 7, column: 'Name', what: 'looks odd', severity: 'warning' },
        { row: 9, column: null, what: 'is left out', severity: 'loss' },
        { row: 12, column: 'Share', what: 'is wrong', severity: 'error' },
      ]}
    />,
  );
  expect(screen.getByRole('status').textContent).toBe(
    '1 error, 1 left out, 1 note. Nothing is taken over until the errors are mended in the file.',
  );
  const lines = screen.getAllByRole('row').slice(1);
  expect(lines.map(({ textContent }) => textContent)).toEqual([
    '12ErrorShareis wrong',
    '9Left outis left out',
    '7NoteNamelooks odd',
  ]);
});

test('where nothing is wrong nothing is said', () => {
  const { container } = render(<ImportProblems problems={[]} />);
  expect(container.textContent).toBe('');
});
