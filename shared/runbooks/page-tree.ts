import type { Element } from 'hast';
import type { PersonId } from '../model/ids.ts';
import type { Issue } from '../model/runbook.ts';
import { element, plain, section, table, type Child } from '../print/element.ts';
import { innerTarget } from './links.ts';
import { markdownTree, proseTree, type InnerContent } from './markdown.ts';
import type { DutyWeeks, Stretch } from './on-call.ts';
import { longDay, shortMoment } from './page-dates.ts';
import {
  audienceText,
  reviewText,
  roleText,
  type OwnerRow,
  type PromiseRow,
  type RunbookPage,
} from './page.ts';
import { safeUrl } from './safe-url.ts';

/** A link that paper can follow too: the style sheet prints the address after it, unless the words are the address. */
function link(title: string, url: string): Child {
  const address = safeUrl(url);
  if (address === null) return title;
  return element('a', title === url ? { href: address, className: ['bare'] } : { href: address }, title);
}

function ownerCells({ role, owner, holds, differs, difference }: OwnerRow): Child[] {
  const note =
    differs === null
      ? null
      : element(
          'p',
          { className: ['differs'] },
          difference?.kept ? `${differs}; kept on purpose` : `Differs: ${differs}`,
        );
  return [
    roleText[role],
    plain('div', owner?.name ?? 'Nobody'),
    plain('div', holds.length === 0 ? null : capital(holds.join('; ')), note),
  ];
}

const capital = (words: string) => words.slice(0, 1).toUpperCase() + words.slice(1);

function stretches(list: readonly Stretch[], names: ReadonlyMap<PersonId, string>): Child {
  if (list.length === 0) return element('span', { className: ['nobody'] }, 'Nobody is planned');
  const lines = list.map((it) =>
    plain(
      'div',
      names.get(it.person) ?? it.person,
      ' ',
      element('span', { className: ['when'] }, `${shortMoment(it.start)} to ${shortMoment(it.end)}`),
    ),
  );
  return plain('div', ...lines);
}

function duties(rows: readonly DutyWeeks[], names: ReadonlyMap<PersonId, string>): Child[] {
  if (rows.length === 0) return [];
  const zones = [...new Set(rows.map((it) => it.zone))].join(', ');
  const cells = rows.map((it) => [
    `${it.rotationName}, ${it.layerTitle.toLowerCase()}`,
    stretches(it.thisWeek, names),
    stretches(it.nextWeek, names),
  ]);
  return [
    table('duties', ['Duty', 'This week', 'Next week'], cells),
    element('p', { className: ['note'] }, `Times are wall clock in ${zones}.`),
  ];
}

/** A paragraph that begins with what it is about; `text` may be Markdown. */
function labelled(
  className: string,
  label: string,
  text: string,
  prose: (text: string) => Child[],
): Element | null {
  if (text.trim() === '') return null;
  return element('div', { className: [className] }, plain('strong', label), ' ', ...prose(text));
}

/** Links to other runbooks lead to their place in the same document: `inner` has let no other stand. */
function leadWithin(node: Element): void {
  const target = node.tagName === 'a' ? innerTarget(String(node.properties['href'])) : null;
  if (target !== null) node.properties = { ...node.properties, href: `#${target.id}` };
  for (const child of node.children) if (child.type === 'element') leadWithin(child);
}

function led<Node extends { readonly type: string }>(nodes: readonly Node[]): Node[] {
  for (const node of nodes) if (node.type === 'element') leadWithin(node as unknown as Element);
  return [...nodes];
}

function issue({ symptom, cause, steps, escalation }: Issue, name: string, inner: InnerContent): Element {
  const prose = (part: string) => (text: string) => led(proseTree(text, `${name}-${part}`, inner));
  const list = steps.map((step, index) => plain('li', ...prose(`step-${String(index + 1)}`)(step)));
  return element(
    'section',
    { className: ['issue'] },
    plain('h3', symptom),
    labelled('cause', 'Cause:', cause, prose('cause')),
    list.length === 0 ? null : plain('ol', ...list),
    labelled('escalation', 'Escalate:', escalation, prose('escalation')),
  );
}

function appliesTo({ clock, severity }: PromiseRow): string {
  if (severity !== null) return `${capital(severity)} incidents`;
  return clock === null ? 'Every delivery' : 'Every incident';
}

const promises = (rows: readonly PromiseRow[]): Child[] =>
  rows.length === 0
    ? []
    : [
        table(
          'promises',
          ['Promise', 'Due day', 'Clock', 'Applies to'],
          rows.map((it) => [it.text, it.day ?? '–', it.clock ?? '–', appliesTo(it)]),
        ),
      ];

function markBare(node: Element): void {
  const [only] = node.children;
  if (
    node.tagName === 'a' &&
    node.children.length === 1 &&
    only?.type === 'text' &&
    only.value === node.properties['href']
  ) {
    node.properties = { ...node.properties, className: ['bare'] };
  }
  for (const child of node.children) if (child.type === 'element') markBare(child);
}

function bodyOf(page: RunbookPage, inner: InnerContent): Child[] {
  if (page.body.trim() === '') return [];
  const children = led(
    markdownTree(page.body, page.id, 2, inner).children.filter((it) => it.type !== 'doctype'),
  );
  for (const child of children) if (child.type === 'element') markBare(child);
  return [element('div', { className: ['body'] }, ...children)];
}

/**
 * The page of one runbook as an article: what paper and PDF show.
 *
 * @param inner the pictures that are shown, and the runbooks of the same document, to which links lead; all else stays as its words
 */
export function pageTree(page: RunbookPage, inner: InnerContent): Element {
  const facts = [
    page.pipeline === null ? null : `${page.pipeline} pipeline`,
    audienceText[page.audience],
    reviewText(page.review, longDay),
  ];
  return element(
    'article',
    { id: page.id },
    plain(
      'header',
      plain('h1', page.title),
      element('p', { className: ['facts'] }, facts.filter((it) => it !== null).join(' · ')),
    ),
    section(
      'Types of data',
      page.dataTypes.length === 0 ? [] : [plain('ul', ...page.dataTypes.map((it) => plain('li', it)))],
    ),
    section('Owners', [table('owners', ['Role', 'Owner', 'Tasks'], page.owners.map(ownerCells))]),
    section('On call', duties(page.onCall, page.names)),
    section(
      'Common issues',
      page.issues.map((it, index) => issue(it, `${page.id}-issue-${String(index + 1)}`, inner)),
    ),
    section('Service levels', promises(page.promises)),
    section(
      'Links',
      page.links.length === 0
        ? []
        : [plain('ul', ...page.links.map((it) => plain('li', link(it.title, it.url))))],
    ),
    section('Notes', bodyOf(page, inner)),
  );
}
