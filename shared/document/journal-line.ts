import { z } from 'zod';
import { ok, refused, type Result } from '../result.ts';
import type { Changes, Command } from '../editing/command.ts';
import { tableNames } from '../model/workspace.ts';
import { knownVersion, type Hash } from './envelope.ts';
import { readJson } from './json-text.ts';

/** One edit as the journal keeps it. Recovery replays `changes`, so a newer rule cannot rewrite the past. */
export interface JournalLine {
  readonly revision: number;
  /** ISO instant, for display only; order is by revision. */
  readonly time: string;
  /** Name of the system's user who made it; null where it is not on record, as in lines of formats 1 and 2. */
  readonly by: string | null;
  /** The edit in words: "Bram ↔ Chidi, W5 Profit primary". */
  readonly title: string;
  readonly command: Command;
  readonly changes: Changes;
}

/**
 * Loose on purpose about the command and about what the records hold: the checksum vouches that the line is as it was written, and
 * a line written by an older version must stay readable when a command has gained a field. What a replay leads to is checked
 * as a whole, by the schema of the workspace.
 */
const journalLineSchema = z
  .strictObject({
    /** Version of the format that the records are in; lines of format 1 do not say it. */
    format: z.int().min(1).default(1),
    revision: z.int().min(1),
    time: z.string().max(40),
    by: z.string().max(200).nullable().default(null),
    title: z.string().max(1000),
    command: z.looseObject({ kind: z.string() }),
    changes: z.array(
      z.strictObject({
        table: z.enum([...tableNames, 'about']),
        id: z.string(),
        before: z.unknown(),
        after: z.unknown(),
      }),
    ),
  })
  .readonly();

/** A line of a later format may say more and speak of tables that we do not know; it is read to be shown, never to be written on. */
const newerLineSchema = z
  .looseObject({
    format: z.int().min(knownVersion + 1),
    revision: z.int().min(1),
    time: z.string().max(40),
    by: z.string().nullable().default(null),
    title: z.string().max(1000),
    command: z.looseObject({ kind: z.string() }),
    changes: z.array(z.looseObject({ table: z.string(), id: z.string(), before: z.unknown(), after: z.unknown() })),
  })
  .readonly();

/** What the first line of a journal names as the checksum before it. */
export const noChecksum = '0'.repeat(64);

const framed = /^\{"checksum":"([0-9a-f]{64})","previous":"([0-9a-f]{64})","line":(\{.*\})\}$/s;

export interface WrittenLine {
  /** One line of text, with its line end. */
  readonly text: string;
  readonly checksum: string;
}

/**
 * The text of a line. Its checksum covers the text of the edit and the checksum of the line before, so a line that was
 * changed, left out, doubled or put elsewhere later breaks the chain.
 */
export function writeJournalLine(line: JournalLine, previous: string, hash: Hash): WrittenLine {
  const { revision, time, by, title, command, changes } = line;
  const body = JSON.stringify({ format: knownVersion, revision, time, by, title, command, changes });
  const checksum = hash(`${previous}\n${body}`);
  return { text: `{"checksum":"${checksum}","previous":"${previous}","line":${body}}\n`, checksum };
}

export interface ReadLine {
  readonly line: JournalLine;
  /** Version of the format that its records are in. */
  readonly format: number;
  readonly previous: string;
  readonly checksum: string;
}

/** A line from its text without the line end, or what is wrong with it. */
export function readJournalLine(text: string, hash: Hash): Result<ReadLine, string> {
  const [, checksum, previous, body] = framed.exec(text) ?? [];
  if (checksum === undefined || previous === undefined || body === undefined)
    return refused('it is not a line of a journal');
  if (hash(`${previous}\n${body}`) !== checksum) return refused('its checksum does not match its content');
  const json = readJson(body);
  if (!json.ok) return refused(json.reason);
  const line = journalLineSchema.safeParse(json.value);
  const known = line.success && line.data.format <= knownVersion ? line : newerLineSchema.safeParse(json.value);
  if (known.success) {
    const { format, revision, time, by, title, command, changes } = known.data;
    return ok({ line: { revision, time, by, title, command, changes } as unknown as JournalLine, format, previous, checksum });
  }
  if (line.success) return refused('its format is wrong');
  const issue = line.error.issues[0];
  return refused(`${issue?.path.join('/') ?? ''}: ${issue?.message ?? 'it has another form'}`);
}
