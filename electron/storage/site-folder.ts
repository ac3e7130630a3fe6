import { basename, dirname, join } from 'node:path';
import type { Problem } from '../../shared/contract/problems.ts';
import type { SiteEntry, SiteFileState } from '../../shared/contract/site.ts';
import {
  changesOf,
  isSitePath,
  MANIFEST,
  type Manifest,
  type ManifestFile,
  manifestText,
  readManifest,
  siteFolders,
  telling,
  type Wanted,
} from '../../shared/site/manifest.ts';
import type { Files, Ports } from '../ports.ts';
import { base64Of, bytesOf, textOf } from './disk-text.ts';
import { temporaryEnd } from './durable-write.ts';

/** A file that a site is to have. */
export interface SiteContent {
  readonly path: string;
  /** Null of a PDF, which is printed only where it has changed. */
  readonly text: string | null;
  /** Of a PDF: what it is printed from. */
  readonly source: string | null;
  readonly print: (() => Promise<Uint8Array>) | null;
}

export type SitePorts = Pick<Ports, 'files' | 'nonce' | 'hash'>;

/** A folder that is not ours to write into, as a problem that the lead is told. Everything else that is thrown comes from the disk. */
export class SiteRefused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.kind);
    this.problem = problem;
  }
}

/** A site beside its folder. */
export interface SiteComparison {
  /** With every link followed. */
  readonly root: string;
  readonly states: ReadonlyMap<string, SiteFileState>;
  readonly manifest: Manifest;
  readonly contents: ReadonlyMap<string, SiteContent>;
}

/** Longer than any page: texts of a runbook have at most 2 MB, its pictures 20. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Names a content: a text by what counts for a change, a PDF by its bytes. */
function fingerprint(path: string, content: string | Uint8Array, { hash }: SitePorts): string {
  if (path.endsWith('.pdf'))
    return hash(typeof content === 'string' ? content : base64Of(content)).slice(0, 32);
  return hash(telling(path, typeof content === 'string' ? content : new TextDecoder().decode(content))).slice(
    0,
    32,
  );
}

const refusedBy = (folder: string, names: readonly string[]): SiteRefused =>
  new SiteRefused({ kind: 'site-foreign', folder, files: names });

async function manifestIn(root: string, workspace: string, { files }: SitePorts): Promise<Manifest> {
  const path = join(root, MANIFEST);
  const empty: Manifest = { workspace, files: new Map() };
  if ((await files.look(path)) === null) return empty;
  const text = textOf(await files.read(path, MOST_BYTES));
  const manifest = text.ok ? readManifest(text.value) : null;
  if (manifest === null) throw refusedBy(root, [MANIFEST]);
  if (manifest.workspace !== workspace) throw new SiteRefused({ kind: 'site-of-another', folder: root });
  return manifest;
}

/** A folder within the site that is a link would lead writes to somewhere else. */
async function refuseLinks(root: string, { files }: SitePorts): Promise<void> {
  for (const name of siteFolders) {
    const path = join(root, name);
    const there = await files.look(path);
    if (there === null) continue;
    if (!there.folder || (await files.resolve(path)) !== path) throw refusedBy(root, [name]);
  }
}

async function fingerprintsIn(
  root: string,
  paths: Iterable<string>,
  ports: SitePorts,
  check: () => void,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const path of paths) {
    check();
    const file = join(root, path);
    const there = await ports.files.look(file);
    if (there === null) continue;
    // What is no ordinary file of a sensible size is nobody's page.
    found.set(
      path,
      there.folder || there.bytes > MOST_BYTES
        ? 'none of ours'
        : fingerprint(path, await ports.files.read(file, MOST_BYTES), ports),
    );
  }
  return found;
}

/**
 * Compares a site with a folder that is there. Reads alone.
 *
 * @param check throws once nobody wants the answer any more
 * @throws SiteRefused where the folder is somebody else's; the error of the disk
 */
export async function compareSite(
  folder: string,
  workspace: string,
  contents: readonly SiteContent[],
  ports: SitePorts,
  check: () => void = () => undefined,
): Promise<SiteComparison> {
  const root = await ports.files.resolve(folder);
  const manifest = await manifestIn(root, workspace, ports);
  await refuseLinks(root, ports);
  const wanted = contents.map(({ path, text, source }): Wanted => ({
    path,
    source,
    hash: text === null ? null : fingerprint(path, text, ports),
  }));
  const paths = new Set([...wanted.map(({ path }) => path), ...manifest.files.keys()]);
  const found = await fingerprintsIn(root, paths, ports, check);
  return {
    root,
    states: changesOf(wanted, manifest.files, found),
    manifest,
    contents: new Map(contents.map((one) => [one.path, one])),
  };
}

/** The comparison as it is told. */
export const entriesOf = ({
  states,
  contents,
}: Pick<SiteComparison, 'states' | 'contents'>): readonly SiteEntry[] =>
  [...states].map(([path, state]) => {
    const text = contents.get(path)?.text ?? null;
    return { path, state, bytes: text === null ? null : bytesOf(text).length };
  });

/** Links lead from the overview: it comes last, when what it leads to is there. */
const overviewLast = (one: string, other: string): number =>
  Number(one === 'index.html') - Number(other === 'index.html') || (one < other ? -1 : 1);

