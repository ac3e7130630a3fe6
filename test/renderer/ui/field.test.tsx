import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { Field } from '../../../renderer/ui/field.tsx';

afterEach(cleanup);

const directionOf = (value: string, type: 'text' | 'date' = 'text'): string | null => {
  render(<Field label="Name" value={value} onChange={() => {}} type={type} />);
  const direction = screen.getByLabelText('Name').getAttribute('dir');
  cleanup();
  return direction;
};

test('a name is written from where its letters begin; days and empty fields stay with their label', () => {
  expect(directionOf('שרה (צוות)')).toBe('auto');
  expect(directionOf('')).toBeNull();
  expect(directionOf('2027-01-04', 'date')).toBeNull();
});
