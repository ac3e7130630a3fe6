import { basename, dirname, join, resolve } from 'node:path';

/** Where the parts of one workspace lie. */
export interface Places {
  readonly file: string;
  /** Holds everything below; made by us. */
  readonly folder: string;
  readonly previous: string;
  readonly journal: string;
  readonly backups: string;
  readonly quarantine: string;
  readonly owner: string;
  /** Checksums of the versions of the file that were written here. */
  readonly written: string;
  /** Says that the last checkpoint failed, until the next start told the lead. */
  readonly unfinished: string;
  /** What is being written of runbooks and not saved. */
  readonly drafts: string;
}

export const workspacesIn = (dataFolder: string): string => join(dataFolder, 'workspaces');

/**
 * A workspace of our own has a folder to itself, with its parts beside it. A file that lies elsewhere stays there, and its parts
 * go to a folder next to it: `team.json.evenwatch`.
 */
export function placesOf(file: string, dataFolder: string): Places {
  const path = resolve(file);
  const isOurs =
    dirname(dirname(path)) === workspacesIn(resolve(dataFolder)) && basename(path) === 'workspace.json';
  return placesIn(isOurs ? dirname(path) : besideOf(path), path);
}

/** The folder that holds the parts of a file that lies elsewhere. */
export const besideOf = (path: string): string => `${path}.evenwatch`;

/** The parts of a file, in a folder. */
export function placesIn(folder: string, path: string): Places {
  return {
    file: path,
    folder,
    previous: join(folder, 'previous.json'),
    journal: join(folder, 'journal'),
    backups: join(folder, 'backups'),
    quarantine: join(folder, 'quarantine'),
    owner: join(folder, 'owner.json'),
    written: join(folder, 'written.json'),
    unfinished: join(folder, 'unfinished.json'),
    drafts: join(folder, 'drafts.json'),
  };
}

export const fileNameOf = (path: string): string => basename(path);

export const inQuarantine = (places: Places, name: string): string => join(places.quarantine, name);

/** A name for a folder from the name of a workspace: `Data Pipelines` becomes `data-pipelines`. Never a path. */
export function folderNameOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  return plain === '' ? 'workspace' : plain;
}

/** An ISO instant as part of a file name, also on Windows: `2026-11-23T10-15-00Z`. */
export const inName = (instant: string): string => instant.replace(/\.\d+/, '').replaceAll(':', '-');

/** File of the workspace that has this folder in the data folder. */
export const workspaceFile = (dataFolder: string, folder: string): string =>
  join(workspacesIn(dataFolder), folder, 'workspace.json');
