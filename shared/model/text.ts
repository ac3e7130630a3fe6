import { z } from 'zod';

/**
 * A short text that a person typed and that stands on one line: a name, a title. Checked, never changed: the window edits
 * without this schema, and keeper and journal must hold what it shows, letter by letter.
 */
export const lineSchema = z.string().regex(/\S/, 'must not be empty').max(200, 'must be at most 200 characters');

/** A text of any number of lines. */
export const proseSchema = z.string().max(20_000);

/** A country or region as ISO 3166 writes it: `US`, `DE-BY`, `GB-SCT`. */
export const regionSchema = z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, 'a region such as US or DE-BY');

/** A three-letter code that stands on a chip: `PRO`. */
export const codeSchema = z.string().regex(/^[A-Z0-9]{1,4}$/, 'one to four capital letters or digits');
