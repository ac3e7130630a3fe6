/**
 * Refuses a Node that is too old, in one sentence. Imported first and alone, and written in old syntax, so that an old
 * Node can read it.
 */
var needed = [20, 19];
var parts = process.versions.node.split('.').map(Number);

if (parts[0] < needed[0] || (parts[0] === needed[0] && parts[1] < needed[1])) {
  console.error(
    'Evenwatch needs Node.js ' +
      needed.join('.') +
      ' or newer; this is ' +
      process.versions.node +
      '. Get one at https://nodejs.org and run the command again.',
  );
  process.exit(1);
}
