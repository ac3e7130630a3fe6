import { useMemo } from 'react';
import { proseTree } from '../../../shared/runbooks/markdown.ts';
import { TreeView } from './tree-view.tsx';

/** A cause, step or escalation, which may carry Markdown; `name` keeps its footnotes apart from others on the page. */
export function Prose({ text, name }: { readonly text: string; readonly name: string }) {
  const tree = useMemo(() => ({ type: 'root' as const, children: proseTree(text, name) }), [text, name]);
  return <TreeView tree={tree} />;
}
