import { sampleWorkspace } from '../../../shared/sample/sample.ts';
import type { Runbook } from '../../../shared/model/runbook.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { chanceOf, type Chance } from './chance.ts';

export const megabyte = 1_000_000;

/**
 * The sample, with copies of its runbooks under new names until its JSON has about so many bytes: what grows in a real plan
 * over the years is text.
 *
 * @param lengthOfText characters of each copy
 */
export function workspaceOfSize(bytes: number, lengthOfText = 8000): Workspace {
  const sample = sampleWorkspace();
  const originals = Object.values(sample.runbooks);
  const chance = chanceOf(bytes);
  let room = bytes - JSON.stringify(sample).length;
  const copies: Record<string, Runbook> = {};
  for (let number = 0; room > 0; number++) {
    const original = chance.pick(originals);
    const id = `runbook-torture-${number}` as Runbook['id'];
    const copy = { ...original, id, title: `${original.title} ${number}`, body: prose(chance, lengthOfText), position: 100 + number };
    copies[id] = copy;
    room -= JSON.stringify(copy).length;
  }
  return { ...sample, runbooks: { ...sample.runbooks, ...copies } };
}

const words = 'check the lag of the stream before you restart anything and tell the partner übermorgen at 09:00 “first”'.split(' ');

/** Text that does not compress to nothing, with letters of two and three bytes. */
function prose(chance: Chance, length: number): string {
  let text = '';
  while (text.length < length) text += `${chance.pick(words)}${chance.below(12) === 0 ? '\n' : ' '}`;
  return text.slice(0, length);
}
