/**
 * Stands in for fflate's `zip` in the window. write-excel-file packs parts of more than 160 kB in threads that it makes from
 * `blob:` addresses, which the page's policy forbids: such a workbook would never be finished. Here it is packed at once.
 */
import { strToU8, zipSync } from 'fflate';

export { strToU8, zipSync };

/** As fflate's `zip`: the packed files, or what went wrong. */
export function zip(files, done) {
  let packed;
  try {
    packed = zipSync(files);
  } catch (error) {
    done(error, null);
    return;
  }
  done(null, packed);
}
