import type { RunbookId } from '../model/ids.ts';
import type { Runbook } from '../model/runbook.ts';
import type { Workspace } from '../model/workspace.ts';
import { folded } from '../model/faults/report.ts';
import { recordsOf } from '../model/tables.ts';
import { withoutMarks } from '../runbooks/redact.ts';
import type { ImportProblem } from './import-report.ts';
import { readFields } from './runbook-fields.ts';
import { frontLacking, mostFront, partMarkdown, readFront } from './runbook-front.ts';
import { mostLine, oneLine } from './runbook-lines.ts';
import { isPlainDocument, readPlain, type PlainRunbook } from './runbook-plain.ts';
import { promiseOf } from '../runbooks/promise.ts';
import { namingOf, type Naming } from './runbook-who.ts';

/** A text file as it was chosen. */
export interface RunbookSource {
  /** With its folders: `runbooks/profit.md`. */
  readonly path: string;
  readonly text: string;
}

export interface ImportedRunbook {
  readonly runbook: Runbook;
  /** The runbook that it takes the place of; null for a new one. */
  readonly before: Runbook | null;
  readonly path: string;
  /** Passages that are kept as text because nothing else was understood of them. */
  readonly keptAsText: readonly string[];
}

export interface RunbookImport {
  readonly items: readonly ImportedRunbook[];
  readonly problems: readonly ImportProblem[];
}

/** Longest text of a runbook that is kept, in characters. */
const mostBody = 2_000_000;

/** Most runbooks that one import brings. */
export const mostRunbooks = 2000;

interface Found {
  readonly title: string;
  readonly id: string | null;
  readonly changes: Partial<Runbook>;
  readonly keptAsText: readonly string[];
}

type Tell = (severity: ImportProblem['severity'], what: string) => void;

/** The title of a text that names none: its first heading, else the name of its file, of an index file that of its folder. */
function titleOf(body: string, path: string): string {
  const heading = /^ {0,3}#\s+(.+?)\s*#*\s*$/m.exec(body.slice(0, 20_000))?.[1];
  const parts = path.split('/').filter((part) => part !== '');
  const name = (parts.at(-1) ?? '').replace(/\.[^.]*$/, '');
  const said = /^(readme|index)$/i.test(name) ? (parts.at(-2) ?? name) : name;
  return oneLine(heading ?? said.replace(/[-_]+/g, ' ')).slice(0, mostLine) || 'Runbook';
}

function fromMarkdown({ path, text }: RunbookSource, naming: Naming, tell: Tell): Found | null {
  const { front, body } = partMarkdown(text);
  if (front.length > mostFront || body.length > mostBody) {
    tell('error', `it is longer than a runbook can be: ${mostBody.toLocaleString('en')} characters`);
    return null;
  }
  const lacking = frontLacking(text);
  if (lacking !== null) tell('warning', lacking);
  const { values, fault } = readFront(front);
  if (fault !== null) tell('warning', `its front matter ${fault}; it is kept as it is written`);
  const { changes, unknown, notes } = readFields(values ?? {}, naming);
  for (const what of notes) tell('warning', what);
  if (unknown.length > 0)
    tell('warning', `kept as written: ${unknown.slice(0, 20).join(', ').slice(0, 300)}`);
  const id = typeof values?.['id'] === 'string' ? values['id'] : null;
  const title = changes.title ?? titleOf(body, path);
  return { title, id, changes: { ...changes, title, frontMatter: front, body }, keptAsText: [] };
}

function fromSection(section: PlainRunbook, naming: Naming, tell: Tell): Found {
  const kept = [...section.keptAsText];
  const over: string[] = [];
  const line = (text: string): string => {
    if (text.length <= mostLine) return text;
    over.push(text);
    return text.slice(0, mostLine);
  };
  const ownerOf = (role: 'ownerPrimary' | 'ownerSecondary', said: string | null): Partial<Runbook> => {
    if (said === null) return {};
    const person = naming.person(said);
    if (person === null) {
      tell('warning', `${section.pipeline}: ${said.slice(0, 80)} is nobody of the team; kept as text`);
      over.push(`Owner: ${said}`);
    }
    return person === null ? {} : { [role]: person };
  };
  const owners = {
    ...ownerOf('ownerPrimary', section.primary),
    ...ownerOf('ownerSecondary', section.secondary),
  };
  const pipeline = naming.pipeline(withoutMarks(section.pipeline));
  if (pipeline === null)
    tell('warning', `there is no pipeline ${section.pipeline.slice(0, 80)}; the runbook stands for none`);
  const title = section.pipeline.slice(0, mostLine);
  const dataTypes = section.dataTypes.slice(0, 50).map(line);
  const issues = section.issues
    .slice(0, 200)
    .map((text) => ({ symptom: line(text), cause: '', steps: [], escalation: '' }));
  const slas = section.promises.slice(0, 50).map((text) => promiseOf(line(text)));
  over.push(...section.dataTypes.slice(50), ...section.issues.slice(200), ...section.promises.slice(50));
  const body = [section.rest, ...over]
    .filter((text) => text !== '')
    .join('\n\n')
    .slice(0, mostBody);
  const changes: Partial<Runbook> = {
    title,
    ...(pipeline === null ? {} : { pipeline }),
    ...owners,
    dataTypes,
    issues,
    slas,
    body,
  };
  return { title, id: null, changes, keptAsText: [...kept, ...over.map((text) => text.slice(0, 80))] };
}

