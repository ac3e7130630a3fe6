import { ChevronLeft, X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { closeHelp, showHelp, useHelp, type ArticleId } from '../../state/help-store.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { articles, type Article } from './articles.ts';
import { finderOf, type FoundPart } from './find-articles.ts';
import { HelpArticle } from './help-article.tsx';
import { counted } from '../../../shared/words/number-text.ts';
import './help.css';

const row = 'flex w-full flex-col items-start gap-0.5 rounded-md px-2 py-1.5 text-left hover:bg-hover';

function Contents({ onOpen }: { readonly onOpen: (id: ArticleId) => void }) {
  return (
    <ul aria-label="Articles" className="flex flex-col">
      {articles().map(({ id, title }) => (
        <li key={id}>
          <button type="button" className={row} onClick={() => onOpen(id)}>
            {title}
          </button>
        </li>
      ))}
    </ul>
  );
}

interface FoundProps {
  readonly found: readonly FoundPart[];
  readonly query: string;
  readonly onOpen: (id: ArticleId, heading: string) => void;
}

function Found({ found, query, onOpen }: FoundProps) {
  return (
    <>
      <p role="status" className="px-2 pb-1 text-label text-muted">
        {found.length === 0
          ? `Nothing in the help has “${query}”. Fewer or other words may.`
          : counted(found.length, 'place')}
      </p>
      <ul aria-label="Found in the help" className="flex flex-col">
        {found.map(({ article, heading, excerpt }) => (
          <li key={`${article.id} ${heading}`}>
            <button type="button" className={row} onClick={() => onOpen(article.id, heading)}>
              <span className="font-medium">{heading === '' ? article.title : heading}</span>
              {heading === '' ? null : <span className="text-label text-muted">{article.title}</span>}
              <span className="text-muted">{excerpt}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The heading of an article as it stands on the page. */
const headingIn = (pane: HTMLElement, heading: string): Element | undefined =>
  [...pane.querySelectorAll('h4')].find((one) => one.textContent === heading);

/**
 * The help: beside the screen, so that one reads and does at once; over it where the window is narrow. Escape closes it and gives the
 * focus back to where it was.
 */
export function HelpPanel() {
  const shown = useHelp((help) => help.article);
  const [query, setQuery] = useState('');
  const [isListed, setListed] = useState(false);
  const [heading, setHeading] = useState('');
  const pane = useRef<HTMLDivElement>(null);
  const find = useMemo(() => finderOf(articles()), []);
  const words = query.trim();
  const article: Article | undefined =
    isListed || words !== '' ? undefined : articles().find(({ id }) => id === shown);

  useEffect(() => {
    const from = document.activeElement;
    return () => {
      if (from instanceof HTMLElement && from.isConnected) from.focus();
    };
  }, []);
  useEffect(() => {
    const target = pane.current;
    if (target === null) return;
    if (article !== undefined) target.focus();
    const part = heading === '' ? undefined : headingIn(target, heading);
    if (part === undefined) target.scrollTop = 0;
    else part.scrollIntoView({ block: 'start' });
  }, [article, heading]);

  const open = (id: ArticleId, at = ''): void => {
    setQuery('');
    setListed(false);
    setHeading(at);
    showHelp(id);
  };
  // A link or a key may ask for another article while the list is shown.
  const [asked, setAsked] = useState(shown);
  if (asked !== shown) {
    setAsked(shown);
    setListed(false);
    setQuery('');
    setHeading('');
  }

  return (
    // The panel itself takes no key: what is typed in it and bubbles up is Escape.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside
      aria-label="Help"
      className="help-panel flex h-full shrink-0 flex-col border-l border-divider bg-panel"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        if (words === '') closeHelp();
        else setQuery('');
      }}
    >
      <header className="flex flex-col gap-2 border-b border-divider px-3 py-2">
        <div className="flex items-center gap-2">
          <h2 className="flex-1 px-1 text-section font-semibold">Help</h2>
          {article === undefined ? null : (
            <Button
              size="small"
              kind="quiet"
              icon={<ChevronLeft size={14} aria-hidden />}
              onPress={() => setListed(true)}
            >
              All articles
            </Button>
          )}
          <IconButton label="Close help" keys="Esc" icon={<X size={16} aria-hidden />} onPress={closeHelp} />
        </div>
        <div className="help-search">
          <SearchField label="Search the help" value={query} onChange={setQuery} />
        </div>
      </header>
      <div
        ref={pane}
        className="min-h-0 flex-1 overflow-auto px-3 py-3 outline-offset-[-2px]"
        tabIndex={0}
        role="region"
        aria-label={article?.title ?? 'Articles'}
      >
        {words !== '' ? (
          <Found found={find(words)} query={words} onOpen={open} />
        ) : article === undefined ? (
          <Contents onOpen={open} />
        ) : (
          <HelpArticle article={article} />
        )}
      </div>
    </aside>
  );
}