/** A file under a name of its own beside the one that it is to replace. */
async function stage(files: Files, path: string, bytes: Uint8Array, nonce: string): Promise<string> {
  const temporary = join(dirname(path), `.${basename(path)}.${nonce}${temporaryEnd}`);
  const file = await files.create(temporary, 'everybody');
  try {
    try {
      await file.write(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    await removeQuietly(files, temporary);
    throw error;
  }
  return temporary;
}

/** What a publication that was cut off left under names of its own. */
async function removeLeftovers(root: string, { files }: SitePorts): Promise<void> {
  for (const folder of ['', ...siteFolders]) {
    for (const name of await files.list(join(root, folder))) {
      const page = /^\.(.+)\.[0-9a-f]{32}\.evenwatch-tmp$/.exec(name)?.[1];
      const path = folder === '' ? page : `${folder}/${page ?? ''}`;
      if (page !== undefined && path !== undefined && (isSitePath(path) || path === MANIFEST))
        await files.remove(join(root, folder, name));
    }
  }
}

export interface PublishSteps {
  /** Throws once the lead has called it off; not asked any more when files begin to be replaced. */
  readonly check: () => void;
  readonly tell: (done: number, of: number) => void;
}

/**
 * Writes what has changed and removes what is no longer part. All of it is written under other names first: until that is done, a full
 * disk or a cancelled run leaves the old site as it was. Then names are exchanged, the overview last; what is removed goes after that, so
 * that no page ever leads nowhere for longer than the exchange takes.
 *
 * @throws SiteRefused where a file is not ours, before anything is written; the error of the disk
 */
export async function publishSite(
  { root, states, manifest, contents }: SiteComparison,
  ports: SitePorts,
  { check, tell }: PublishSteps,
): Promise<void> {
  const { files, nonce } = ports;
  const having = (...wanted: readonly SiteFileState[]): readonly string[] =>
    [...states].filter(([, state]) => wanted.includes(state)).map(([path]) => path);
  const foreign = having('foreign');
  if (foreign.length > 0) throw refusedBy(root, foreign);
  const writing = [...having('new', 'changed')].sort(overviewLast);
  const removing = having('removed');
  const same = new Set(having('same'));
  await removeLeftovers(root, ports);

  const staged = new Map<string, { readonly temporary: string; readonly file: ManifestFile }>();
  try {
    for (const path of writing) {
      check();
      tell(staged.size, writing.length);
      const content = contents.get(path);
      if (content === undefined) throw new Error(`${path} has no content`);
      const bytes = content.text === null ? await content.print?.() : bytesOf(content.text);
      if (bytes === undefined) throw new Error(`${path} cannot be printed`);
      check();
      if (path.includes('/')) await files.makeFolder(join(root, dirname(path)), 'everybody');
      const temporary = await stage(files, join(root, path), bytes, nonce());
      const hash = fingerprint(path, content.text ?? bytes, ports);
      staged.set(path, { temporary, file: { hashes: [hash], source: content.source } });
    }
    check();
    const standing = [...manifest.files].filter(
      ([path]) => same.has(path) || removing.includes(path) || staged.has(path),
    );
    const adopted = [...same]
      .filter((path) => !manifest.files.has(path))
      .map((path): [string, ManifestFile] => {
        const text = contents.get(path)?.text ?? '';
        return [path, { hashes: [fingerprint(path, text, ports)], source: null }];
      });
    const during = new Map<string, ManifestFile>([...standing, ...adopted]);
    for (const [path, { file }] of staged)
      during.set(path, { ...file, hashes: [...file.hashes, ...(manifest.files.get(path)?.hashes ?? [])] });
    const after = new Map(during);
    for (const path of removing) after.delete(path);
    for (const [path, { file }] of staged) after.set(path, file);
    if (staged.size > 0 || removing.length > 0)
      await writeManifest(root, { ...manifest, files: during }, ports);
    for (const [path, { temporary }] of staged) await files.rename(temporary, join(root, path));
    for (const path of removing) await files.remove(join(root, path));
    await writeManifest(root, { ...manifest, files: after }, ports);
  } catch (error) {
    for (const { temporary } of staged.values()) await removeQuietly(files, temporary);
    throw error;
  }
  for (const name of siteFolders) await files.removeFolder(join(root, name));
  for (const name of ['', ...siteFolders])
    if ((await files.look(join(root, name))) !== null) await files.syncFolder(join(root, name));
  tell(writing.length, writing.length);
}

/** The manifest, unless the very same one is there. */
async function writeManifest(root: string, manifest: Manifest, { files, nonce }: SitePorts): Promise<void> {
  const path = join(root, MANIFEST);
  const bytes = bytesOf(manifestText(manifest));
  if ((await files.look(path)) !== null) {
    const there = await files.read(path, MOST_BYTES);
    if (there.length === bytes.length && there.every((byte, at) => byte === bytes[at])) return;
  }
  const temporary = await stage(files, path, bytes, nonce());
  try {
    await files.rename(temporary, path);
  } catch (error) {
    await removeQuietly(files, temporary);
    throw error;
  }
}

/** The first error says why; a second one, from clearing up on the same disk, would hide it. */
async function removeQuietly(files: Files, path: string): Promise<void> {
  try {
    await files.remove(path);
  } catch {
    return; // the next publication removes it: removeLeftovers
  }
}
