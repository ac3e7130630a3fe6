import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Image } from '../model/image.ts';

/** The address of a picture in a Markdown text, and where in the text it stands. */
export interface PictureAddress {
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

/** `](address "title")` at the end of a picture, and `[name]: address` at the start of what a picture refers to. */
const written = {
  image: /\]\(\s*(?:<([^<>\n]*)>|([^\s<>]\S*?))(?:\s+(?:"[^]*"|'[^]*'|\([^]*\)))?\s*\)$/d,
  definition: /^\[[^\]]*\]:\s*(?:<([^<>\n]*)>|([^\s<>]\S*))/d,
};

function addressOf(markdown: string, { type, url = '', position }: Node): readonly PictureAddress[] {
  const [start, end] = [position?.start.offset, position?.end.offset];
  if (start === undefined || end === undefined) return [];
  const found = written[type === 'image' ? 'image' : 'definition'].exec(markdown.slice(start, end));
  const [from, to] = found?.indices?.[1] ?? found?.indices?.[2] ?? [];
  return from === undefined || to === undefined ? [] : [{ url, from: start + from, to: start + to }];
}

/** Addresses of the pictures of a text, in order. What stands in code is none. */
export function pictureAddresses(markdown: string): readonly PictureAddress[] {
  // Most texts have no picture, and reading Markdown takes a hundred times as long as looking for a sign.
  if (!markdown.includes('![')) return [];
  const nodes: Node[] = [];
  const visit = (node: Node): void => {
    nodes.push(node);
    node.children?.forEach(visit);
  };
  visit(unified().use(remarkParse).use(remarkGfm).parse(markdown));
  const referred = new Set(
    nodes.flatMap(({ type, identifier }) => (type === 'imageReference' ? [identifier] : [])),
  );
  return nodes
    .filter(({ type, identifier }) => type === 'image' || (type === 'definition' && referred.has(identifier)))
    .flatMap((node) => addressOf(markdown, node))
    .sort((one, other) => one.from - other.from);
}

/** The text with other addresses for its pictures; null keeps the one that stands there. All else stays byte for byte. */
export function withPictureAddresses(markdown: string, addressFor: (url: string) => string | null): string {
  let text = markdown;
  for (const { url, from, to } of pictureAddresses(markdown).toReversed()) {
    const address = addressFor(url);
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

const endings: Readonly<Record<Image['type'], string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
};

/** Where a picture lies beside the texts of a folder: `images/chart.png` for `image-chart`. */
export const picturePath = ({ id, type }: Pick<Image, 'id' | 'type'>): string =>
  `images/${id.replace(/^image-/, '')}.${endings[type]}`;

/** The id that a picture is given by its file: the one that `picturePath` made the name from, where it did. */
export const pictureId = (path: string): string => {
  const stem = (path.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '');
  const plain = stem
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `image-${plain.replace(/^image-/, '') || 'picture'}`;
};
