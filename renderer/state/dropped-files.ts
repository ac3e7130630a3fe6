import type { Dropped } from './take-dropped.ts';

const holdsFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true;

const isFolder = (entry: FileSystemEntry | null): entry is FileSystemDirectoryEntry =>
  entry?.isDirectory === true;

/** What was dropped; asked for at once, since a drop forgets it. */
function droppedIn({ dataTransfer }: DragEvent): readonly Dropped[] {
  const items = [...(dataTransfer?.items ?? [])].filter(({ kind }) => kind === 'file');
  return [...(dataTransfer?.files ?? [])].map((file, at) => {
    const entry = items[at]?.webkitGetAsEntry() ?? null;
    return { file, folder: isFolder(entry) ? entry : null };
  });
}

/** Hears files that are dropped anywhere on the window, where nobody there takes them. */
export function bindDrops(page: Window): void {
  page.addEventListener('dragover', (event) => {
    if (!holdsFiles(event) || event.defaultPrevented) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
  });
  page.addEventListener('drop', (event) => {
    if (!holdsFiles(event) || event.defaultPrevented) return;
    event.preventDefault();
    const dropped = droppedIn(event);
    if (dropped.length > 0) void import('./take-dropped.ts').then(({ takeDropped }) => takeDropped(dropped));
  });
}
