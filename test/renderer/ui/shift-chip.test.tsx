import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { ShiftChip, type ChipFace } from '../../../renderer/ui/shift-chip.tsx';

afterEach(cleanup);

const face = (name: string, givenNameIsUnique: boolean): ChipFace => ({
  code: 'PRO',
  role: 'P',
  filled: true,
  hue: 0,
  person: { name, position: 0, givenNameIsUnique },
  pinned: false,
  conflict: null,
  accepted: false,
  proposed: false,
});

test('in the Calendar names are whole wherever they fit, whether or not somebody shares the given one', () => {
  render(<ShiftChip face={face('Bram de Vries', true)} shows="both" width={320} />);
  render(<ShiftChip face={face('Anna Schmidt', false)} shows="both" width={320} />);
  expect(screen.getAllByText('Bram de Vries')).toHaveLength(1);
  expect(screen.getAllByText('Anna Schmidt')).toHaveLength(1);
});

test('where there is no room for the whole name the given one stands, and on the Board it does always', () => {
  render(<ShiftChip face={face('Bram de Vries', true)} shows="both" width={150} />);
  render(<ShiftChip face={face('Chidi Nwosu', true)} shows="person" width={160} />);
  expect(screen.getAllByText('Bram')).toHaveLength(1);
  expect(screen.getAllByText('Chidi')).toHaveLength(1);
});
