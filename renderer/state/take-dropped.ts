import {
  dialogFirstText,
  emptyFolderText,
  nobodyYetText,
  noPlanText,
  readOnlyText,
  severalText,
  unreadFolderText,
} from '../../shared/words/drop-text.ts';
import { announce } from './announce.ts';
import { systemZone } from './clock.ts';
import { filesIn } from './folder-files.ts';
import { askPlace, handFiles, type ImportPlace } from './handed-files.ts';
import { keeper } from './keeper.ts';
import { openInstead } from './recent-files.ts';
import { isRunbook, sortDropped, type Sorted } from './sort-dropped.ts';
import { showToast } from './toast-store.ts';
import { useView } from './view-store.ts';
import { useWorkspaceStore } from './workspace-store.ts';

/** One thing that was dropped: `folder` where it is one, with what lies in it. */
export interface Dropped {
  readonly file: File;
  readonly folder: FileSystemDirectoryEntry | null;
}

function say(text: string): void {
  showToast({ text, tone: 'warning' });
  announce(text, 'assertive');
}

/** Opens a plan by its place on the desktop; in a browser by its text, where it becomes a plan of its own. */
async function openPlan(file: File): Promise<void> {
  const path = (await keeper().offer?.(file)) ?? null;
  await openInstead(
    path === null
      ? { kind: 'content', name: file.name, text: await file.text() }
      : { kind: 'file', file: path },
  );
}

function importInto(places: readonly ImportPlace[], files: readonly File[]): void {
  const [place] = places;
  const name = files[0]?.name ?? '';
  const { workspace, readOnlyBecause } = useWorkspaceStore.getState();
  if (place === undefined || workspace === null) return say(noPlanText(name));
  if (readOnlyBecause !== null) return say(readOnlyText(name, readOnlyBecause));
  if (places.length > 1) return askPlace(places, files);
  const isNobody = Object.values(workspace.people).every(({ archivedOn }) => archivedOn !== null);
  if (place === 'leave' && isNobody) return say(nobodyYetText(name));
  handFiles(place, files);
}

/** A folder comes in by its runbooks and their pictures. */
async function sortFolder(folder: FileSystemDirectoryEntry): Promise<Sorted> {
  let files: readonly File[];
  try {
    files = await filesIn(folder);
  } catch {
    return { kind: 'no', why: unreadFolderText(folder.name) };
  }
  return !files.some(isRunbook)
    ? { kind: 'no', why: emptyFolderText(folder.name) }
    : { kind: 'import', places: ['runbooks'], files };
}

function sort(dropped: readonly Dropped[]): Promise<Sorted> | Sorted {
  const folders = dropped.filter(({ folder }) => folder !== null);
  if (folders.length > 0 && dropped.length > 1) return { kind: 'no', why: severalText(dropped.length) };
  const [{ folder } = { folder: null }] = folders;
  const zone = useWorkspaceStore.getState().workspace?.about.zone ?? systemZone();
  return folder === null
    ? sortDropped(
        dropped.map(({ file }) => file),
        useView.getState().screen,
        zone,
      )
    : sortFolder(folder);
}

const isDialogOpen = (): boolean =>
  document.querySelector('[role=dialog][data-rac], [role=alertdialog]') !== null;

/** Opens a plan, hands other files to what reads them, or says why neither. */
export async function takeDropped(dropped: readonly Dropped[]): Promise<void> {
  const name = dropped[0]?.file.name ?? '';
  if (isDialogOpen()) return say(dialogFirstText(name));
  const sorted = await sort(dropped);
  if (sorted.kind === 'plan') await openPlan(sorted.file);
  else if (sorted.kind === 'no') say(sorted.why);
  else importInto(sorted.places, sorted.files);
}

/** Imports what waited for somebody to say where it goes. */
export const importHere = (place: ImportPlace, files: readonly File[]): void => importInto([place], files);