function foundIn(source: RunbookSource, naming: Naming, tell: Tell): readonly Found[] {
  const { front, body } = partMarkdown(source.text);
  if (front !== '' || !isPlainDocument(body)) {
    const found = fromMarkdown(source, naming, tell);
    return found === null ? [] : [found];
  }
  if (source.text.length > mostBody) {
    tell('error', `it is longer than ${mostBody.toLocaleString('en')} characters`);
    return [];
  }
  const { preface, runbooks } = readPlain(body);
  if (preface !== '')
    tell('loss', `what stands before the first pipeline belongs to none: ${oneLine(preface).slice(0, 80)}`);
  return runbooks.map((section) => fromSection(section, naming, tell));
}

/** What stands for a pipeline is for investors, as the team's rule says; what stands for none stays in the house until somebody says otherwise. */
const audienceOf = ({ pipeline }: Partial<Runbook>): Partial<Runbook> =>
  pipeline === undefined || pipeline === null ? {} : { audience: 'investor' };

const fresh = (id: RunbookId, title: string, position: number): Runbook => ({
  id,
  title,
  pipeline: null,
  tasks: [],
  audience: 'internal',
  dataTypes: [],
  ownerPrimary: null,
  ownerSecondary: null,
  ownersKept: [],
  issues: [],
  slas: [],
  links: [],
  lastReviewedOn: null,
  reviewEveryMonths: 6,
  frontMatter: '',
  body: '',
  position,
});

export interface RunbookImporter {
  /** Reads one more file; a file takes a few milliseconds, so that whoever reads thousands can rest between them. */
  readonly add: (source: RunbookSource) => void;
  readonly result: () => RunbookImport;
}

/**
 * What files would make of the workspace's runbooks: a file takes the place of the runbook with its `id`, else of the one with its title,
 * else it is a new one. Nothing is lost: what is not understood stays as text and is told. Never throws, changes nothing.
 *
 * @param newId an id that no runbook has; called once for each new one
 */
export function runbookImporter(workspace: Workspace, newId: () => string): RunbookImporter {
  const naming = namingOf(workspace);
  const problems: ImportProblem[] = [];
  const items: ImportedRunbook[] = [];
  const known = recordsOf(workspace, 'runbooks');
  const byTitle = new Map(known.map((one) => [folded(one.title), one]));
  const taken = new Map<string, string>();
  let position = Math.max(-1, ...known.map((one) => one.position));
  const take = (found: Found, path: string, tell: Tell): void => {
    const byId =
      found.id !== null && Object.hasOwn(workspace.runbooks, found.id)
        ? workspace.runbooks[found.id as RunbookId]
        : undefined;
    const before = byId ?? byTitle.get(folded(found.title)) ?? null;
    const key = before?.id ?? found.id ?? `title ${folded(found.title)}`;
    const other = taken.get(key);
    if (other !== undefined) {
      tell('error', `it is the same runbook as in ${other}: ${(found.id ?? found.title).slice(0, mostLine)}`);
      return;
    }
    taken.set(key, path);
    const base = before ?? {
      ...fresh(newId() as RunbookId, found.title, ++position),
      ...audienceOf(found.changes),
    };
    const runbook: Runbook = { ...base, ...found.changes };
    items.push({ runbook, before, path, keptAsText: found.keptAsText });
  };
  return {
    add(source) {
      const tell: Tell = (severity, what) =>
        problems.push({ row: null, column: source.path, severity, what });
      for (const found of foundIn(source, naming, tell)) take(found, source.path, tell);
    },
    result: () => ({ items, problems: [...problems, ...tooMany(items.length)] }),
  };
}

const tooMany = (count: number): readonly ImportProblem[] =>
  count <= mostRunbooks
    ? []
    : [
        {
          row: null,
          column: null,
          severity: 'error',
          what: `these are ${count.toLocaleString('en')} runbooks; at most ${mostRunbooks.toLocaleString('en')} come at once`,
        },
      ];
