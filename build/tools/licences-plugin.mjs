/**
 * Gives the window `virtual:licences`: what goes into the program, with the licence of each. Made of the lock file and the packages
 * themselves, so that it cannot be forgotten when they change.
 */
import { shippedComponents } from './components.mjs';
import { licenceTable } from './licence-file.mjs';

const name = 'virtual:licences';

/** @returns {import('vite').Plugin} */
export const licencesPlugin = () => ({
  name: 'evenwatch-licences',
  resolveId: (source) => (source === name ? `\0${name}` : null),
  load: (id) =>
    id === `\0${name}`
      ? `export const licences = ${JSON.stringify(licenceTable(shippedComponents()))};`
      : null,
});
