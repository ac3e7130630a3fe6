/**
 * The canonical JSON of the workspace in a text that still has the lines of `closeWorkspace`, put together from them: to make it from the parsed value takes longer than
 * everything else that a look at a checksum needs. Null for every other layout. Whether it is the canonical JSON only the checksum tells: where that
 * fits, each line is what was written.
 */
export function canonicalAsLaidOut(text: string): string | null {
  const lines = text.split('\n');
  const [head = '', ...rest] = lines;
  if (rest.pop() !== '' || rest.pop() !== '}}' || !head.endsWith('"workspace":{')) return null;
  const fields: { readonly name: string; readonly json: string }[] = [];
  for (const [index, line] of rest.entries()) {
    const name = /^"(\w+)":/.exec(line)?.[1];
    const isLast = index === rest.length - 1;
    if (name === undefined || line.endsWith(',') === isLast) return null;
    fields.push({ name, json: isLast ? line : line.slice(0, -1) });
  }
  fields.sort((one, other) => (one.name < other.name ? -1 : 1));
  return `{${fields.map(({ json }) => json).join(',')}}`;
}
