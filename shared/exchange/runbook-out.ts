import type { ImageId } from '../model/ids.ts';
import type { Image } from '../model/image.ts';
import type { Runbook } from '../model/runbook.ts';
import type { Workspace } from '../model/workspace.ts';
import { innerLinks, innerTarget, textsOf } from '../runbooks/links.ts';
import { redacted, redactText } from '../runbooks/redact.ts';
import { withAddresses } from './runbook-addresses.ts';
import { frontOf, readFront, spliceFront } from './runbook-front.ts';
import { runbookImporter } from './runbook-import.ts';
import { keysThatDiffer, keyValues } from './runbook-out-keys.ts';
import { picturePath } from './runbook-pictures.ts';

/** Runbooks as files of a folder, in the order of their paths. */
export interface RunbookFolder {
  readonly texts: readonly { readonly path: string; readonly text: string }[];
  readonly images: readonly { readonly path: string; readonly image: Image }[];
  /** Titles of runbooks whose front matter cannot be read: it is given out as it is written, and says nothing of what was changed here. */
  readonly unreadable: readonly string[];
}

/** What an import into a plan of the same team would make of a file; null where it would be no runbook, or several. */
function readAgain(workspace: Workspace, path: string, text: string): Runbook | null {
  const importer = runbookImporter({ ...workspace, runbooks: {} }, () => 'runbook-read-again');
  importer.add({ path, text });
  const { items } = importer.result();
  const [only] = items;
  return items.length === 1 && only !== undefined ? only.runbook : null;
}

interface Written {
  readonly text: string;
  readonly isReadable: boolean;
}

/**
 * A runbook as a Markdown file. Front matter that was imported stays byte for byte where it still says what holds, as does the body; where a
 * field was changed here, its key alone is written anew. What the file would be understood as decides, and nothing else.
 */
function write(workspace: Workspace, runbook: Runbook, path: string): Written {
  const { frontMatter, body } = runbook;
  const differing = (text: string): readonly string[] => {
    const again = readAgain(workspace, path, text);
    return again === null || again.body !== body ? ['id'] : keysThatDiffer(again, runbook);
  };
  const asItIs = frontMatter + body;
  const changed = differing(asItIs);
  if (changed.length === 0) return { text: asItIs, isReadable: true };
  const { values, fault } = readFront(frontMatter);
  if (fault !== null) return { text: asItIs, isReadable: false };
  const ours = keyValues(workspace, runbook);
  const spliced = values === null ? null : spliceFront(frontMatter, ours, changed);
  if (spliced !== null && differing(spliced + body).length === 0)
    return { text: spliced + body, isReadable: true };
  const unknown = Object.entries(values ?? {}).filter(([key]) => !ours.has(key));
  const lineEnd = /^[^\n]*\r\n/.test(body) ? '\r\n' : '\n';
  return { text: frontOf([['id', runbook.id], ...ours, ...unknown], lineEnd) + body, isReadable: true };
}

/** `Profit & loss` as the stem of a file: `profit-loss`. Letters of every script stay. */
const stemOf = (title: string): string =>
  title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80) || 'runbook';

/** Names that some system keeps for itself, or that a folder's reader takes for its cover. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d|readme|index)$/;

/**
 * The names of runbooks in a folder, by their ids: `profit.md`. They say nothing of a marked passage.
 *
 * @param named names that runbooks have there already, and keep
 */
export function runbookPaths(
  runbooks: readonly Pick<Runbook, 'id' | 'title'>[],
  named: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, string> {
  const paths = new Map(named);
  const taken = new Set(named.values());
  // By id, so that the same runbooks get the same names whatever order they stand in.
  for (const { id, title } of [...runbooks].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (named.has(id)) continue;
    const plain = stemOf(redactText(title));
    const stem = reserved.test(plain) ? `${plain}-runbook` : plain;
    let path = `${stem}.md`;
    for (let count = 2; taken.has(path); count++) path = `${stem}-${String(count)}.md`;
    taken.add(path);
    paths.set(id, path);
  }
  return paths;
}

/** A file as an address in Markdown: letters of every script stay, what would end it or be read as something else is written by its bytes. */
const addressOf = (path: string): string =>
  path.replace(/[\s()<>%#?\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`);

/** What a text names lies beside it, pictures and other runbooks: whoever reads the folder elsewhere sees and follows them. */
function beside(
  workspace: Workspace,
  paths: ReadonlyMap<string, string>,
  { body }: Runbook,
  text: string,
): string {
  const front = text.length - body.length;
  const placed = withAddresses(body, ({ kind, url }) => {
    const target = innerTarget(url);
    if (kind === 'link') {
      const path = target?.kind === 'runbook' ? paths.get(target.id) : undefined;
      return path === undefined ? null : `${addressOf(path)}${/#.*$/.exec(url)?.[0] ?? ''}`;
    }
    const image =
      target?.kind === 'image' && Object.hasOwn(workspace.images, target.id)
        ? workspace.images[target.id as ImageId]
        : undefined;
    return image === undefined ? null : picturePath(image);
  });
  return text.slice(0, front) + placed;
}

const byPath = (a: { readonly path: string }, b: { readonly path: string }): number =>
  a.path < b.path ? -1 : 1;

/**
 * Runbooks as a folder of Markdown files with YAML front matter, without their marked passages, the pictures that they name beside them, linked to
 * one another by their files; a link to a runbook that is none of these stays `runbook:ID`. The same runbooks give the same bytes, so that a version control shows what changed and nothing else. Read again, the files give the same
 * runbooks; what nobody marked for redaction and nobody changed since it was imported comes out byte for byte as it came in.
 *
 * @param named files in which runbooks lie there already, by their ids
 */
export function runbookFolder(
  workspace: Workspace,
  asWritten: readonly Runbook[],
  named: ReadonlyMap<string, string> = new Map(),
): RunbookFolder {
  const runbooks = asWritten.map(redacted);
  const paths = runbookPaths(runbooks, named);
  const unreadable: string[] = [];
  const texts = runbooks.map((runbook) => {
    const path = paths.get(runbook.id) ?? `${runbook.id}.md`;
    const { text, isReadable } = write(workspace, runbook, path);
    if (!isReadable) unreadable.push(runbook.title);
    return { path, text: beside(workspace, paths, runbook, text) };
  });
  const shown = new Set(
    runbooks.flatMap((runbook) =>
      textsOf(runbook).flatMap((text) =>
        innerLinks(text)
          .filter(({ kind }) => kind === 'image')
          .map(({ id }) => id),
      ),
    ),
  );
  const images = [...shown].flatMap((id) => {
    const image = Object.hasOwn(workspace.images, id) ? workspace.images[id as ImageId] : undefined;
    return image === undefined ? [] : [{ path: picturePath(image), image }];
  });
  return { texts: texts.sort(byPath), images: images.sort(byPath), unreadable };
}
