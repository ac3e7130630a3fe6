import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';

/** What of GitHub's dialect makes links of bare addresses, by the names that its parser has for it. */
const BARE_MAIL = 'emailAutolink';
const BARE_ADDRESSES = [BARE_MAIL, 'wwwAutolink', 'protocolAutolink'];

/** Leaves some of the dialect out. */
function leaveOut(this: Processor, names: readonly string[]): void {
  const data = this.data();
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map((extension) => {
    const text = Object.entries(extension.text ?? {}).flatMap(([sign, constructs]) => {
      const kept = [constructs ?? []].flat().filter(({ name }) => !names.includes(name ?? ''));
      return kept.length === 0 ? [] : [[sign, kept] as const];
    });
    return { ...extension, text: Object.fromEntries(text) };
  });
  // The links that are looked for once more in the finished tree.
  if (BARE_ADDRESSES.every((name) => names.includes(name)))
    data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? [])
      .flat()
      .map(({ transforms: _links, ...extension }) => extension);
}

/** Reads a text; made once, since a page of a runbook has many short ones. */
const reader = (...without: readonly string[]) =>
  unified().use(remarkParse).use(remarkGfm).use(leaveOut, without).freeze();

const whole = reader();
const withoutMail = reader(BARE_MAIL);
const withoutAddresses = reader(...BARE_ADDRESSES);

/**
 * Markdown, GitHub's dialect, as a tree. Every letter may begin an address of e-mail, and its parser tries each: a text that cannot hold a bare
 * address, since it lacks a sign of every one, takes half the time without. `&` may stand for any sign.
 */
export function readMarkdown(markdown: string): ReturnType<typeof whole.parse> {
  if (/[@&]/.test(markdown)) return whole.parse(markdown);
  return (/www|http/i.test(markdown) ? withoutMail : withoutAddresses).parse(markdown);
}
