import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import { useMemo, type ComponentProps, type ReactElement } from 'react';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import { markdownTree } from '../../../shared/runbooks/markdown.ts';
import type { Article } from './articles.ts';
import { follow } from './follow.ts';

/** Links of the help lead to places in the app; none leads out of it. */
function HelpLink({ href = '', children }: ComponentProps<'a'>) {
  return (
    <a
      href={href}
      onClick={(event) => {
        event.preventDefault();
        follow(href);
      }}
    >
      {children}
    </a>
  );
}

/** An article, by the same way as a runbook: a sanitised tree, no HTML text. */
export function HelpArticle({ article }: { readonly article: Article }) {
  const content = useMemo(
    () =>
      toJsxRuntime(markdownTree(article.body, `help-${article.id}`, 3), {
        Fragment,
        jsx,
        jsxs,
        tableCellAlignToStyle: false,
        components: { a: HelpLink },
      }) as ReactElement,
    [article],
  );
  return (
    <article aria-labelledby="help-title" className="help-article">
      <h3 id="help-title">{article.title}</h3>
      {content}
    </article>
  );
}
