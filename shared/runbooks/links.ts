import type { Runbook } from '../model/runbook.ts';
import type { Workspace } from '../model/workspace.ts';
import { readMarkdown } from './markdown-reader.ts';

/** A place where a text names another runbook, as `[Growth](runbook:ID)`, or a picture kept beside it, as `![…](image:ID)`. */
export interface InnerLink {
  readonly kind: 'runbook' | 'image';
  readonly id: string;
  /** The words of the link, or the words that stand for the picture. */
  readonly words: string;
  /** Line of the text, from 1. */
  readonly line: number;
}

/** What of a Markdown tree is looked at: every node has some of it. */
interface Node {
  readonly type: string;
  readonly url?: string;
  readonly alt?: string | null | undefined;
  readonly value?: string;
  readonly identifier?: string;
  readonly children?: readonly Node[];
  readonly position?: { readonly start: { readonly line: number } } | undefined;
}

const wordsOf = ({ value, children = [] }: Node): string => value ?? children.map(wordsOf).join('');

/** The runbook or picture that an address names: `runbook:ID`, `runbook:ID#place`, `image:ID`. Null for every other address. */
export function innerTarget(url: string): Pick<InnerLink, 'kind' | 'id'> | null {
  const [, kind, id] = /^(runbook|image):([\w-]{1,200})(?:#\S*)?$/.exec(url) ?? [];
  return kind === undefined || id === undefined ? null : { kind: kind as InnerLink['kind'], id };
}

/** Every inner link of a Markdown text, in order. What stands in code is no link, and neither is a picture's address as a link. */
export function innerLinks(markdown: string): readonly InnerLink[] {
  // Most texts have none, and reading Markdown takes a hundred times as long as looking for a word.
  if (!/(?:runbook|image):/.test(markdown)) return [];
  const found: InnerLink[] = [];
  const visit = ({ type, url = '', alt, identifier, position, children = [], ...rest }: Node): void => {
    if (type === 'link' || type === 'image' || type === 'definition') {
      const target = innerTarget(url);
      const words = type === 'link' ? wordsOf({ type, children, ...rest }) : (alt ?? identifier ?? '');
      if (target !== null) found.push({ ...target, words, line: position?.start.line ?? 1 });
    }
    children.forEach(visit);
  };
  visit(readMarkdown(markdown));
  return found;
}

/** The inner links that lead nowhere: to a runbook or a picture that the workspace does not hold. */
export function brokenLinks(
  markdown: string,
  has: (kind: InnerLink['kind'], id: string) => boolean,
): readonly InnerLink[] {
  return innerLinks(markdown).filter(({ kind, id }) => !has(kind, id));
}

/** All Markdown of a runbook: its notes first, then what its issues say. */
export const textsOf = ({ body, issues }: Runbook): readonly string[] => [
  body,
  ...issues.flatMap(({ cause, steps, escalation }) => [cause, ...steps, escalation]),
];

/** The other runbooks that lead to this one. */
export function linkingTo(workspace: Workspace, id: string): readonly Runbook[] {
  return Object.values(workspace.runbooks).filter(
    (runbook) =>
      runbook.id !== id &&
      textsOf(runbook).some((text) =>
        innerLinks(text).some((link) => link.kind === 'runbook' && link.id === id),
      ),
  );
}

/** Words that can stand as the words of a link: brackets would end it early. */
const linkWords = (title: string): string => title.replace(/[[\]\\]/g, (sign) => `\\${sign}`);

/** The Markdown of a link to a runbook. It names the id, so that it holds when the runbook gets another title. */
export const runbookLink = ({ id, title }: Pick<Runbook, 'id' | 'title'>): string =>
  `[${linkWords(title)}](runbook:${id})`;

/** The Markdown of a picture that is kept beside the text. */
export const imageLink = (id: string, words: string): string => `![${linkWords(words)}](image:${id})`;
