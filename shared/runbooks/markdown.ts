import type { Element, ElementContent, Root, RootContent } from 'hast';
import rehypeSanitize, { defaultSchema, type Options as Schema } from 'rehype-sanitize';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { innerTarget } from './links.ts';
import { readMarkdown } from './markdown-reader.ts';
import { REDACTED, withoutMarks } from './redact.ts';
import { safeUrl } from './safe-url.ts';

/** What a text may name besides addresses: pictures that are kept beside it, and other runbooks. */
export interface InnerContent {
  /** A `data:` address of the picture with this id; null where there is none. */
  readonly image: (id: string) => string | null;
  readonly hasRunbook: (id: string) => boolean;
}

/** Where nothing can be followed or shown, such as on paper: links are their words, and so are pictures. */
const nothingInner: InnerContent = { image: () => null, hasRunbook: () => false };

/**
 * What may stand in a runbook's body. No form fields, and no pictures but those kept beside the text: the steps before have
 * made links and text of all others.
 */
const schema: Schema = {
  ...defaultSchema,
  tagNames: (defaultSchema.tagNames ?? []).filter((tag) => !['picture', 'source', 'input'].includes(tag)),
  attributes: {
    ...defaultSchema.attributes,
    '*': ['align', 'id', 'dir', 'lang'],
    a: [
      'href',
      'ariaLabel',
      'ariaDescribedBy',
      'dataFootnoteRef',
      'dataFootnoteBackref',
      ['className', 'data-footnote-backref'],
    ],
    span: ['role', 'ariaLabel', ['className', 'task-box', 'task-done']],
    ol: [...(defaultSchema.attributes?.['ol'] ?? []), 'start'],
    th: ['scope', 'align'],
    img: ['src', 'alt'],
  },
  protocols: { href: ['http', 'https', 'mailto', 'runbook'], src: ['data'] },
  // Ids come from footnotes alone and carry the runbook's id already.
  clobber: [],
  strip: ['script', 'style'],
};

const text = (value: string): ElementContent => ({ type: 'text', value });

/** The words of raw HTML without its tags: nothing of it is ever rendered, and nothing that it said is lost. */
function wordsOf(html: string): string {
  return html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
    .replace(/<\/?[a-z!][^>]*>/gi, '');
}

/** What stands in an address from which a passage was taken. */
const takenOut = encodeURI(REDACTED);

/** The address of a link as a reader may follow it: without the marks around a passage, and null where a passage was taken out of it. */
function addressOf(written: unknown): string | null {
  const url = safeUrl(written);
  return url === null || url.includes(takenOut) ? null : withoutMarks(url);
}

/** A picture that is kept beside the text. Remote ones are not loaded: the reader gets the address and may choose to open it. */
function imageOf({ properties }: Element, inner: InnerContent): ElementContent {
  const alt = typeof properties['alt'] === 'string' && properties['alt'] !== '' ? properties['alt'] : 'Image';
  const target = innerTarget(String(properties['src']));
  const kept = target?.kind === 'image' ? inner.image(target.id) : null;
  if (kept !== null) return { type: 'element', tagName: 'img', properties: { src: kept, alt }, children: [] };
  const url = addressOf(properties['src']);
  if (url === null) return text(alt);
  return { type: 'element', tagName: 'a', properties: { href: url }, children: [text(`Image: ${alt}`)] };
}

function taskBox({ properties }: Element): ElementContent {
  const done = properties['checked'] === true;
  const className = done ? ['task-box', 'task-done'] : ['task-box'];
  return {
    type: 'element',
    tagName: 'span',
    properties: { className, role: 'img', ariaLabel: done ? 'Done' : 'To do' },
    children: [],
  };
}

function harmless(node: RootContent, inner: InnerContent): RootContent[] {
  // `raw` is HTML that stood in the Markdown; hast types it only where a parser for it is installed.
  if ((node.type as string) === 'raw') {
    const value = (node as unknown as { value: string }).value;
    if (/^<br\s*\/?>$/i.test(value))
      return [{ type: 'element', tagName: 'br', properties: {}, children: [] }];
    const words = wordsOf(value);
    return words === '' ? [] : [text(words)];
  }
  if (node.type !== 'element') return [node];
  if (node.tagName === 'img') return [imageOf(node, inner)];
  if (node.tagName === 'input') return [taskBox(node)];
  const children = node.children.flatMap((it) => harmless(it, inner)) as ElementContent[];
  if (node.tagName === 'th') return [{ ...node, properties: { ...node.properties, scope: 'col' }, children }];
  if (node.tagName !== 'a') return [{ ...node, children }];
  const target = innerTarget(String(node.properties['href']));
  if (target?.kind === 'runbook' && inner.hasRunbook(target.id)) return [{ ...node, children }];
  const url = addressOf(node.properties['href']);
  // A link that leads nowhere from here, such as a file beside the original, stays as its words.
  return url === null ? children : [{ ...node, properties: { ...node.properties, href: url }, children }];
}

