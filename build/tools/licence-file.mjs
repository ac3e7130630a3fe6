/** The one file that carries the licences of everything shipped; texts that are the same word for word stand there once. */

const rule = '='.repeat(78);

/**
 * @returns {{ texts: string[], components: { name: string, version: string, licence: string, note: string, text: number }[] }}
 *   text: place in `texts`
 */
export function licenceTable(components) {
  const texts = [];
  const places = new Map();
  const placeOf = (text) => {
    if (!places.has(text)) places.set(text, texts.push(text) - 1);
    return places.get(text);
  };
  return {
    components: components.map(({ name, version, licence, note, text }) => ({
      name,
      version,
      licence,
      note,
      text: placeOf(text),
    })),
    texts,
  };
}

/** @returns {string} LICENCES.txt: our own licence, then every text with the components that it holds for */
export function licenceFile(components, own) {
  const { texts, components: listed } = licenceTable(components);
  const parts = texts.map((text, place) => {
    const names = listed
      .filter((one) => one.text === place)
      .map(
        ({ name, version, licence, note }) => `${name} ${version} (${licence})${note ? `\n    ${note}` : ''}`,
      );
    return `${rule}\n${names.join('\n')}\n\n${text}\n`;
  });
  return [
    `Evenwatch\n\n${own.trim()}\n`,
    `It holds the ${listed.length} components below. Electron and Chromium bring their own: LICENSE.electron.txt and LICENSES.chromium.html.\n`,
    ...parts,
  ].join('\n');
}
