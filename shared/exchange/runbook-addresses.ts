import { readMarkdown } from '../runbooks/markdown-reader.ts';

/** The address of a picture or a link in a Markdown text, and where in the text it stands. */
export interface Address {
  readonly kind: 'picture' | 'link';
  readonly url: string;
  /** Offsets of the address as it is written, without the angle brackets that may stand around it. */
  readonly from: number;
  readonly to: number;
}

/** What of a Markdown tree is looked at: every node has some of it. */
interface Node {
  readonly type: string;
  readonly url?: string;
  readonly identifier?: string;
  readonly children?: readonly Node[];
  readonly position?:
    | {
        readonly start: { readonly offset?: number | undefined };
        readonly end: { readonly offset?: number | undefined };
      }
    | undefined;
}

/** `](address "title")` at the end of a picture or a link, and `[name]: address` at the start of what one refers to. */
const written: Readonly<Record<string, RegExp>> = {
  image: /\]\(\s*(?:<([^<>\n]*)>|([^\s<>]\S*?))(?:\s+(?:"[^]*"|'[^]*'|\([^]*\)))?\s*\)$/d,
  // The words of a link may hold a picture, which has an address of its own: the last one is the link's.
  link: /^[^]*\]\(\s*(?:<([^<>\n]*)>|([^\s<>]\S*?))(?:\s+(?:"[^]*"|'[^]*'|\([^]*\)))?\s*\)$/d,
  definition: /^\[[^\]]*\]:\s*(?:<([^<>\n]*)>|([^\s<>]\S*))/d,
};

function placeOf(markdown: string, { type, url = '', position }: Node): Omit<Address, 'kind'> | null {
  const [start, end] = [position?.start.offset, position?.end.offset];
  if (start === undefined || end === undefined) return null;
  const found = written[type]?.exec(markdown.slice(start, end));
  const [from, to] = found?.indices?.[1] ?? found?.indices?.[2] ?? [];
  if (from === undefined || to === undefined) return null;
  // What was found may be part of a title: it is the address where it says the address.
  const isMeant = type !== 'link' || found?.[1] === url || found?.[2] === url;
  return isMeant ? { url, from: start + from, to: start + to } : null;
}

/** Most texts name no picture and no other text, and reading Markdown takes a hundred times as long as looking for a sign. */
const mayName = (markdown: string): boolean =>
  markdown.includes('![') || /\.(?:md|markdown|mdx|txt)\b|runbook:/i.test(markdown);

/** Addresses of the pictures and links of a text, in order. What stands in code is none, and neither is what nothing refers to. */
export function addressesIn(markdown: string): readonly Address[] {
  if (!mayName(markdown)) return [];
  const nodes: Node[] = [];
  const visit = (node: Node): void => {
    nodes.push(node);
    node.children?.forEach(visit);
  };
  visit(readMarkdown(markdown));
  const referred = (kind: string): ReadonlySet<string | undefined> =>
    new Set(nodes.flatMap(({ type, identifier }) => (type === kind ? [identifier] : [])));
  const [asPicture, asLink] = [referred('imageReference'), referred('linkReference')];
  const kindOf = ({ type, identifier }: Node): Address['kind'] | null => {
    if (type === 'image' || (type === 'definition' && asPicture.has(identifier))) return 'picture';
    return type === 'link' || (type === 'definition' && asLink.has(identifier)) ? 'link' : null;
  };
  return nodes
    .flatMap((node) => {
      const kind = kindOf(node);
      const place = kind === null ? null : placeOf(markdown, node);
      return kind === null || place === null ? [] : [{ kind, ...place }];
    })
    .sort((one, other) => one.from - other.from);
}

/** The text with other addresses; null keeps the one that stands there. All else stays byte for byte. */
export function withAddresses(
  markdown: string,
  addressFor: (address: Pick<Address, 'kind' | 'url'>) => string | null,
): string {
  let text = markdown;
  for (const { kind, url, from, to } of addressesIn(markdown).toReversed()) {
    const address = addressFor({ kind, url });
    if (address !== null) text = text.slice(0, from) + address + text.slice(to);
  }
  return text;
}

/**
 * The file that an address of a text means, by its path below the folder that was chosen; null where it means none there: an address of the web,
 * or one that leads out of the folder.
 *
 * @param path of the text, with its folders
 */
export function fileMeant(url: string, path: string): string | null {
  if (url === '' || /^(?:[a-z][a-z\d+.-]*:|\/\/|#)/i.test(url)) return null;
  const isRooted = url.startsWith('/');
  const parts = isRooted ? path.split('/').slice(0, -1).slice(0, 1) : path.split('/').slice(0, -1);
  let plain = url.replace(/[?#].*$/, '');
  try {
    plain = decodeURIComponent(plain);
  } catch {
    // A lone % is a sign of the name.
  }
  for (const part of plain.replaceAll('\\', '/').split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}
