/** What is said of runbooks whose front matter cannot be written as it stands here; the first of them are named. */
export function unreadableText(titles: readonly string[]): string {
  const named = titles.slice(0, 3).join(', ') + (titles.length > 3 ? ' and others' : '');
  return `The front matter of ${named} cannot be read: it was written out as it is, without what was changed here.`;
}
