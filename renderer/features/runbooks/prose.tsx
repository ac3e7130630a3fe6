import { useMemo } from 'react';
import { proseTree } from '../../../shared/runbooks/markdown.ts';
import { TreeView } from './tree-view.tsx';
import { useInnerContent } from './use-inner-content.ts';

/** A cause, step or escalation, which may carry Markdown; `name` keeps its footnotes apart from others on the page. */
export function Prose({ text, name }: { readonly text: string; readonly name: string }) {
  const inner = useInnerContent();
  const tree = useMemo(
    () => ({ type: 'root' as const, children: proseTree(text, name, inner) }),
    [text, name, inner],
  );
  return <TreeView tree={tree} />;
}
