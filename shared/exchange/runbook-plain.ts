import { markedByLine, withoutMarks } from '../runbooks/redact.ts';
import { bareHead, entryOf, oneLine } from './runbook-lines.ts';

/** One runbook of a plain document, as its lines say it. */
export interface PlainRunbook {
  readonly pipeline: string;
  readonly dataTypes: readonly string[];
  /** `Engineer 2 (Aggregate profit - Task B)`: as written after the role; null where the role is not named. */
  readonly primary: string | null;
  readonly secondary: string | null;
  readonly issues: readonly string[];
  readonly promises: readonly string[];
  /** What was not understood, as Markdown, line for line. */
  readonly rest: string;
  /** The first words of each passage of the rest, for the report. */
  readonly keptAsText: readonly string[];
}

export interface PlainDocument {
  /** What stands before the first runbook. */
  readonly preface: string;
  readonly runbooks: readonly PlainRunbook[];
}

const pipelineHead =
  /^\s*(?:#{1,6}\s*)?(?:[*_]{2})?(?:\d{1,3}[.)]\s*)?(?:[*_]{2})?\s*pipeline(?: name)?\s*:\s*(?:[*_]{2})?\s*(\S.*?)\s*(?:[*_]{2})?\s*$/i;

type Part = 'types' | 'owners' | 'issues' | 'promises' | 'on-call' | 'rest';

const parts: readonly (readonly [RegExp, Part])[] = [
  [/^(?:\w[.)]\s*)?types? of data$/i, 'types'],
  [/^(?:\w[.)]\s*)?(?:pipeline )?owners?$/i, 'owners'],
  [/^(?:\w[.)]\s*)?common issues(?: (?:&|and) (?:fixes|solutions))?$/i, 'issues'],
  [/^(?:\w[.)]\s*)?(?:sla['’]?s?|service levels?)$/i, 'promises'],
  [/^(?:\w[.)]\s*)?on[- ]?call(?: schedule)?$/i, 'on-call'],
];

/** The part that a line heads; null where it is content. Only a line that is nothing but the head counts. */
function partOf(line: string): Part | null {
  const head = bareHead(line);
  return parts.find(([shape]) => shape.test(head))?.[1] ?? (/^\s*#{1,6}\s/.test(line) ? 'rest' : null);
}

/** Whether the text is a document of several runbooks: at least one line names a pipeline. */
export const isPlainDocument = (text: string): boolean =>
  text.split(/\r?\n/).some((line) => pipelineHead.test(withoutMarks(line)));

function sectionOf(pipeline: string, lines: readonly string[]): PlainRunbook {
  const lists: Record<'types' | 'issues' | 'promises', string[]> = { types: [], issues: [], promises: [] };
  const owners = new Map<'primary' | 'secondary', string>();
  const rest: string[] = [];
  const kept: string[] = [];
  let part: Part = 'rest';
  let wordsBefore = false;
  const keep = (line: string, isHead = false): void => {
    if (!wordsBefore && line.trim() !== '' && !isHead) kept.push(oneLine(line).slice(0, 80));
    wordsBefore = line.trim() !== '' && !isHead;
    rest.push(line);
  };
  for (const line of lines) {
    const head = partOf(withoutMarks(line));
    if (head !== null) {
      part = head;
      wordsBefore = false;
      if (head === 'rest' || head === 'on-call')
        keep(head === 'on-call' ? '## On-call schedule' : line, true);
      continue;
    }
    const entry = entryOf(line) ?? (line.trim() === '' ? null : oneLine(line));
    if (entry === null || entry === '') {
      if (part === 'rest' || part === 'on-call') keep(line);
      continue;
    }
    const owner = /^(?:[*_]{2})?(primary|secondary)(?: owner)?(?:[*_]{2})?\s*:\s*(?:[*_]{2})?\s*(.+)$/i.exec(
      entry,
    );
    if (part === 'owners' && owner !== null)
      owners.set((owner[1] ?? '').toLowerCase() as 'primary' | 'secondary', owner[2] ?? '');
    else if ((part === 'types' || part === 'issues' || part === 'promises') && entryOf(line) !== null)
      lists[part].push(entry);
    else keep(line);
  }
  return {
    pipeline,
    dataTypes: lists.types,
    primary: owners.get('primary') ?? null,
    secondary: owners.get('secondary') ?? null,
    issues: lists.issues,
    promises: lists.promises,
    rest: rest.join('\n').trim(),
    keptAsText: kept,
  };
}

/**
 * Reads a plain document of numbered sections, `1. Pipeline Name: Profit`, with lists below `Types of data`, `Owners`, `Common Issues` and
 * `SLA's`. Every line is either understood or in `preface` or `rest`.
 */
export function readPlain(text: string): PlainDocument {
  const preface: string[] = [];
  const sections: { readonly pipeline: string; readonly lines: string[] }[] = [];
  for (const line of markedByLine(text)) {
    const head = pipelineHead.exec(withoutMarks(line));
    const name = oneLine(head?.[1] ?? '');
    const isMarked = withoutMarks(line) !== line;
    if (head !== null) sections.push({ pipeline: isMarked ? `[redact]${name}[/redact]` : name, lines: [] });
    else (sections.at(-1)?.lines ?? preface).push(line);
  }
  return {
    preface: preface.join('\n').trim(),
    runbooks: sections.map(({ pipeline, lines }) => sectionOf(pipeline, lines)),
  };
}
