import { z } from 'zod';

/** SHA-256 of a text in hexadecimal digits; each host brings its own. */
export type Hash = (text: string) => string;

/** Version of the document that this program writes; upgrades/ leads older ones here. */
export const knownVersion = 4;

/** Longest file that is read, in bytes: some thirty times the largest plan that we can imagine. */
export const mostBytes = 64 * 1024 * 1024;

/**
 * What the checksum of a file is made of: version, revision and the workspace's canonical JSON (keys sorted, no spaces), so that a
 * file that was only laid out anew still passes, and one that lost a letter does not. Format 1 left version and revision out: a
 * flipped digit of the revision went unnoticed, and with it the edits that the journal had for it.
 */
export const checkedText = (version: number, revision: number, canonical: string): string =>
  version === 1 ? canonical : `${version}\n${revision}\n${canonical}`;

/** What surrounds a workspace in its file. `checksum` is the SHA-256 of `checkedText`. */
export const envelopeSchema = z.strictObject({
  format: z.literal('evenwatch'),
  version: z.int().min(1),
  revision: z.int().min(0),
  checksum: z.string().regex(/^[0-9a-f]{64}$/, '64 hexadecimal digits'),
  workspace: z.unknown(),
});
