import type { Element, Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';

/** A whole HTML document as text: every text and attribute in it escaped, whatever it holds. */
export function htmlText(html: Element): string {
  const root: Root = { type: 'root', children: [{ type: 'doctype' }, html] };
  return unified().use(rehypeStringify).stringify(root);
}
