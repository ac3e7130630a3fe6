import type { SiteAudience } from '../contract/site.ts';
import { element, plain, type Child } from '../print/element.ts';
import { htmlText } from '../print/html-text.ts';
import { link, type Place } from './marks.ts';
import { schedulePath } from './paths.ts';
import { currentQuarter, type Site } from './site.ts';
import { siteStyle } from './style.ts';

/** A file of the site, whole. */
export interface SiteFile {
  readonly path: string;
  readonly text: string;
}

/** A page that all others link to. */
interface NavEntry {
  readonly title: string;
  readonly path: string;
  /** Pages that lie behind it: which of them is open, the entry is marked for as well. */
  readonly behind: RegExp;
}

const entry = (
  title: string,
  path: string,
  behind = new RegExp(`^${path.replace('.', '\\.')}$`),
): NavEntry => ({
  title,
  path,
  behind,
});

/** The pages that every page links to, in order. */
export function navOf(site: Site): readonly NavEntry[] {
  const current = currentQuarter(site);
  return [
    entry('Overview', 'index.html'),
    ...(current === undefined ? [] : [entry('Schedule', schedulePath(current.quarter), /^schedule-/)]),
    ...(site.has('people') ? [entry('People', 'people.html', /^people[./]/)] : []),
    entry('Rotations', 'rotations.html', /^rotations[./]/),
    ...(site.has('holidays') ? [entry('Holidays', 'holidays.html')] : []),
    ...(site.has('deadlines') ? [entry('Due dates', 'due.html')] : []),
    ...(site.has('tasks') ? [entry('Tasks', 'tasks.html')] : []),
    ...(site.has('leave') ? [entry('Away', 'away.html')] : []),
    ...(site.has('runbooks') ? [entry('Runbooks', 'runbooks.html', /^runbooks[./]/)] : []),
    ...(site.has('calendars') ? [entry('Calendars', 'calendars.html')] : []),
    entry('Find', 'find.html'),
  ];
}

const forWhom: Readonly<Record<SiteAudience, string>> = {
  internal: '· internal',
  investor: '· for investors',
};

/** Long titles do not fit a tab. */
const short = (text: string): string => {
  const letters = [...text];
  return letters.length > 64 ? `${letters.slice(0, 63).join('')}…` : text;
};

function headOf(site: Site, title: string): Child {
  const policy = `default-src 'none'; style-src '${site.styleHash}'; img-src data:; base-uri 'none'; form-action 'none'`;
  return element(
    'head',
    {},
    element('meta', { charSet: 'utf-8' }),
    element('meta', { httpEquiv: ['Content-Security-Policy'], content: policy }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'robots', content: 'noindex' }),
    element('meta', { name: 'referrer', content: 'no-referrer' }),
    element('meta', { name: 'color-scheme', content: 'light dark' }),
    element('title', {}, short(title)),
    element('style', {}, siteStyle),
  );
}

function navigation({ site, path }: Place): Child {
  return element(
    'nav',
    { ariaLabel: 'Pages' },
    plain(
      'ul',
      ...navOf(site).map((one) => {
        const anchor = link({ path }, one.path, one.title);
        const isHere = one.behind.test(path);
        return plain(
          'li',
          isHere
            ? {
                ...anchor,
                properties: { ...anchor.properties, ariaCurrent: one.path === path ? 'page' : 'true' },
              }
            : anchor,
        );
      }),
    ),
  );
}

/** Between elements, so that a page can be read as text and compared line by line. */
const withLines = (html: string): string =>
  `${html.replace(/(<\/(?:tr|li|section|h[1-6]|nav|style|head|thead|header|caption|p|ul|ol|table)>)(?=<)/g, '$1\n')}\n`;

/** One page: what is on all of them around `content`. `isWide` is printed across. */
export function pageFile(
  site: Site,
  path: string,
  title: string,
  content: readonly Child[],
  isWide = false,
): SiteFile {
  const place = { site, path };
  const { name } = site.workspace.about;
  const text = htmlText(
    element(
      'html',
      { lang: 'en' },
      headOf(site, path === 'index.html' ? title : `${title} · ${name}`),
      element(
        'body',
        // A page that is printed across is so from its first line, or that line gets a sheet of its own.
        isWide ? { className: ['wide'] } : {},
        element('a', { className: ['skip'], href: '#content' }, 'Skip to the content'),
        element(
          'header',
          { className: ['top'] },
          element(
            'div',
            { className: ['wrap'] },
            element(
              'p',
              { className: ['team'] },
              link(place, 'index.html', plain('bdi', name)),
              ' ',
              plain('span', forWhom[site.options.audience]),
            ),
            navigation(place),
          ),
        ),
        element('main', { id: 'content', className: ['wrap'] }, ...content),
        element(
          'footer',
          { className: ['foot'] },
          element(
            'div',
            { className: ['wrap'] },
            plain(
              'p',
              'To be read only. The ',
              link(place, 'index.html', 'overview'),
              ' says which day it is of. Made with Evenwatch.',
            ),
          ),
        ),
      ),
    ),
  );
  return { path, text: withLines(text) };
}
