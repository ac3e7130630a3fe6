import { join } from 'node:path';
import { z } from 'zod';
import { defaultPreferences, mostViews, type Preferences } from '../../shared/contract/preferences.ts';
import { preferencesSchema, siteOptionsSchema } from '../../shared/contract/schemas.ts';
import type { SiteOptions } from '../../shared/contract/site.ts';
import type { Ports } from '../ports.ts';
import { bytesOf, textOf } from './disk-text.ts';
import { durableWrite } from './durable-write.ts';
import { setAside } from './quarantine.ts';
import { faultOf } from './log-line.ts';

/** What is set on this machine for all workspaces. Files of older versions hold fewer fields, those of newer ones more. */
export interface Settings {
  readonly backupFolder: string | null;
  readonly preferences: Preferences;
  /** Where the site of each workspace went last, and what was in it, by the id of the workspace. */
  readonly sites: Readonly<Record<string, SiteSettings>>;
}

export interface SiteSettings {
  readonly folder: string | null;
  readonly options: SiteOptions | null;
}

export type SettingsPorts = Pick<Ports, 'files' | 'host' | 'nonce' | 'log' | 'clock'>;

const objectSchema = z.record(z.string(), z.unknown());
const folderSchema = z.string().min(1).nullable();
const siteSchema = z.object({ folder: folderSchema, options: siteOptionsSchema.nullable() });

type Fields = Readonly<Record<string, unknown>>;

const settingsFile = (ports: Pick<Ports, 'host'>): string => join(ports.host.dataFolder, 'settings.json');

interface Found {
  /** What the file holds, also what this version does not know; empty where there is none, or its bytes are no settings. */
  readonly fields: Fields;
  /** The bytes, where they are no settings. */
  readonly damaged: Uint8Array | null;
}

/** Looks at the file; rejects where the disk does not give it out. */
async function findSettings(ports: SettingsPorts): Promise<Found> {
  const path = settingsFile(ports);
  if ((await ports.files.look(path)) === null) return { fields: {}, damaged: null };
  const bytes = await ports.files.read(path, 256 * 1024);
  const fields = fieldsOf(bytes);
  return fields === null ? { fields: {}, damaged: bytes } : { fields, damaged: null };
}

function fieldsOf(bytes: Uint8Array): Fields | null {
  const text = textOf(bytes);
  if (!text.ok) return null;
  try {
    return objectOf(JSON.parse(text.value));
  } catch {
    return null; // no JSON: the caller keeps the bytes
  }
}

const objectOf = (value: unknown): Fields | null => objectSchema.safeParse(value).data ?? null;

/** Field by field, so that one that this version does not know leaves the others alone. */
function settingsOf(fields: Fields): Settings {
  const folder = folderSchema.safeParse(fields['backupFolder']);
  return {
    backupFolder: folder.success ? folder.data : null,
    preferences: preferencesOf(objectOf(fields['preferences']) ?? {}),
    sites: sitesOf(objectOf(fields['sites']) ?? {}),
  };
}

const sitesOf = (fields: Fields): Settings['sites'] =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([id, field]) => {
      const parsed = siteSchema.safeParse(field);
      return parsed.success ? [[id, parsed.data]] : [];
    }),
  );

/** The preferences that stand for themselves. */
const single = [
  'theme',
  'contrast',
  'letterKeys',
  'order',
  'clock',
  'weekStart',
  'numbers',
  'remind',
  'tourSeen',
  'quarterUnderway',
] as const;

function preferencesOf(fields: Fields): Preferences {
  let preferences = defaultPreferences;
  for (const name of single) {
    const parsed = preferencesSchema.safeParse({ ...preferences, [name]: fields[name] });
    if (parsed.success) preferences = parsed.data;
  }
  const views = viewsIn(fields).flatMap((view) => parsedView(view)?.views ?? []);
  return { ...preferences, views: views.slice(0, mostViews) };
}

const viewsIn = (fields: Fields): readonly unknown[] =>
  Array.isArray(fields['views']) ? (fields['views'] as readonly unknown[]) : [];

const parsedView = (view: unknown): Preferences | null =>
  preferencesSchema.safeParse({ ...defaultPreferences, views: [view] }).data ?? null;

/** The settings of this machine; those of a fresh one where the file is missing, or cannot be read, which the log then says. */
export async function readSettings(ports: SettingsPorts): Promise<Settings> {
  const path = settingsFile(ports);
  try {
    const { fields, damaged } = await findSettings(ports);
    if (damaged !== null) ports.log(`${path} cannot be read; the usual settings are taken`);
    return settingsOf(fields);
  } catch (error) {
    ports.log(`${path} cannot be read: ${faultOf(error)}`);
    return settingsOf({});
  }
}

/** The fields to write: those that change over those that were there, and what this version cannot read stays. */
function changed(fields: Fields, { preferences, ...others }: Partial<Settings>): Fields {
  if (preferences === undefined) return { ...fields, ...others };
  const before = objectOf(fields['preferences']) ?? {};
  const unread = viewsIn(before).filter((view) => parsedView(view) === null);
  const views = [...preferences.views, ...unread];
  return { ...fields, ...others, preferences: { ...before, ...preferences, views } };
}

let writing: Promise<unknown> = Promise.resolve();

/**
 * Changes some settings and leaves the others. One change at a time: two at once would each write what the other had not yet. A file
 * that is damaged is kept under another name first; where the disk does not give the file out, nothing is written, and this rejects.
 */
export function changeSettings(change: Partial<Settings>, ports: SettingsPorts): Promise<void> {
  const next = writing.then(async () => {
    const path = settingsFile(ports);
    const { fields, damaged } = await findSettings(ports);
    await ports.files.makeFolder(ports.host.dataFolder);
    if (damaged !== null) {
      const stamp = { now: ports.clock.now(), nonce: ports.nonce() };
      const quarantine = join(ports.host.dataFolder, 'quarantine');
      ports.log(
        `${path} is damaged; kept as ${await setAside(ports.files, { quarantine }, path, damaged, stamp)}`,
      );
    }
    await durableWrite(ports.files, path, bytesOf(JSON.stringify(changed(fields, change))), ports.nonce());
  });
  writing = next.catch(() => undefined);
  return next;
}
