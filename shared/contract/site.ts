/** The read-only site: what goes into it, and what became of its folder. Types only, as in channels.ts. */
import type { QuarterId } from '../model/dates.ts';

/** For whom a site is: who is not of the house gets less. */
export type SiteAudience = 'internal' | 'investor';

/** What a site may have besides its overview, schedule, rotations and the page to search. */
export type SitePart =
  'people' | 'holidays' | 'deadlines' | 'tasks' | 'leave' | 'runbooks' | 'calendars' | 'pdf';

export interface SiteOptions {
  /** In order of time. */
  readonly quarters: readonly QuarterId[];
  readonly audience: SiteAudience;
  readonly parts: readonly SitePart[];
}

/**
 * What publishing does to one file. `foreign` stands for a file under a name of the site that Evenwatch did not write, or that somebody
 * has changed since: it is never written over, and nothing is published as long as there is one. `kept` is one that the site has no
 * longer and that somebody has changed: it stays where it is.
 */
export type SiteFileState = 'new' | 'changed' | 'same' | 'removed' | 'foreign' | 'kept';

export interface SiteEntry {
  /** Within the folder, with `/`. */
  readonly path: string;
  readonly state: SiteFileState;
  /** Of what is published; null where nothing is, and of a PDF that is made only then. */
  readonly bytes: number | null;
}

/** A site beside its folder, before or after it was published. */
export interface SitePreview {
  /** Null where none was chosen, or the host has none to choose. */
  readonly folder: string | null;
  readonly entries: readonly SiteEntry[];
}
