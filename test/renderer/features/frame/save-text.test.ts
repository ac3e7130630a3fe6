import { expect, test } from 'vitest';
import { saveText, unsavedText } from '../../../../renderer/features/frame/save-text.ts';

const diskFull = { kind: 'disk', tried: 'write', file: '/plan.json', code: 'ENOSPC' } as const;

test('only an empty outbox is called saved', () => {
  expect(saveText({ kind: 'saved' }, null, 'connected')).toEqual({ state: 'saved', text: 'Saved' });
  expect(saveText({ kind: 'saving', waiting: 1 }, null, 'connected').state).toBe('saving');
});

test('what is not saved says so before anything else', () => {
  const notSaved = { kind: 'not-saved', waiting: 2, problem: diskFull } as const;
  expect(saveText(notSaved, null, 'lost')).toEqual({ state: 'not-saved', text: 'Not saved: disk full' });
  expect(unsavedText(diskFull, 2)).toMatch(
    /^2 changes are not saved\. Could not write \/plan\.json: the disk is full/,
  );
});

test('a file that cannot be written, and a keeper that cannot be reached, are never "saved"', () => {
  expect(saveText({ kind: 'saved' }, 'the file was written by a newer version', 'connected').text).toBe(
    'Read only: the file was written by a newer version',
  );
  expect(saveText({ kind: 'saved' }, null, 'lost').state).toBe('no-connection');
});
