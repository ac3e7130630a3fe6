import type { SavedKind } from '../../shared/contract/channels.ts';
import { problemText } from '../../shared/words/problem-text.ts';
import { announce } from './announce.ts';
import { downloadBytes } from './files.ts';
import { keeper } from './keeper.ts';
import { showToast } from './toast-store.ts';
import { useWorkspaceStore } from './workspace-store.ts';

/** Bytes as text that passes through JSON: in pieces, since a call takes only so many arguments. */
export function base64Of(bytes: Uint8Array): string {
  const PIECE = 0x8000;
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE)
    text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(text);
}

/** A file name that every system accepts, whatever stands in the title: `Balances, 2026-11-23.csv`. */
export function safeFileName(title: string, ending: string): string {
  const stem = title
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '')
    .slice(0, 120)
    .trimEnd();
  return `${stem === '' ? 'Evenwatch' : stem}.${ending}`;
}

function say(text: string, tone: 'info' | 'error'): void {
  showToast({ text, tone });
  announce(text, tone === 'error' ? 'assertive' : 'polite');
}

/**
 * Saves bytes that the window made: the desktop asks where, a browser takes them to its downloads. What became of it is said;
 * true when there is a file now.
 *
 * @param file.name with its ending, as `safeFileName` makes it
 */
export async function saveFile(file: {
  readonly name: string;
  readonly kind: SavedKind;
  readonly bytes: Uint8Array;
}): Promise<boolean> {
  const { name, kind, bytes } = file;
  if (useWorkspaceStore.getState().host?.host !== 'desktop') {
    downloadBytes(name, base64Of(bytes));
    say(`${name} was given to the browser’s downloads.`, 'info');
    return true;
  }
  const reply = await keeper().call('file.save', { name, kind, base64: base64Of(bytes) });
  if (!reply.ok) {
    if (reply.problem.kind !== 'cancelled') say(problemText(reply.problem), 'error');
    return false;
  }
  if (reply.value === null) return false;
  say(`Written to ${reply.value.file}.`, 'info');
  return true;
}
