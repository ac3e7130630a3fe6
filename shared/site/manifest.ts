import type { SiteFileState } from '../contract/site.ts';

/** The file in which a site remembers what of its folder it wrote. */
export const MANIFEST = 'evenwatch-site.json';

/** Folders within a site. */
export const siteFolders = ['people', 'rotations', 'runbooks', 'calendars'] as const;

/** One file that Evenwatch wrote. */
export interface ManifestFile {
  /**
   * Fingerprints of what it may hold: one, and while the site is being written the one before as well, so that a cut in the middle
   * leaves no file that is nobody's.
   */
  readonly hashes: readonly string[];
  /** Of a PDF: the fingerprint of what it was printed from, since two prints of one text never have the same bytes. */
  readonly source: string | null;
}

export interface Manifest {
  /** Whose site it is: the id of the workspace. */
  readonly workspace: string;
  readonly files: ReadonlyMap<string, ManifestFile>;
}

const path =
  /^(?:(?:people|rotations|runbooks|calendars)\/)?[a-z0-9][a-z0-9_.-]*\.(?:html|ics|pdf)$|^schedule-\d{4}-q[1-4]\.json$/;

/** A path that a site may have: whatever else stands in a manifest is never written or removed. */
export const isSitePath = (text: string): boolean =>
  path.test(text) && !text.includes('..') && text.length < 200;

const textIn = (value: unknown): value is string => typeof value === 'string' && value.length < 200;

function fileIn(value: unknown): ManifestFile | null {
  if (typeof value !== 'object' || value === null) return null;
  const { hashes, source = null } = value as { hashes?: unknown; source?: unknown };
  if (!Array.isArray(hashes) || !hashes.every(textIn)) return null;
  return source === null || textIn(source) ? { hashes, source } : null;
}

/** A manifest from its text; null where it is none. Entries that no site has are left out. */
export function readManifest(text: string): Manifest | null {
  try {
    const value = JSON.parse(text) as { workspace?: unknown; files?: unknown } | null;
    if (typeof value !== 'object' || value === null || !textIn(value.workspace)) return null;
    if (typeof value.files !== 'object' || value.files === null) return null;
    const files = Object.entries(value.files).flatMap(([name, entry]): [string, ManifestFile][] => {
      const file = isSitePath(name) ? fileIn(entry) : null;
      return file === null ? [] : [[name, file]];
    });
    return { workspace: value.workspace, files: new Map(files) };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Its text: by path, a line for each file, so that a comparison shows which changed. */
export function manifestText({ workspace, files }: Manifest): string {
  const lines = [...files]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(
      ([name, { hashes, source }]) =>
        `    ${JSON.stringify(name)}: ${JSON.stringify(source === null ? { hashes } : { hashes, source })}`,
    );
  return `{\n  "what": "Files of a site that Evenwatch wrote. It replaces and removes these and no others.",\n  "workspace": ${JSON.stringify(workspace)},\n  "files": {\n${lines.join(',\n')}\n  }\n}\n`;
}

/** A file as it is to be; a PDF has no hash before it is printed. */
export interface Wanted {
  readonly path: string;
  readonly hash: string | null;
  readonly source: string | null;
}

/**
 * What publishing does to each file, by path.
 *
 * @param known what the manifest says was written
 * @param found the fingerprint of what lies there; nothing for a file that is not there
 */
export function changesOf(
  wanted: readonly Wanted[],
  known: Manifest['files'],
  found: ReadonlyMap<string, string>,
): ReadonlyMap<string, SiteFileState> {
  const stateOf = ({ path: name, hash, source }: Wanted): SiteFileState => {
    const there = found.get(name);
    if (there === undefined) return 'new';
    const before = known.get(name);
    const isOurs = before?.hashes.includes(there) === true;
    if (hash !== null && there === hash) return 'same';
    if (!isOurs) return 'foreign';
    return hash === null && before.source === source ? 'same' : 'changed';
  };
  const states = new Map(wanted.map((one) => [one.path, stateOf(one)]));
  for (const [name, { hashes }] of known) {
    const there = found.get(name);
    if (states.has(name) || there === undefined) continue;
    states.set(name, hashes.includes(there) ? 'removed' : 'kept');
  }
  return new Map([...states].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/**
 * What of a text counts for whether it has changed. Of a calendar everything but the moments at which its events became what they are: an
 * event that nobody has published from the window yet gets another one each time.
 */
export const telling = (name: string, text: string): string =>
  name.endsWith('.ics') ? text.replace(/^(?:DTSTAMP|LAST-MODIFIED):.*\r\n/gm, '') : text;