/** Footnotes have one heading on each page; several bodies on one page need a name for each. */
function nameFootnotes(node: Root | RootContent, name: string): void {
  if (node.type === 'element') {
    const { id, ariaDescribedBy } = node.properties;
    if (id === 'footnote-label') node.properties['id'] = `${name}-footnote-label`;
    if (Array.isArray(ariaDescribedBy)) node.properties['ariaDescribedBy'] = [`${name}-footnote-label`];
  }
  if ('children' in node) for (const child of node.children) nameFootnotes(child, name);
}

const levelOf = (node: { type: string; tagName?: string }): number | null =>
  node.type === 'element' && /^h[1-6]$/.test(node.tagName ?? '')
    ? Number((node.tagName ?? '').slice(1))
    : null;

/** Headings below `above`, no level left out, whatever levels the author used. */
function nestHeadings(root: Root, above: number): void {
  const open: { written: number; level: number }[] = [];
  const visit = (node: Root | RootContent): void => {
    const written = levelOf(node);
    if (written !== null && node.type === 'element') {
      while ((open.at(-1)?.written ?? 0) >= written) open.pop();
      const level = Math.min((open.at(-1)?.level ?? above) + 1, 6);
      open.push({ written, level });
      node.tagName = `h${String(level)}`;
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(root);
}

/** Quotes or lists nested a hundred deep: nobody writes that, and each level costs the parser a frame of the stack. */
const isAbsurdlyDeep = (markdown: string) =>
  /^(?:[ \t]*>){100}|^[ \t]{200,}(?:[-*+]|\d+[.)])[ \t]/m.test(markdown);

/** The text as it stands, where it cannot be read as Markdown. */
const asWritten = (markdown: string): Root => ({
  type: 'root',
  children: [{ type: 'element', tagName: 'pre', properties: {}, children: [text(markdown)] }],
});

/**
 * A runbook's Markdown as a tree that is safe to show and to print: GitHub's dialect, raw HTML reduced to its words, remote
 * images to links, addresses to http, https, mailto and places on the page. `name` keeps footnote ids apart where several
 * bodies stand on one page; `above` is the level of the heading the body stands under. Text that nests absurdly deep is
 * shown as it was written. `inner` says what inner addresses lead to; a link to a runbook keeps its address, `runbook:ID`.
 */
export function markdownTree(
  markdown: string,
  name: string,
  above: number,
  inner: InnerContent = nothingInner,
): Root {
  if (isAbsurdlyDeep(markdown)) return asWritten(markdown);
  const toTree = unified()
    .use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: `${name}-` })
    .use(() => (root: Root) => {
      root.children = root.children.flatMap((it) => harmless(it, inner));
    })
    .use(rehypeSanitize, schema);
  const root = toTree.runSync(readMarkdown(markdown));
  nameFootnotes(root, name);
  nestHeadings(root, above);
  return root;
}

/** Whether Markdown would read this text as anything but words. */
const hasMarkup = (text: string) => /[`*_[\]<>#|~\\&]|https?:|www\.|^\s*([-+]|\d+[.)])\s/m.test(text);

/** Line breaks as the author typed them: prose is typed in a small field, where each counts. */
function withBreaks(node: ElementContent): ElementContent[] {
  if (node.type === 'text') {
    const br: ElementContent = { type: 'element', tagName: 'br', properties: {}, children: [] };
    return node.value
      .split(/\r?\n/)
      .flatMap((line, index): ElementContent[] => (index === 0 ? [text(line)] : [br, text(line)]));
  }
  if (node.type !== 'element' || !['p', 'em', 'strong', 'del', 'a'].includes(node.tagName)) return [node];
  return [{ ...node, children: node.children.flatMap(withBreaks) }];
}

/** Typewritten words of one line between single signs, such as a table's name in a step. */
const typewritten = /`([^`\s]|[^`\s][^`]*[^`\s])`/;

/** One line of plain and typewritten words, as Markdown would read it; null where it would see anything else. */
function typewrittenWords(line: string): ElementContent[] | null {
  if (/[\r\n@]|``/.test(line)) return null;
  const pieces = line.split(typewritten);
  if (pieces.some((piece, index) => index % 2 === 0 && hasMarkup(piece))) return null;
  return pieces.flatMap((piece, index): ElementContent[] => {
    if (index % 2 === 0) return piece === '' ? [] : [text(piece)];
    return [{ type: 'element', tagName: 'code', properties: {}, children: [text(piece)] }];
  });
}

/**
 * A cause, a step or an escalation: Markdown too, one paragraph without its frame, so that it can stand in a list item or
 * after a label. Plain and typewritten words, as most of them are, take a short way: a book of hundreds of runbooks has thousands.
 */
export function proseTree(prose: string, name: string, inner: InnerContent = nothingInner): ElementContent[] {
  const trimmed = prose.trim();
  if (!hasMarkup(trimmed)) return withBreaks(text(trimmed));
  const words = typewrittenWords(trimmed);
  if (words !== null) return words;
  const content = markdownTree(trimmed, name, 3, inner).children.filter(
    (it): it is ElementContent => it.type !== 'doctype',
  );
  const blocks = content.filter((it) => it.type === 'element');
  const [only] = blocks;
  const shown = blocks.length === 1 && only?.tagName === 'p' ? only.children : content;
  return shown.flatMap(withBreaks);
}
