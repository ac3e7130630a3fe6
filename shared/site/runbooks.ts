import type { Runbook } from '../model/runbook.ts';
import { recordOf } from '../model/tables.ts';
import type { ImageId } from '../model/ids.ts';
import { element, plain, type Child, type PageElement } from '../print/element.ts';
import type { PrintDocument } from '../print/document.ts';
import { imageAddress } from '../runbooks/images.ts';
import { documentTitle } from '../runbooks/print-document.ts';
import { runbookStyle } from '../runbooks/print-style.ts';
import { longDay } from '../runbooks/page-dates.ts';
import { pageTree } from '../runbooks/page-tree.ts';
import { audienceText, reviewText, runbookPage } from '../runbooks/page.ts';
import { reviewOf } from '../runbooks/review.ts';
import { link, listTable, who } from './marks.ts';
import { pageFile, type SiteFile } from './page.ts';
import { linkFrom, runbookPath, runbookPdfPath } from './paths.ts';
import type { Site } from './site.ts';

/** The runbooks that may be read here. */
export function runbooksPage(site: Site): SiteFile {
  const path = 'runbooks.html';
  const place = { site, path };
  const isInternal = site.options.audience === 'internal';
  const rows = site.runbooks.map((runbook): readonly Child[] => {
    const pipeline =
      runbook.pipeline === null ? undefined : recordOf(site.workspace, 'pipelines', runbook.pipeline);
    const owners = [runbook.ownerPrimary, runbook.ownerSecondary].filter((one) => one !== null);
    return [
      link(place, runbookPath(runbook.id), runbook.title),
      pipeline?.name ?? '',
      ...(isInternal ? [audienceText[runbook.audience]] : []),
      plain('div', ...owners.map((owner) => plain('div', who(place, owner)))),
      reviewText(reviewOf(runbook, site.today), longDay),
      ...(site.has('pdf')
        ? [
            link(
              place,
              runbookPdfPath(runbook.id),
              'PDF',
              element('span', { className: ['sr'] }, ` of ${runbook.title}`),
            ),
          ]
        : []),
    ];
  });
  return pageFile(site, path, 'Runbooks', [
    plain('h1', 'Runbooks'),
    element(
      'p',
      { className: ['facts'] },
      isInternal
        ? 'What each pipeline does, and what to do when it does not.'
        : 'What each pipeline delivers, and what happens when it does not.',
    ),
    rows.length === 0
      ? element(
          'p',
          { className: ['lead'] },
          isInternal ? 'There are no runbooks.' : 'No runbook is written for investors.',
        )
      : listTable(
          'Runbooks',
          [
            'Runbook',
            'Pipeline',
            ...(isInternal ? ['For'] : []),
            'Owners',
            'Review',
            ...(site.has('pdf') ? ['On paper'] : []),
          ],
          rows,
        ),
  ]);
}

/** Links to other runbooks lead to their pages; they come as places on one page, as paper has them. */
function leadToPages(node: PageElement, site: Site, path: string): PageElement {
  const address = node.properties['href'];
  const href = node.tagName === 'a' && typeof address === 'string' ? address : '';
  const other = href.startsWith('#') ? site.runbooks.find(({ id }) => `#${id}` === href) : undefined;
  const leaves = /^https?:/.test(href) ? { rel: ['noreferrer', 'noopener'] } : {};
  return {
    ...node,
    properties: {
      ...node.properties,
      ...(other === undefined ? {} : { href: linkFrom(path, runbookPath(other.id)) }),
      ...leaves,
    },
    children: node.children.map((child) =>
      child.type === 'element' ? leadToPages(child, site, path) : child,
    ),
  };
}

/** What is looked up stands beside what is done: on a wide screen to its right, on paper and on a narrow one before it. */
const aside = ['Types of data', 'Owners', 'On call', 'Links'];

function inColumns(article: PageElement): PageElement {
  const titleOf = (one: PageElement['children'][number]): string => {
    const heading = one.type === 'element' ? one.children[0] : undefined;
    const words = heading?.type === 'element' ? heading.children[0] : undefined;
    return words?.type === 'text' ? words.value : '';
  };
  const [header, ...sections] = article.children;
  const side = sections.filter((one) => aside.includes(titleOf(one)));
  const main = sections.filter((one) => !side.includes(one));
  const column = (name: string, children: PageElement['children']): PageElement => ({
    ...element('div', { className: [name] }),
    children,
  });
  return {
    ...article,
    children: [
      ...(header === undefined ? [] : [header]),
      element('div', { className: ['columns'] }, column('side', side), column('main', main)),
    ],
  };
}

/** Each thing that goes wrong can be linked to. */
function withPlaces(node: PageElement): PageElement {
  let issues = 0;
  const visit = (one: PageElement): PageElement => {
    const classes = one.properties['className'];
    const isIssue = one.tagName === 'section' && Array.isArray(classes) && classes.includes('issue');
    const children = one.children.map((child) => (child.type === 'element' ? visit(child) : child));
    return isIssue
      ? { ...one, children, properties: { ...one.properties, id: `issue-${++issues}` } }
      : { ...one, children };
  };
  return visit(node);
}

/** What a reader of the site sees of a runbook, on its page and as PDF: what is the house's own is left out. */
function treeOf(site: Site, runbook: Runbook): PageElement {
  const page = runbookPage(site.workspace, runbook, site.today);
  const ids = new Set<string>(site.runbooks.map(({ id }) => id));
  // That a runbook and the tasks name different owners is for the lead to mend.
  const owners = page.owners.map((row) => ({
    ...row,
    difference: null,
    differs: null,
    holds: site.has('tasks') ? row.holds : [],
  }));
  return pageTree(
    { ...page, owners },
    {
      image: (id) => {
        const image = recordOf(site.workspace, 'images', id as ImageId);
        return image === undefined ? null : imageAddress(image);
      },
      hasRunbook: (id) => ids.has(id),
    },
  );
}

/** Links within one document alone: on paper there is no other page. */
function withoutOthers(node: PageElement): PageElement {
  const { href, ...others } = node.properties;
  const isOther =
    node.tagName === 'a' &&
    typeof href === 'string' &&
    href.startsWith('#runbook-') &&
    !href.includes('footnote') &&
    !href.includes('-fn');
  return {
    ...node,
    ...(isOther ? { tagName: 'span', properties: others } : {}),
    children: node.children.map((child) => (child.type === 'element' ? withoutOthers(child) : child)),
  };
}

/** A runbook of the site for its PDF; its foot says nothing of the day, so that it is printed again only when it has changed. */
export function runbookSiteDocument(site: Site, runbook: Runbook): PrintDocument {
  const title = documentTitle([runbook]);
  return {
    title,
    articles: [withoutOthers(treeOf(site, runbook))],
    style: runbookStyle,
    foot: `${title} · ${site.workspace.about.name}`,
  };
}

/** One runbook: what its page in the window and on paper says, without what is the house's own. */
export function runbookSitePage(site: Site, runbook: Runbook): SiteFile {
  const path = runbookPath(runbook.id);
  const place = { site, path };
  const article = inColumns(withPlaces(leadToPages(treeOf(site, runbook), site, path)));
  return pageFile(site, path, runbook.title, [
    site.has('pdf')
      ? element(
          'p',
          { className: ['note', 'no-print'] },
          link(place, runbookPdfPath(runbook.id), 'This runbook as PDF'),
        )
      : null,
    { ...article, properties: { className: ['prose', 'runbook'] } },
  ]);
}
