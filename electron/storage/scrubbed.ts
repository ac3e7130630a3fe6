/** A line without what names people: the user's own folder, and the plans, whose folders are called after them. */
export const scrubbed = (line: string, places: { readonly data: string; readonly home: string }): string =>
  [
    [places.data, '<data>'],
    [places.home, '~'],
  ]
    .filter(([path]) => path !== undefined && path.length > 1)
    .reduce((text, [path = '', short = '']) => text.replaceAll(path, short), line)
    .replace(/(workspaces[\\/])[^\\/\s]+/g, '$1*');
