/**
 * What a window may send, channel by channel. A window is not trusted: whoever gets script into it must not be able to send
 * anything but this. Replies are made by the keeper and are types only.
 */
import { z } from 'zod';
import { commandSchema } from '../editing/command.ts';
import { localDateSchema, quarterIdSchema } from '../model/dates.ts';
import { personIdSchema, rotationIdSchema, runbookIdSchema } from '../model/ids.ts';
import { tableNames, workspaceSchema } from '../model/workspace.ts';
import type { ChannelName, Channels } from './channels.ts';
import { keptDraftSchema, mostDrafts } from './drafts.ts';
import { mostViews, numberMarks, stepIds } from './preferences.ts';
import { serviceCaps, serviceSchemas } from './service-schemas.ts';
import { mostEntries } from './window-face.ts';

const kilobyte = 1024;
const megabyte = 1024 * kilobyte;

/** Longest request, as JSON text in UTF-16 units. */
export const requestCaps: Readonly<Record<ChannelName, number>> = {
  'host.info': kilobyte,
  'workspace.recent': kilobyte,
  'workspace.forget': 16 * kilobyte,
  'workspace.open': 64 * megabyte,
  // The undo of a restore carries every record that it changed.
  'workspace.apply': 64 * megabyte,
  'workspace.saveCopy': 64 * megabyte,
  'workspace.close': kilobyte,
  'restore.points': 16 * kilobyte,
  'restore.preview': 16 * kilobyte,
  'restore.apply': 16 * kilobyte,
  'restore.export': 16 * kilobyte,
  'journal.export': kilobyte,
  'backups.settings': kilobyte,
  'backups.choose': kilobyte,
  'versions.list': kilobyte,
  'versions.compare': 64 * megabyte,
  'versions.resolve': 64 * megabyte,
  'preferences.read': kilobyte,
  'preferences.save': 256 * kilobyte,
  'file.save': 64 * megabyte,
  'page.pdf': 256 * kilobyte,
  'runbooks.pdf': 256 * kilobyte,
  'runbooks.folder': 256 * kilobyte,
  'site.folder': kilobyte,
  'site.run': 16 * kilobyte,
  'print.state': kilobyte,
  'print.cancel': kilobyte,
  'runbook.versions': kilobyte,
  'drafts.read': 16 * kilobyte,
  'drafts.keep': 64 * megabyte,
  'shell.openLink': 4 * kilobyte,
  'notice.show': 4 * kilobyte,
  'window.show': 256 * kilobyte,
  ...serviceCaps,
};

/** Longest request of any channel: what a transport takes in at all. */
export const longestRequest = Math.max(...Object.values(requestCaps));

const revision = z.int().min(0);

const openSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('last') }),
  z.strictObject({ kind: z.literal('sample') }),
  z.strictObject({ kind: z.literal('file'), file: z.string().min(1).max(4096) }),
  z.strictObject({ kind: z.literal('choose') }),
  z.strictObject({ kind: z.literal('content'), name: z.string().min(1).max(255), text: z.string() }),
  z.strictObject({ kind: z.literal('new'), workspace: workspaceSchema }),
]);

/**
 * A link that may leave the app: to a page or to a mail program. Spelled out in full, without a user name: `https://bank@evil.example`
 * leads to evil.
 */
