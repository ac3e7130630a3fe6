import type { ImportProblem } from '../../../shared/exchange/import-report.ts';
import type { ImportedRunbook } from '../../../shared/exchange/runbook-import.ts';
import {
  fileMeant,
  pictureAddresses,
  pictureId,
  picturePath,
  withPictureAddresses,
} from '../../../shared/exchange/runbook-pictures.ts';
import type { ImageId } from '../../../shared/model/ids.ts';
import type { Image } from '../../../shared/model/image.ts';
import { mostImageBytes } from '../../../shared/model/image-limits.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { imageFault, imageType } from '../../../shared/runbooks/images.ts';
import { innerLinks, innerTarget, textsOf } from '../../../shared/runbooks/links.ts';
import { pictureFaultText } from '../../../shared/words/picture-text.ts';
import { base64Of } from '../../state/save-file.ts';
import type { PickedFile } from './picked-files.ts';

/** Runbooks of an import with the pictures that they name, kept beside them as the editor keeps them. */
export interface WithPictures {
  readonly items: readonly ImportedRunbook[];
  readonly images: readonly Image[];
  readonly problems: readonly ImportProblem[];
  /** Paths of the files that were asked for. */
  readonly used: ReadonlySet<string>;
}

const types: readonly Image['type'][] = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Reads the pictures that the texts of an import name by their place in its folder, and lets the texts name them by what they are kept as. */
export async function readRunbookPictures(
  workspace: Workspace,
  imported: readonly ImportedRunbook[],
  files: readonly PickedFile[],
  rest: () => Promise<void>,
): Promise<WithPictures> {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const images = new Map<string, Image>();
  const idOf = new Map<string, string | null>();
  const problems: ImportProblem[] = [];
  const kept = (): readonly Image[] => [...Object.values(workspace.images), ...images.values()];

  const freeId = (wanted: string): string => {
    let id = wanted;
    const isTaken = (one: string): boolean => Object.hasOwn(workspace.images, one) || images.has(one);
    for (let count = 2; isTaken(id); count++) id = `${wanted}-${String(count)}`;
    return id;
  };
  /** The id under which a file is kept; null where it cannot be, which is told. */
  const keep = async (path: string, { runbook, row }: ImportedRunbook): Promise<string | null> => {
    const known = idOf.get(path);
    if (known !== undefined) return known;
    const tell = (what: string): null => {
      problems.push({ row, column: path, severity: 'warning', what });
      idOf.set(path, null);
      return null;
    };
    const file = byPath.get(path);
    if (file === undefined) return tell('the text names this picture, and it is not among the files');
    await rest();
    let bytes: Uint8Array;
    try {
      bytes = await file.read(mostImageBytes + 1);
    } catch (error) {
      return tell(`it could not be read: ${textOf(error)}`);
    }
    const type = imageType(bytes);
    const base64 = type === null ? '' : base64Of(bytes);
    const same = kept().find((one) => one.base64 === base64 && one.runbook === runbook.id);
    if (same !== undefined) {
      idOf.set(path, same.id);
      return same.id;
    }
    const fault = type === null ? ({ kind: 'no-picture' } as const) : imageFault(bytes, kept());
    const name = path.split('/').at(-1) ?? path;
    if (fault !== null || type === null)
      return tell(
        pictureFaultText(
          name,
          fault?.kind === 'too-large' ? { ...fault, bytes: file.size } : (fault ?? { kind: 'no-picture' }),
        ),
      );
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
      if (kind !== 'image' || Object.hasOwn(workspace.images, id) || images.has(id)) continue;
      const places = types.flatMap((type) => [
        picturePath({ id: id as ImageId, type }),
        picturePath({ id: `image-${id}` as ImageId, type }),
      ]);
      const place = places.map((one) => [...folder, one].join('/')).find((one) => byPath.has(one));
      if (place !== undefined) await keep(place, item);
    }
  };

  const items: ImportedRunbook[] = [];
  for (const item of imported) {
    const addresses = new Map<string, string>();
    for (const { url } of pictureAddresses(item.runbook.body)) {
      if (innerTarget(url) !== null) continue;
      const path = fileMeant(url, item.path);
      const id = path === null ? null : await keep(path, item);
      if (id !== null) addresses.set(url, `image:${id}`);
    }
    await keepNamed(item);
    const body = withPictureAddresses(item.runbook.body, (url) => addresses.get(url) ?? null);
    items.push(body === item.runbook.body ? item : { ...item, runbook: { ...item.runbook, body } });
  }
  return { items, images: [...images.values()], problems, used: new Set(idOf.keys()) };
}
