import type { Nodes } from 'hast';
import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import { memo, useMemo, useRef, type ComponentProps, type ReactElement } from 'react';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import { withRedactSigns } from '../../../shared/runbooks/redact-signs.ts';
import { CopyButton } from './copy-button.tsx';
import { innerTarget } from '../../../shared/runbooks/links.ts';
import { ExternalLink } from './external-link.tsx';
import { InnerLink } from './inner-link.tsx';

/** A block of code with its button: what is copied is what stands there, without a line break at its end. */
function CodeBlock({ children }: ComponentProps<'pre'>) {
  const code = useRef<HTMLPreElement>(null);
  return (
    <div className="runbook-code">
      <pre ref={code}>{children}</pre>
      <CopyButton what="code" text={() => (code.current?.textContent ?? '').replace(/\n$/, '')} />
    </div>
  );
}

/** Elements of our own for some tags. */
const onScreen = {
  a: ({ href = '', children }: ComponentProps<'a'>) => {
    const target = innerTarget(href);
    return target?.kind === 'runbook' ? (
      <InnerLink id={target.id}>{children}</InnerLink>
    ) : (
      <ExternalLink url={href}>{children}</ExternalLink>
    );
  },
  pre: ({ children }: ComponentProps<'pre'>) => <CodeBlock>{children}</CodeBlock>,
};

interface Props {
  readonly tree: Nodes;
}

/** A tree of shared/runbooks as React elements: no HTML text is ever handed to the page. */
export const TreeView = memo(function TreeView({ tree }: Props): ReactElement {
  const signed = useMemo(() => withRedactSigns(tree), [tree]);
  // The library's types name a global JSX namespace, which React 19 no longer has.
  return toJsxRuntime(signed, {
    Fragment,
    jsx,
    jsxs,
    tableCellAlignToStyle: false,
    components: onScreen,
  }) as ReactElement;
});
