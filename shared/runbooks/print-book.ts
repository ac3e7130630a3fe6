import type { Element } from 'hast';
import { element, plain } from '../print/element.ts';
import { audienceText, type RunbookPage } from './page.ts';

/** What the first page of a book says of it. */
interface Cover {
  readonly title: string;
  /** Of whom the book is: the name of the workspace. */
  readonly of: string;
  /** The words of its foot: `Runbooks · printed Mon 23 Nov 2026`. */
  readonly foot: string;
  /** For whom: `3 runbooks, investor-facing only`. */
  readonly holds: string;
}

/**
 * Signs that every page number is made of. Who writes the numbers into the finished pages takes their glyphs from here, since a PDF holds
 * only those that its text sets.
 */
const specimen = '0123456789 /';

/** The first page of a book. */
export function coverTree({ title, of, holds, foot }: Cover): Element {
  return element(
    'article',
    { className: ['cover'] },
    plain('header', element('p', { className: ['cover-of'] }, of), plain('h1', title)),
    element('p', { className: ['facts'] }, holds),
    element('p', { className: ['cover-foot'] }, foot),
    element('p', { className: ['specimen'], ariaHidden: 'true' }, specimen),
  );
}

/** A line of a list of contents: to which article it leads, and what is worth knowing of it beside its title. */
export interface ContentsRow {
  readonly id: string;
  readonly title: string;
  readonly note: string;
}

/** What follows in a document, each with a place for its page number. */
export function contentsTree(rows: readonly ContentsRow[]): Element {
  const lines = rows.map(({ id, title, note }) =>
    plain('li', element('a', { href: `#${id}` }, title), element('span', { className: ['note'] }, note)),
  );
  return element(
    'article',
    { className: ['contents'] },
    plain('header', plain('h1', 'Contents')),
    plain('ol', ...lines),
  );
}

export const rowOfPage = ({ id, title, audience }: RunbookPage): ContentsRow => ({
  id,
  title,
  note: audienceText[audience],
});
