import type { Problem } from '../../shared/contract/problems.ts';
import { mostBytes, type Hash } from '../../shared/document/envelope.ts';
import {
  finishDocument,
  readPlainDocument,
  type OpenedDocument,
  type PlainDocument,
} from '../../shared/document/open.ts';
import { ok, refused, type Result } from '../../shared/result.ts';
import type { Files } from '../ports.ts';
import { diskProblem } from './disk-problem.ts';
import { textOf } from './disk-text.ts';
import { codeOf } from './node-files.ts';

/** A workspace file as plain JSON with its checksum compared. Problems of the disk and of the content are values alike. */
export async function readPlain(files: Files, path: string, hash: Hash): Promise<Result<PlainDocument, Problem>> {
  const text = await readText(files, path);
  return text.ok ? readPlainDocument(text.value, path, hash) : text;
}

async function readText(files: Files, path: string): Promise<Result<string, Problem>> {
  let bytes: Uint8Array;
  try {
    bytes = await files.read(path, mostBytes);
  } catch (error) {
    if (codeOf(error) !== 'EFBIG') return refused(diskProblem('read the workspace', path, error));
    return refused({
      kind: 'too-large',
      file: path,
      bytes: (await files.look(path))?.bytes ?? 0,
      most: mostBytes,
    });
  }
  const text = textOf(bytes);
  return text.ok ? text : refused({ kind: 'not-a-workspace', file: path, detail: text.reason });
}

/** A workspace file as it was read, and by what it is known again. */
export interface SeenFile {
  readonly plain: PlainDocument;
  readonly seen: Seen;
}

export interface Seen {
  /** Mark of the file before it was read, so that a change in between shows as a change. */
  readonly mark: string | null;
  /** Hash of its text. */
  readonly hash: string;
}

/** `readPlain` for the file that will be written over: opening takes its whole time from reading, so it is read once. */
export async function readSeen(files: Files, path: string, hash: Hash): Promise<Result<SeenFile, Problem>> {
  const mark = (await files.look(path))?.mark ?? null;
  const text = await readText(files, path);
  if (!text.ok) return text;
  const plain = readPlainDocument(text.value, path, hash);
  return plain.ok ? ok({ plain: plain.value, seen: { mark, hash: hash(text.value) } }) : plain;
}

/** A workspace file, read and checked to the end. */
export async function readDocument(
  files: Files,
  path: string,
  hash: Hash,
): Promise<Result<OpenedDocument, Problem>> {
  const plain = await readPlain(files, path, hash);
  return plain.ok ? finishDocument(plain.value) : plain;
}

/** The revision that a file's first line says, without reading further; null where it says none. Vouches for nothing: for lists. */
export async function revisionIn(files: Files, path: string): Promise<number | null> {
  try {
    const head = textOf((await files.read(path, mostBytes)).subarray(0, 120));
    const revision = head.ok ? /^\s*\{\s*"format"\s*:\s*"evenwatch".*?"revision"\s*:\s*(\d+)/s.exec(head.value)?.[1] : undefined;
    return revision === undefined ? null : Number(revision);
  } catch (error) {
    if (codeOf(error) === 'EUNKNOWN') throw error;
    return null;
  }
}
