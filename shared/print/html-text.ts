import type { Element, Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';

/** One element as HTML text: every text and attribute in it escaped, whatever it holds. */
export const elementText = (element: Element): string => {
  const root: Root = { type: 'root', children: [element] };
  return unified().use(rehypeStringify).stringify(root);
};

/** A whole HTML document as text. */
export const htmlText = (html: Element): string => `<!doctype html>${elementText(html)}`;
