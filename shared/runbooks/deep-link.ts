import type { RunbookId } from '../model/ids.ts';

/** The scheme that is registered with the system, so that an alert can open a runbook. */
export const linkScheme = 'evenwatch';

const idForm = /^runbook-[A-Za-z0-9][A-Za-z0-9-]*$/;
const longestId = 80;

const readId = (text: string): RunbookId | null =>
  text.length <= longestId && idForm.test(text) ? (text as RunbookId) : null;

/** The address of a runbook: `evenwatch://runbook/runbook-profit`. */
export const runbookLink = (runbook: RunbookId): string => `${linkScheme}://runbook/${runbook}`;

/**
 * The runbook that an address from outside names, or null for anything else. Only the form that `runbookLink` makes is taken,
 * with a slash, a query or a fragment behind it, which alerting tools and browsers add: whatever else a page puts into such an
 * address does nothing here.
 */
export function readRunbookLink(address: string): RunbookId | null {
  if (address.length > 2000) return null;
  const found = /^evenwatch:(?:\/\/)?runbook\/([A-Za-z0-9-]+)\/?(?:[?#].*)?$/i.exec(address.trim());
  return found?.[1] === undefined ? null : readId(found[1]);
}

/** The runbook named by the arguments of a start, the last one first: the system adds the address at the end. */
export function linkAmong(args: readonly string[]): RunbookId | null {
  for (const argument of [...args].reverse()) {
    const runbook = readRunbookLink(argument);
    if (runbook !== null) return runbook;
  }
  return null;
}

/** The same within the window's own address, where no system passes a scheme on: `#runbook=runbook-profit`. */
export const runbookHash = (runbook: RunbookId): string => `#runbook=${runbook}`;

/** In the window's own address: the start named a link of ours that leads nowhere. */
export const unknownLinkHash = '#link=unknown';

/** The runbook that the fragment of the window's address names, or null. */
export function readRunbookHash(hash: string): RunbookId | null {
  const named = /(?:^#?|&)runbook=([A-Za-z0-9-]+)(?:&|$)/.exec(hash)?.[1];
  return named === undefined ? null : readId(named);
}
