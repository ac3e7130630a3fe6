import type { Nodes } from 'hast';
import { markdownTree } from './markdown.ts';

function wordsOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((child) => wordsOf(child)).join(' ') : '';
}

/** The words of a Markdown text in one line, as somebody would look for them: no marks, no addresses. */
export function plainWords(markdown: string): string {
  const text = /[`*_[\]<>#|~\\&]/.test(markdown) ? wordsOf(markdownTree(markdown, 'words', 1)) : markdown;
  return text.replace(/\s+/g, ' ').trim();
}
