import { plainText } from '../../../shared/words/plain-text.ts';
import { bytesOf } from '../../storage/disk-text.ts';
import type { ExportFormat } from './format.ts';

/** For `git diff`: as a `textconv`, git asks for the text of each version and compares those. */
export const text: ExportFormat = {
  help: 'all of it as plain text in a stable order, to read and to compare versions by',
  into: 'text',
  noun: 'texts',
  options: [],
  make: ({ workspace }) => ({
    files: [{ file: `${workspace.about.name}.txt`, bytes: bytesOf(plainText(workspace)) }],
  }),
};
