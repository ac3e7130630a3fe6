import { useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { markdownTree, type InnerContent } from '../../../../shared/runbooks/markdown.ts';
import { FollowRunbook } from '../inner-link.tsx';
import { TreeView } from '../tree-view.tsx';

interface Props {
  readonly body: string;
  readonly inner: InnerContent;
  /** How far down the text somebody writes, from 0 to 1; what is shown goes along. */
  readonly place: number;
}

/** The notes as the reader will show them, a moment behind the typing. */
export function Preview({ body, inner, place }: Props) {
  const pane = useRef<HTMLElement>(null);
  const settled = useDeferredValue(body);
  const tree = useMemo(() => markdownTree(settled, 'preview', 3, inner), [settled, inner]);
  useEffect(() => {
    const shown = pane.current;
    if (shown !== null) shown.scrollTop = place * (shown.scrollHeight - shown.clientHeight);
  }, [place, tree]);
  return (
    <section
      ref={pane}
      className="runbook-preview runbook-prose"
      aria-label="Preview"
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keys
      tabIndex={0}
    >
      <FollowRunbook value={null}>
        {settled.trim() === '' ? (
          <p className="runbook-fine">Nothing written yet.</p>
        ) : (
          <TreeView tree={tree} />
        )}
      </FollowRunbook>
    </section>
  );
}
