/** Files of a dropped folder that are looked at, at most: nobody waits for a whole disk to be read. */
const MOST_FILES = 2000;
/** How far down folders are followed. */
const MOST_DEPTH = 8;

const inOne = (folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> =>
  new Promise((resolve, reject) => {
    const reader = folder.createReader();
    const all: FileSystemEntry[] = [];
    // A reader answers in parts, and with none when all have been given.
    const next = (): void =>
      reader.readEntries((entries) => {
        all.push(...entries);
        if (entries.length === 0 || all.length > MOST_FILES) resolve(all);
        else next();
      }, reject);
    next();
  });

/** A file of a folder names its path there, as those of a chosen folder do. */
async function fileOf(entry: FileSystemFileEntry): Promise<File> {
  const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
  return Object.defineProperty(file, 'webkitRelativePath', { value: entry.fullPath.replace(/^\//, '') });
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

/** All files of a folder and of those in it, but for what is hidden. Rejects where the system does not let it be read. */
export async function filesIn(folder: FileSystemDirectoryEntry, depth = 0): Promise<readonly File[]> {
  const entries = (await inOne(folder)).filter(({ name }) => !/^\.|^node_modules$/.test(name));
  const files: File[] = await Promise.all(entries.filter(isFile).map(fileOf));
  for (const below of depth < MOST_DEPTH ? entries.filter(isFolder) : []) {
    if (files.length >= MOST_FILES) break;
    files.push(...(await filesIn(below, depth + 1)));
  }
  return files.slice(0, MOST_FILES);
}
