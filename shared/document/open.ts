import type { z } from 'zod';
import { ok, refused, type Result } from '../result.ts';
import { integrityFindings } from '../model/integrity.ts';
import { canonicalJson } from '../model/json.ts';
import { workspaceSchema, type Workspace } from '../model/workspace.ts';
import type { DocumentProblem } from './document-problem.ts';
import { canonicalAsLaidOut } from './as-laid-out.ts';
import { checkedText, envelopeSchema, knownVersion, type Hash } from './envelope.ts';
import { readJson } from './json-text.ts';
import { upgraded } from './upgrades/index.ts';

export interface OpenedDocument {
  readonly workspace: Workspace;
  readonly revision: number;
  /** Version of the format that the file was written in; higher than ours means: look, do not write. */
  readonly version: number;
  /** What was odd about the file though nothing is lost, as whole sentences. */
  readonly remarks: readonly string[];
}

const wholeFile = 'the file';

/** Most findings that a problem carries: a thousand broken lines are one broken file. */
const mostFindings = 20;

/** A file whose checksum is right, with the workspace still as plain JSON of its own version. */
export interface PlainDocument {
  readonly file: string;
  readonly version: number;
  readonly revision: number;
  /** Of the file that it was read from: names the content. */
  readonly checksum: string;
  readonly workspace: unknown;
  readonly remarks: readonly string[];
}

/**
 * The plain JSON in a file's text, with its checksum compared, or what is wrong and where. Edits of a journal of the same version are made on this,
 * before `finishDocument` upgrades and checks it.
 *
 * @param file name of the file, for the problem only
 */
export function readPlainDocument(
  text: string,
  file: string,
  hash: Hash,
): Result<PlainDocument, DocumentProblem> {
  const hasMark = text.startsWith('\uFEFF');
  const json = readJson(hasMark ? text.slice(1) : text);
  if (!json.ok) return refused(unreadable(text, file, json.reason));
  const envelope = envelopeOf(json.value);
  if (!envelope.success) return refused(notOurs(json.value, file, envelope.error));
  const { version, revision, checksum, workspace } = envelope.data;
  const fits = (canonical: string): boolean => hash(checkedText(version, revision, canonical)) === checksum;
  const laidOut = canonicalAsLaidOut(text);
  const isAsWritten = (laidOut !== null && fits(laidOut)) || fits(canonicalJson(workspace));
  if (!isAsWritten && version <= knownVersion) {
    const detail = 'its checksum does not match its content: something changed it after it was saved';
    return refused({ kind: 'damaged', file, detail, keptAs: null });
  }
  const remarks = [...(hasMark ? [markText] : []), ...(isAsWritten ? [] : [doubtText])];
  return ok({ file, version, revision, checksum, workspace, remarks });
}

const markText = 'The file begins with a byte order mark, which some editor put there; it was passed over.';

/**
 * What claims to be of a later format is never written over, also where its checksum is none that we would make: a later version may make it
 * differently. Nothing is lost by looking only; by taking it for damage it might be.
 */
const doubtText =
  'Its checksum is not made as this version makes it: if no newer Evenwatch wrote the file, its first line was damaged, and an earlier state can be restored.';

/** A later format may say more about itself than we know; its checksum is still made as ours is. */
function envelopeOf(value: unknown): ReturnType<typeof envelopeSchema.safeParse> {
  const strict = envelopeSchema.safeParse(value);
  if (strict.success) return strict;
  const loose = envelopeSchema.loose().safeParse(value);
  return loose.success && loose.data.version > knownVersion ? loose : strict;
}

/** Leads a plain document to the version of today and checks it by schema and integrity; a newer one is opened as far as it is understood. */
export function finishDocument(plain: PlainDocument): Result<OpenedDocument, DocumentProblem> {
  const { file, version, revision, workspace, remarks } = plain;
  if (version > knownVersion) return openNewer(plain);
  const current = upgraded(workspace, version, knownVersion);
  if (!current.ok) return refused({ kind: 'not-a-workspace', file, detail: current.reason });
  const checked = checkWorkspace(current.value);
  if (!checked.ok) return refused({ kind: 'invalid-workspace', file, findings: checked.reason });
  return ok({ workspace: checked.value, revision, version, remarks });
}

