import { readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { readJournalLine, writeJournalLine } from '../../shared/document/journal-line.ts';
import { verifyHere, type Verdict } from '../../electron/command-line/verify.ts';
import { nodeFiles } from '../../electron/storage/node-files.ts';
import { sha256 } from '../../electron/storage/system.ts';
import { chanceOf, type Chance } from './support/chance.ts';
import { aHistory, copyOf, type History } from './support/history.ts';
import { inWords } from './support/watch.ts';
import { done, Findings, type Orders, type Outcome, type Torture } from './torture.ts';

export const verify: Torture = {
  name: 'verify',
  promise:
    'lines of the journal, packed segments too, are altered by a bit, altered and signed anew, left out, doubled and swapped: `evenwatch verify` says so and names the line; of a sound one it says that it is sound',
  unit: 'journals',
  full: 1000,
  short: 40,
  inMemory: true,
  run,
};

async function run({ count, seed, folder, progress }: Orders): Promise<Outcome> {
  const findings = new Findings(seed);
  const model = await aHistory(join(folder, 'model'));
  const sound = await verifyHere(model.file, nodeFiles);
  if (!sound.sound || sound.edits !== model.revision) findings.add(0, 'untouched', JSON.stringify(sound.findings));
  for (let index = 0; index < count; index++) {
    const copy = await copyOf(model, join(folder, 'case'));
    const forgery = await forged(copy, chanceOf(seed + index));
    try {
      const fault = faultOf(await verifyHere(copy.file, nodeFiles), forgery);
      if (fault !== null) findings.add(index, forgery.what, fault);
    } catch (error) {
      findings.add(index, forgery.what, inWords(error));
    }
    progress(index + 1);
  }
  return done(count, findings.failures, `${count - findings.failures.length} forgeries found at their line, ${findings.failures.length} not`);
}

interface Forgery {
  readonly what: string;
  readonly segment: string;
  /** Lines of which one must be named. */
  readonly lines: readonly number[];
}

/** Changes one line of one segment. The very last line of the journal is only altered: what is signed anew there, nothing follows to tell. */
async function forged({ file }: History, chance: Chance): Promise<Forgery> {
  const journal = join(dirname(file), 'journal');
  const segments = (await readdir(journal)).filter((name) => /\.jsonl(\.gz)?$/.test(name)).sort();
  const at = chance.below(segments.length);
  const segment = segments[at] ?? '';
  const path = join(journal, segment);
  const isPacked = segment.endsWith('.gz');
  const bytes = await readFile(path);
  const lines = (isPacked ? gunzipSync(bytes) : bytes).toString('utf8').split('\n').slice(0, -1);
  const isLast = at === segments.length - 1;
  const index = chance.below(isLast ? lines.length - 1 : lines.length);
  const how = chance.pick(['altered', 'signed anew', ...(lines.length > index + 1 ? ['left out', 'doubled', 'swapped'] : [])]);
  const changed = changes[how as keyof typeof changes](lines, index, chance);
  const text = Buffer.from(`${changed.join('\n')}\n`);
  await writeFile(path, isPacked ? gzipSync(text) : text);
  return { what: `line ${index + 1} of ${segment} ${how}`, segment, lines: [index + 1, index + 2] };
}

type Change = (lines: readonly string[], index: number, chance: Chance) => readonly string[];

const changes = {
  altered: (lines, index, chance) => replaced(lines, index, [flipped(lines[index] ?? '', chance)]),
  'signed anew': (lines, index) => replaced(lines, index, [signedAnew(lines[index] ?? '')]),
  'left out': (lines, index) => replaced(lines, index, []),
  doubled: (lines, index) => replaced(lines, index, [lines[index] ?? '', lines[index] ?? '']),
  swapped: (lines, index) => [...lines.slice(0, index), lines[index + 1] ?? '', lines[index] ?? '', ...lines.slice(index + 2)],
} satisfies Readonly<Record<string, Change>>;

const replaced = (lines: readonly string[], index: number, by: readonly string[]): readonly string[] => [
  ...lines.slice(0, index),
  ...by,
  ...lines.slice(index + 1),
];

/** Another letter in one place. */
function flipped(line: string, chance: Chance): string {
  const at = chance.below(line.length);
  const letter = line[at] === 'q' ? 'z' : 'q';
  return `${line.slice(0, at)}${letter}${line.slice(at + 1)}`;
}

/** What somebody would do who knows the format: another title, with a checksum that is right. */
function signedAnew(text: string): string {
  const read = readJournalLine(text, sha256);
  if (!read.ok) throw new Error(read.reason);
  const { line, previous } = read.value;
  return writeJournalLine({ ...line, title: `${line.title}, forged` }, previous, sha256).text.trimEnd();
}

function faultOf({ sound, findings }: Verdict, { segment, lines }: Forgery): string | null {
  if (sound || findings.length === 0) return 'it is called sound';
  const isNamed = findings.some((found) => found.segment === segment && found.line !== null && lines.includes(found.line));
  return isNamed ? null : `the line is not named, but ${JSON.stringify(findings[0])}`;
}
