import type { ImportProblem } from '../exchange/import-report.ts';
import { addressesIn, fileMeant, withAddresses } from '../exchange/runbook-addresses.ts';
import type { ImportedRunbook } from '../exchange/runbook-import.ts';
import { runbookPaths } from '../exchange/runbook-out.ts';
import { pictureId, picturePath } from '../exchange/runbook-pictures.ts';
import type { ImageId } from '../model/ids.ts';
import type { Image } from '../model/image.ts';
import { mostImageBytes } from '../model/image-limits.ts';
import type { Workspace } from '../model/workspace.ts';
import { imageFault, imageType } from '../runbooks/images.ts';
import { innerLinks, innerTarget, textsOf } from '../runbooks/links.ts';
import { pictureFaultText } from './picture-text.ts';
import { unreadText } from './runbook-import-text.ts';
import type { FileReading, RunbookFile } from './runbook-files.ts';

/** Runbooks of an import whose texts name pictures and one another as those are kept here. */
export interface WithInner {
  readonly items: readonly ImportedRunbook[];
  readonly images: readonly Image[];
  readonly problems: readonly ImportProblem[];
  /** Paths of the files that were asked for. */
  readonly used: ReadonlySet<string>;
}

const types: readonly Image['type'][] = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

/** Keeps the pictures of an import, each once: by its place in the folder, under the id that its name gives. */
function pictureKeeper(workspace: Workspace, files: readonly RunbookFile[], reading: FileReading) {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const images = new Map<string, Image>();
  const idOf = new Map<string, string | null>();
  const problems: ImportProblem[] = [];
  const kept = (): readonly Image[] => [...Object.values(workspace.images), ...images.values()];
  const isTaken = (one: string): boolean => Object.hasOwn(workspace.images, one) || images.has(one);
  const freeId = (wanted: string): string => {
    let id = wanted;
    for (let count = 2; isTaken(id); count++) id = `${wanted}-${String(count)}`;
    return id;
  };
  /** The id under which a file is kept; null where it cannot be, which is told. */
  const keep = async (path: string, { runbook }: ImportedRunbook): Promise<string | null> => {
    const known = idOf.get(path);
    if (known !== undefined) return known;
    const tell = (what: string): null => {
      problems.push({ row: null, column: path, severity: 'warning', what });
      idOf.set(path, null);
      return null;
    };
    const file = byPath.get(path);
    if (file === undefined) return tell('the text names this picture, and it is not among the files');
    const name = path.split('/').at(-1) ?? path;
    if (file.size > mostImageBytes)
      return tell(pictureFaultText(name, { kind: 'too-large', bytes: file.size }));
    await reading.rest();
    let bytes: Uint8Array;
    try {
      bytes = await file.read();
    } catch (error) {
      return tell(unreadText(error));
    }
    const type = imageType(bytes);
    const base64 = type === null ? '' : reading.base64(bytes);
    const same = kept().find((one) => one.base64 === base64 && one.runbook === runbook.id);
    if (same !== undefined) {
      idOf.set(path, same.id);
      return same.id;
    }
    const fault = imageFault(bytes, kept());
    if (fault !== null || type === null) return tell(pictureFaultText(name, fault ?? { kind: 'no-picture' }));
    // A newer version of a picture that this runbook has takes its place.
    const wanted = pictureId(path);
    const before = workspace.images[wanted as ImageId];
    const isNewer = before?.runbook === runbook.id && !images.has(wanted);
    const id = isNewer ? wanted : freeId(wanted);
    images.set(id, { id: id as ImageId, runbook: runbook.id, name: name.slice(0, 200), type, base64 });
    idOf.set(path, id);
    return id;
  };
  /** Files of our own folders, whose texts name a picture by its id outside the notes. */
  const keepNamed = async (item: ImportedRunbook): Promise<void> => {
    const folder = item.path.split('/').slice(0, -1);
    for (const { kind, id } of textsOf(item.runbook).flatMap(innerLinks)) {
      if (kind !== 'image' || isTaken(id)) continue;
      const places = types.flatMap((type) => [
        picturePath({ id: id as ImageId, type }),
        picturePath({ id: `image-${id}` as ImageId, type }),
      ]);
      const place = places.map((one) => [...folder, one].join('/')).find((one) => byPath.has(one));
      if (place !== undefined) await keep(place, item);
    }
  };
  return { keep, keepNamed, images, problems, idOf };
}

/**
 * The runbook that a path of an import means: the one that its file makes, else, of a file that was not chosen, the one that the plan would write under
 * this name into the same folder. Null where it is none, or several.
 */
function runbookAt(workspace: Workspace, imported: readonly ImportedRunbook[]) {
  const chosen = new Map<string, string | null>();
  for (const { path, runbook } of imported) chosen.set(path, chosen.has(path) ? null : runbook.id);
  const here = new Map(
    [...runbookPaths(Object.values(workspace.runbooks))].map(([id, path]) => [path, id] as const),
  );
  return (path: string, from: string): string | null => {
    const known = chosen.get(path);
    if (known !== undefined) return known;
    const folder = from.slice(0, from.lastIndexOf('/') + 1);
    return path.startsWith(folder) ? (here.get(path.slice(folder.length)) ?? null) : null;
  };
}

/**
 * Reads the pictures that the texts of an import name by their place in its folder, and lets the texts name pictures and other runbooks by what they
 * are kept as: `runbook:ID` in place of `growth.md`. An address that means nothing of the import stays as it is.
 */
export async function withInner(
  workspace: Workspace,
  imported: readonly ImportedRunbook[],
  files: readonly RunbookFile[],
  reading: FileReading,
): Promise<WithInner> {
  const { keep, keepNamed, images, problems, idOf } = pictureKeeper(workspace, files, reading);
  const runbook = runbookAt(workspace, imported);
  const items: ImportedRunbook[] = [];
  for (const item of imported) {
    await reading.rest();
    const addresses = new Map<string, string>();
    for (const { kind, url } of addressesIn(item.runbook.body)) {
      const path = innerTarget(url) === null ? fileMeant(url, item.path) : null;
      if (path === null) continue;
      const id = kind === 'picture' ? await keep(path, item) : runbook(path, item.path);
      if (id === null) continue;
      const place = kind === 'picture' ? '' : (/#.*$/.exec(url)?.[0] ?? '');
      addresses.set(`${kind} ${url}`, `${kind === 'picture' ? 'image' : 'runbook'}:${id}${place}`);
    }
    await keepNamed(item);
    const body =
      addresses.size === 0
        ? item.runbook.body
        : withAddresses(item.runbook.body, ({ kind, url }) => addresses.get(`${kind} ${url}`) ?? null);
    items.push(body === item.runbook.body ? item : { ...item, runbook: { ...item.runbook, body } });
  }
  return { items, images: [...images.values()], problems, used: new Set(idOf.keys()) };
}
