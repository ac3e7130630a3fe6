import { assertNever } from '../assert-never.ts';
import type { Problem } from '../contract/problems.ts';
import { serviceProblemText } from './service-text.ts';
import { decimalText } from './number-text.ts';

/** What the world refused: what was tried, what happened, what to do next. */
export function problemText(problem: Problem): string {
  switch (problem.kind) {
    case 'not-a-workspace':
      return `Could not open ${problem.file}: it is no Evenwatch workspace (${problem.detail}). Choose a file that Evenwatch wrote. The file was left as it is.`;
    case 'newer-format':
      return `Could not open ${problem.file} for editing: it was written in format ${problem.found}, and this version knows format ${problem.known}. Update Evenwatch. The file was left as it is.`;
    case 'damaged':
      return `Could not read ${problem.file}: ${problem.detail}. ${keptText(problem.keptAs)} Restore a backup, or open another file.`;
    case 'invalid-workspace':
      return `Could not open ${problem.file}: ${findingsText(problem.findings)}. Correct the file or restore a backup. The file was left as it is.`;
    case 'not-found':
      return `Could not open ${problem.file}: it is not there. Look where it went, or open another file.`;
    case 'in-use':
      return `Could not open ${problem.file}: ${problem.by} has it open. Close it there first; two writers would overwrite each other.`;
    case 'disk':
      return `Could not ${problem.tried} ${problem.file}: ${diskReason(problem)}`;
    case 'stale-base':
      return `Could not save this change: it was made on revision ${problem.sent}, and the file is at revision ${problem.current}. Save a copy, then open the workspace again.`;
    case 'changed-underneath':
      return `Could not save: something else changed ${problem.file} while it was open here. Nothing was written over it. Compare the two versions and choose what stays.`;
    case 'refused-edit':
      return `Could not save this change: ${problem.refusal}. Save a copy, then open the workspace again.`;
    case 'read-only':
      return `Could not save: the workspace is read only, because ${problem.because}. Save a copy to go on with it.`;
    case 'not-open':
      return 'Could not do that: no workspace is open. Open one first.';
    case 'disconnected':
      return 'Could not reach the program that keeps your file: it was stopped, or the connection broke. Start Evenwatch again; what was shown as saved is saved.';
    case 'too-large':
      return `Could not open ${problem.file}: it has ${megabytes(problem.bytes)}, and at most ${megabytes(problem.most)} are read. Choose another file.`;
    case 'bad-message':
      return `Could not carry out ${problem.channel}: the message was not understood (${problem.detail}). Nothing was changed. Start Evenwatch again; if it comes back, report it.`;
    case 'unsupported':
      return `${capital(problem.what)} is not possible here. ${capital(problem.instead)}.`;
    case 'pdf-failed':
      return `Could not make the PDF: ${problem.detail}. Try again, or save it in another place.`;
    case 'service':
      return serviceProblemText(problem);
    case 'site-foreign':
      return foreignText(problem);
    case 'folder-foreign':
      return inTheWayText(problem);
    case 'site-of-another':
      return `Could not publish into ${problem.folder}: it has the site of another plan. Nothing was written. Choose another folder.`;
    case 'cancelled':
      return 'Cancelled. Nothing changed.';
    default:
      return assertNever(problem);
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1).replace(/\.$/, '');

const keptText = (keptAs: string | null): string =>
  keptAs === null ? 'The file was left as it is.' : `The original is kept as ${keptAs}.`;

/** The first three names: whoever looks there sees the others. */
const namesOf = (files: readonly string[]): string =>
  [...files.slice(0, 3), ...(files.length > 3 ? [`${files.length - 3} more`] : [])].join(', ');

function inTheWayText({ folder, files }: Extract<Problem, { kind: 'folder-foreign' }>): string {
  const [are, them] = files.length === 1 ? ['is', 'it'] : ['are', 'them'];
  return `Could not write into ${folder}: ${namesOf(files)} ${are} there already and ${are} none of these runbooks. Nothing was written. Move ${them} away, or choose another folder.`;
}

function foreignText({ folder, files }: Extract<Problem, { kind: 'site-foreign' }>): string {
  const names = namesOf(files);
  return `Could not publish into ${folder}: Evenwatch did not write ${names}, or somebody has changed ${files.length === 1 ? 'it' : 'them'} since. Nothing was written. Move ${files.length === 1 ? 'that file' : 'those files'} away, or choose another folder.`;
}

/** The first three of what is wrong; a list of hundreds would say less. */
function findingsText(findings: readonly { readonly where: string; readonly what: string }[]): string {
  const told = findings.slice(0, 3).map(({ where, what }) => (where === '' ? what : `${where}: ${what}`));
  const rest = findings.length - told.length;
  return [...told, ...(rest > 0 ? [`and ${rest} more`] : [])].join('; ');
}

const megabytes = (bytes: number): string => `${decimalText(bytes / 1_000_000, 1, 'keep')} MB`;

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full. Free some space, then retry.',
  EDQUOT: 'your quota on this disk is used up. Free some space, then retry.',
  EACCES: 'you may not write there. Choose another folder, or change its permissions.',
  EPERM: 'you may not write there. Choose another folder, or change its permissions.',
  EROFS: 'the disk is read only. Choose another folder.',
  EIO: 'the disk reported an error. Save a copy on another disk.',
  ENOENT: 'the folder is not there. Choose another folder.',
  EISDIR: 'a folder has that name. Choose another name.',
  EBUSY: 'another program holds the file. Close it there, then retry.',
  EMFILE: 'the system has too many files open. Close other programs, then retry.',
};

/** What differs when something is read: there is no other folder to choose. */
const readingReasons: Readonly<Record<string, string>> = {
  EACCES: 'you may not read it. Change its permissions, or open another file.',
  EPERM: 'you may not read it. Change its permissions, or open another file.',
  EIO: 'the disk reported an error. Retry, or open a backup from another disk.',
  EFBIG: 'it is larger than Evenwatch reads. Split it, or export less at a time.',
  EISDIR: 'it is a folder. Open the workspace file in it.',
  EINVAL: 'it is no ordinary file. Open a workspace file.',
  ETIMEDOUT: 'the drive does not answer. Connect it again and retry, or open another file.',
};

function diskReason({ tried, code }: { readonly tried: string; readonly code: string }): string {
  const isReading = /^(read|open)\b/.test(tried);
  const known = isReading ? { ...reasons, ...readingReasons } : reasons;
  const reason = Object.hasOwn(known, code)
    ? `${known[code]}`
    : `the system says ${code}. Retry, or ${isReading ? 'open another file' : 'save a copy elsewhere'}.`;
  return `${reason} ${isReading ? 'The file was left as it is.' : 'Nothing that was saved before is lost.'}`;
}
