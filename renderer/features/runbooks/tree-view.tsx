import type { Nodes } from 'hast';
import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import { memo, type ComponentProps, type ReactElement } from 'react';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import { ExternalLink } from './external-link.tsx';

/** Elements of our own for some tags. */
const onScreen = {
  a: ({ href, children }: ComponentProps<'a'>) => <ExternalLink url={href ?? ''}>{children}</ExternalLink>,
};

interface Props {
  readonly tree: Nodes;
}

/** A tree of shared/runbooks as React elements: no HTML text is ever handed to the page. */
export const TreeView = memo(function TreeView({ tree }: Props): ReactElement {
  // The library's types name a global JSX namespace, which React 19 no longer has.
  return toJsxRuntime(tree, {
    Fragment,
    jsx,
    jsxs,
    tableCellAlignToStyle: false,
    components: onScreen,
  }) as ReactElement;
});