/**
 * The workspace in a file's text: read, checksum compared, upgraded, checked by schema and by integrity. Or the problem,
 * with what is wrong and where. A file of a newer format is opened as far as this version understands it.
 *
 * @param file name of the file, for the problem only
 */
export function openWorkspace(
  text: string,
  file: string,
  hash: Hash,
): Result<OpenedDocument, DocumentProblem> {
  const plain = readPlainDocument(text, file, hash);
  return plain.ok ? finishDocument(plain.value) : plain;
}

/** What cannot be read at all: our own file that was hurt, or something that never was one. */
function unreadable(text: string, file: string, detail: string): DocumentProblem {
  const isOurs = /^\uFEFF?\s*\{\s*"format"\s*:\s*"evenwatch"/.test(text.slice(0, 200));
  return isOurs ? { kind: 'damaged', file, detail, keptAs: null } : { kind: 'not-a-workspace', file, detail };
}

function notOurs(value: unknown, file: string, error: z.ZodError): DocumentProblem {
  const isOurs =
    typeof value === 'object' && value !== null && (value as { format?: unknown }).format === 'evenwatch';
  if (!isOurs)
    return {
      kind: 'not-a-workspace',
      file,
      detail: 'it is JSON, but not a workspace of Evenwatch: "format" is not "evenwatch"',
    };
  const first = findingsOf(error)[0];
  const detail = first === undefined ? 'its first line is broken' : faultText(first);
  return { kind: 'damaged', file, detail, keptAs: null };
}

const faultText = ({ where, what }: Findings[number]): string =>
  where === wholeFile ? what : `its field "${where}" is wrong: ${what}`;

type Findings = readonly { readonly where: string; readonly what: string }[];

/** A workspace from plain JSON, or what is wrong with it, at most twenty findings. */
export function checkWorkspace(value: unknown): Result<Workspace, Findings> {
  const parsed = workspaceSchema.safeParse(value);
  if (!parsed.success) return refused(findingsOf(parsed.error));
  const findings = integrityFindings(parsed.data);
  return findings.length === 0 ? ok(parsed.data) : refused(findings.slice(0, mostFindings));
}

const findingsOf = (error: z.ZodError): Findings =>
  error.issues
    .slice(0, mostFindings)
    .map((issue) => ({ where: issue.path.map(String).join('/') || wholeFile, what: issue.message }));

/** A newer format, without the fields that we do not know. If that is not a workspace, we cannot show it. */
function openNewer({
  file,
  version,
  revision,
  workspace: payload,
  remarks,
}: PlainDocument): Result<OpenedDocument, DocumentProblem> {
  const first = workspaceSchema.safeParse(payload);
  const unknown = first.success
    ? 0
    : first.error.issues.filter((issue) => issue.code === 'unrecognized_keys').length;
  const checked = checkWorkspace(first.success ? payload : withoutUnknown(payload, first.error));
  if (!checked.ok) return refused({ kind: 'newer-format', file, found: version, known: knownVersion });
  const hidden =
    unknown === 0
      ? []
      : [`${unknown} of its records hold fields that this version does not know and does not show.`];
  return ok({ workspace: checked.value, revision, version, remarks: [...remarks, ...hidden] });
}

function withoutUnknown(payload: unknown, error: z.ZodError): unknown {
  const copy: unknown = structuredCopy(payload);
  for (const issue of error.issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    const holder = issue.path.reduce<unknown>(
      (value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key],
      copy,
    );
    for (const key of issue.keys)
      if (typeof holder === 'object' && holder !== null) Reflect.deleteProperty(holder, key);
  }
  return copy;
}

const structuredCopy = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
