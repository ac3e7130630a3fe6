import { perform } from '../../state/actions.ts';
import { showHelp, type ArticleId } from '../../state/help-store.ts';
import { written } from './articles.ts';

const isArticle = (name: string): name is ArticleId => Object.hasOwn(written, name);

/** Where a link of the help leads: another article, a screen (`#go-policy`), or something that is done (`#do-keys`). */
export function follow(href: string): void {
  const [, verb, name] = /^#(go|do)-(.+)$/.exec(href) ?? [];
  if (name === undefined) {
    const article = href.slice(1);
    if (isArticle(article)) showHelp(article);
    return;
  }
  perform(verb === 'go' ? `show-${name}` : name);
}
