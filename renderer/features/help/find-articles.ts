import MiniSearch from 'minisearch';
import type { Article } from './articles.ts';

/** A part of an article: what stands under one of its headings. */
interface Part {
  readonly id: string;
  readonly article: Article;
  /** The heading; empty for what stands before the first one. */
  readonly heading: string;
  readonly text: string;
}

export interface FoundPart extends Pick<Part, 'article' | 'heading'> {
  /** A few words around the first that was looked for. */
  readonly excerpt: string;
}

const AROUND = 60;
const MOST = 12;

/** Words without the signs of Markdown, as they are read. */
const plain = (markdown: string): string =>
  markdown
    .replace(/^\|[\s:|-]+\|$/gm, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*`|#]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

function partsOf(article: Article): readonly Part[] {
  return article.body.split(/^(?=## )/m).map((section, place) => {
    const heading = /^## (.*)$/m.exec(section)?.[1] ?? '';
    return {
      id: `${article.id} ${place}`,
      article,
      heading,
      text: plain(section.replace(/^## .*$/m, '')),
    };
  });
}

function excerptOf({ text }: Part, terms: readonly string[]): string {
  const small = text.toLocaleLowerCase('en');
  const at = Math.max(0, Math.min(...terms.map((term) => small.indexOf(term)).filter((place) => place >= 0)));
  if (!Number.isFinite(at)) return text.slice(0, 2 * AROUND);
  const from = at <= AROUND ? 0 : text.indexOf(' ', at - AROUND) + 1;
  const until = text.lastIndexOf(' ', at + AROUND);
  const end = at + AROUND >= text.length ? text.length : until;
  return `${from > 0 ? '…' : ''}${text.slice(from, end)}${end < text.length ? '…' : ''}`;
}

/** Finds parts of articles by any of their words; headings before what stands under them. */
export function finderOf(articles: readonly Article[]): (query: string) => readonly FoundPart[] {
  const parts = articles.flatMap(partsOf);
  const byId = new Map(parts.map((part) => [part.id, part]));
  const index = new MiniSearch({
    fields: ['title', 'heading', 'text'],
    searchOptions: {
      boost: { title: 3, heading: 4 },
      prefix: true,
      fuzzy: (term) => (term.length < 5 ? false : 0.2),
      combineWith: 'AND',
    },
  });
  index.addAll(parts.map(({ id, article, heading, text }) => ({ id, title: article.title, heading, text })));
  return (query) =>
    index
      .search(query)
      .slice(0, MOST)
      .flatMap(({ id, terms }) => {
        const part = byId.get(String(id));
        return part === undefined
          ? []
          : [{ article: part.article, heading: part.heading, excerpt: excerptOf(part, terms) }];
      });
}
