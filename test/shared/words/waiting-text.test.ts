import { expect, test } from 'vitest';
import { waitingText } from '../../../shared/words/waiting-text.ts';

test('what waits is told by its count, what is late before what is due soon', () => {
  expect(waitingText(0, 0)).toBe('');
  expect(waitingText(0, 1)).toBe('1 deadline due soon');
  expect(waitingText(2, 0)).toBe('2 deadlines late');
  expect(waitingText(1, 3)).toBe('1 deadline late, 3 due soon');
});