const link = z
  .string()
  .max(2048)
  .regex(/^(https:\/\/[^/?#@\\\s]+([/?#][^\\\s]*)?|mailto:[^\\\s]+)$/, 'an https or mailto link');

const pendingEdit = z.strictObject({
  baseRevision: revision,
  title: z.string().min(1).max(500),
  command: commandSchema,
});

/** A file of the list of recent workspaces; null is the open one. */
const listedFile = z.string().min(1).max(4096).nullable();

/** The file that the window has open; another one's is neither read nor written. */
const openFile = z.string().min(1).max(4096);

const actionId = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/);

/** A line of a menu. Keys in another form could not be written as the system writes them. */
const menuEntry = z
  .strictObject({
    id: actionId,
    group: z.enum(['File', 'Edit', 'Plan', 'Go', 'View', 'Help']),
    title: z.string().min(1).max(300),
    keys: z
      .string()
      .regex(/^(Mod\+)?(Alt\+)?(Shift\+)?([A-Z0-9?,./\\]|Enter|F\d{1,2})$/)
      .nullable(),
    enabled: z.boolean(),
    checked: z.boolean().nullable(),
    apart: z.boolean(),
  })
  .readonly();

/** A name that the keeper gave out. */
const itemId = z.string().min(1).max(1000);

const otherVersion = { version: itemId, pending: z.array(pendingEdit).max(10_000).readonly() };

const line = z.string().min(1).max(120);

export const preferencesSchema = z
  .strictObject({
    theme: z.enum(['system', 'light', 'dark']),
    contrast: z.enum(['system', 'more']),
    letterKeys: z.boolean(),
    order: z.enum(['system', 'day-first', 'month-first']),
    clock: z.enum(['system', '24', '12']),
    weekStart: z.literal(['system', 1, 6, 7]),
    numbers: z.enum(['system', ...numberMarks]),
    remind: z.strictObject({ reviews: z.boolean(), compTime: z.boolean() }).readonly(),
    views: z
      .array(
        z
          .strictObject({
            name: line,
            workspace: line,
            screen: z.enum(['board', 'calendar']),
            pivot: z.enum(['people', 'rotations', 'both']),
            zoom: z.enum(['quarter', 'year']),
            filter: z
              .strictObject({
                people: z.array(personIdSchema).max(500).readonly(),
                rotations: z.array(rotationIdSchema).max(500).readonly(),
              })
              .readonly(),
          })
          .readonly(),
      )
      .max(mostViews)
      .readonly(),
    tourSeen: z.boolean(),
    quarterUnderway: z
      .strictObject({
        workspace: line,
        quarter: quarterIdSchema,
        at: z.enum(stepIds),
        done: z.array(z.enum(stepIds)).max(stepIds.length).readonly(),
        skipped: z.array(z.enum(stepIds)).max(stepIds.length).readonly(),
      })
      .readonly()
      .nullable(),
  })
  .readonly();

export const siteOptionsSchema = z
  .strictObject({
    quarters: z.array(quarterIdSchema).min(1).max(8).readonly(),
    audience: z.enum(['internal', 'investor']),
    parts: z
      .array(z.enum(['people', 'holidays', 'deadlines', 'tasks', 'leave', 'runbooks', 'calendars', 'pdf']))
      .max(8)
      .readonly(),
  })
  .readonly();

export const requestSchemas: { readonly [Name in ChannelName]: z.ZodType<Channels[Name]['request']> } = {
  'host.info': z.null(),
  'workspace.recent': z.null(),
  'workspace.forget': z.strictObject({ file: z.string().min(1).max(4096) }),
  'workspace.open': z.strictObject({ source: openSource }),
  'workspace.apply': pendingEdit,
  'workspace.saveCopy': z.strictObject({ workspace: workspaceSchema, revision }),
  'workspace.close': z.strictObject({ quitting: z.boolean() }),
  'restore.points': z.strictObject({ file: listedFile, before: revision.nullable() }),
  'restore.preview': z.strictObject({ file: listedFile, point: itemId }),
  'restore.apply': z.strictObject({ file: listedFile, point: itemId }),
  'restore.export': z.strictObject({ file: listedFile, item: itemId }),
  'journal.export': z.null(),
  'backups.settings': z.null(),
  'backups.choose': z.strictObject({ folder: z.enum(['ask', 'none']) }),
  'versions.list': z.null(),
  'versions.compare': z.strictObject(otherVersion),
  'versions.resolve': z.strictObject({
    ...otherVersion,
    take: z.enum(['ours', 'theirs', 'merge']),
    choices: z
      .array(
        z.strictObject({
          table: z.enum([...tableNames, 'about']),
          id: z.string().min(1).max(200),
          side: z.enum(['ours', 'theirs', 'both']),
        }),
      )
      .max(50_000)
      .readonly(),
  }),
  'preferences.read': z.null(),
  'preferences.save': preferencesSchema,
  'file.save': z.strictObject({
    // A name, never a path: the dialog begins in the folder of documents, whatever the page says.
    name: z
      .string()
      .max(200)
      .regex(/^[^\\/:*?"<>|\p{Cc}]*[^\\/:*?"<>|\p{Cc}. ]$/u, 'a file name without folders'),
    kind: z.enum(['csv', 'xlsx', 'ics', 'png', 'json', 'markdown', 'zip']),
    base64: z.base64(),
  }),
  'page.pdf': z.strictObject({
    page: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('comp-statement'),
        people: z.array(personIdSchema).min(1).max(500).readonly(),
        from: localDateSchema,
        to: localDateSchema,
      }),
      z.strictObject({ kind: z.literal('quarter'), quarter: quarterIdSchema }),
      z.strictObject({
        kind: z.literal('persons'),
        quarter: quarterIdSchema,
        people: z.array(personIdSchema).min(1).max(500).readonly(),
      }),
      z.strictObject({ kind: z.literal('kit'), quarter: quarterIdSchema, person: personIdSchema }),
    ]),
    paper: z.enum(['A4', 'Letter', 'A3']),
    today: localDateSchema,
  }),
  'runbooks.pdf': z.strictObject({
    runbooks: z.array(runbookIdSchema).min(1).max(2000),
    paper: z.enum(['A4', 'Letter']),
    today: localDateSchema,
  }),
  'runbooks.folder': z.strictObject({ runbooks: z.array(runbookIdSchema).min(1).max(2000) }),
  'site.folder': z.strictObject({ choose: z.boolean() }),
  'site.run': z.strictObject({
    options: siteOptionsSchema,
    paper: z.enum(['A4', 'Letter']),
    today: localDateSchema,
    publish: z.boolean(),
  }),
  'print.state': z.null(),
  'print.cancel': z.null(),
  'runbook.versions': z.strictObject({ runbook: runbookIdSchema }),
  'drafts.read': z.strictObject({ file: openFile }),
  'drafts.keep': z.strictObject({
    file: openFile,
    drafts: z.array(keptDraftSchema).max(mostDrafts).readonly(),
  }),
  'shell.openLink': z.strictObject({ url: link }),
  'notice.show': z.strictObject({ title: line, body: z.string().max(300), action: actionId }),
  'window.show': z.strictObject({
    edited: z.boolean(),
    menu: z.array(menuEntry).max(mostEntries).readonly(),
  }),
  ...serviceSchemas,
};
