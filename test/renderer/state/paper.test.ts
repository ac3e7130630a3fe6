import { expect, test } from 'vitest';
import { paperFor } from '../../../renderer/state/paper.ts';

test.each([
  ['en-US', 'Letter'],
  ['en', 'Letter'],
  ['es-MX', 'Letter'],
  ['fr-CA', 'Letter'],
  ['en-GB', 'A4'],
  ['de', 'A4'],
  ['de-DE', 'A4'],
  ['pt-BR', 'A4'],
  ['ja', 'A4'],
])('%s prints on %s', (language, paper) => {
  expect(paperFor(language)).toBe(paper);
});
