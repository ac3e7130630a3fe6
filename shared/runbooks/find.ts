import MiniSearch, { type SearchResult } from 'minisearch';
import type { RunbookId } from '../model/ids.ts';
import type { Runbook } from '../model/runbook.ts';
import type { Workspace } from '../model/workspace.ts';

/** The words around the first match, so that a list can show why it lists a runbook. */
export interface Excerpt {
  readonly before: string;
  readonly match: string;
  readonly after: string;
}

export interface Found {
  readonly runbook: RunbookId;
  /** Null where the title itself matched, which the list shows anyway. Cut when it is read: a list shows few of two thousand. */
  readonly excerpt: Excerpt | null;
}

/** Finds runbooks by any of their words; remembers its index and brings it up to date from one call to the next. */
export interface Finder {
  (workspace: Workspace, query: string): readonly Found[];
  /**
   * Reads at most so many runbooks that the index does not know yet; true when it knows all. Whoever calls it while nothing
   * else is to be done has the first search wait for nothing.
   */
  readonly prepare: (workspace: Workspace, most: number) => boolean;
}

interface Entry {
  readonly id: RunbookId;
  readonly title: string;
  readonly pipeline: string;
  readonly symptoms: string;
  readonly issues: string;
  readonly facts: string;
  readonly body: string;
}

const fields = [
  'title',
  'pipeline',
  'symptoms',
  'issues',
  'facts',
  'body',
] as const satisfies readonly (keyof Entry)[];
/** Where an excerpt is looked for, the most telling first. */
const excerptFields = ['symptoms', 'issues', 'facts', 'body'] as const;

function entryOf(workspace: Workspace, runbook: Runbook): Entry {
  const pipeline = runbook.pipeline === null ? undefined : workspace.pipelines[runbook.pipeline];
  return {
    id: runbook.id,
    title: runbook.title,
    pipeline: pipeline === undefined ? '' : `${pipeline.name} ${pipeline.code}`,
    symptoms: runbook.issues.map((it) => it.symptom).join('\n'),
    issues: runbook.issues.map((it) => [it.cause, ...it.steps, it.escalation].join('\n')).join('\n'),
    facts: [
      ...runbook.dataTypes,
      ...runbook.slas.map((it) => it.text),
      ...runbook.links.map((it) => it.title),
    ].join('\n'),
    body: runbook.body,
  };
}

/** Letters and digits of any script; `profit_inputs` is found whole and by its parts. */
const words = (text: string): string[] => {
  const whole = text.match(/[\p{L}\p{N}_-]+/gu) ?? [];
  return whole.flatMap((word) =>
    /[_-]/.test(word) ? [word, ...word.split(/[_-]+/).filter((part) => part !== '')] : [word],
  );
};

/** So many letters may be wrong, missing or swapped; short words must be right, or everything would match. */
const allowedSlips = (word: string): number | false => (word.length < 4 ? false : word.length < 6 ? 1 : 2);

const newIndex = () =>
  new MiniSearch<Entry>({
    fields: [...fields],
    tokenize: words,
    searchOptions: {
      tokenize: (query) => query.match(/[\p{L}\p{N}_-]+/gu) ?? [],
      boost: { title: 6, pipeline: 4, symptoms: 3, issues: 1.5 },
      combineWith: 'AND',
      prefix: true,
      weights: { prefix: 0.6, fuzzy: 0.3 },
    },
  });

const AROUND = 46;

function excerptAround(text: string, term: string): Excerpt | null {
  const at = text.toLocaleLowerCase().indexOf(term);
  if (at < 0) return null;
  const line = (part: string) => part.replace(/\s+/g, ' ');
  const start = Math.max(0, at - AROUND);
  const end = Math.min(text.length, at + term.length + AROUND);
  const before = text.slice(start, at);
  const after = text.slice(at + term.length, end);
  // Whole words only, at both ends of the cut.
  return {
    before: line(start > 0 ? `…${before.slice(before.search(/\s|$/))}` : before),
    match: text.slice(at, at + term.length),
    after: line(end < text.length ? `${after.slice(0, Math.max(after.search(/\s\S*$/), 0))}…` : after),
  };
}

function excerptOf(result: SearchResult, entry: Entry): Excerpt | null {
  const matches = Object.entries(result.match);
  const inName = (term: string) =>
    matches.some(
      ([word, found]) => word.startsWith(term) && (found.includes('title') || found.includes('pipeline')),
    );
  if (result.queryTerms.every(inName)) return null;
  for (const field of excerptFields) {
    for (const [term, found] of matches) {
      if (!found.includes(field)) continue;
      const excerpt = excerptAround(entry[field], term);
      if (excerpt !== null) return excerpt;
    }
  }
  return null;
}

/**
 * A finder with an index of its own. Only runbooks that changed since the last call are read again, so that a search in
 * two thousand stays within a frame or two.
 */
export function createFinder(): Finder {
  const index = newIndex();
  const known = new Map<
    RunbookId,
    { readonly runbook: Runbook; readonly pipelines: Workspace['pipelines']; readonly entry: Entry }
  >();

  /** True when nothing is left to read. */
  function bringUpToDate(workspace: Workspace, most: number): boolean {
    for (const [id, { runbook, pipelines, entry }] of known) {
      if (workspace.runbooks[id] === runbook && pipelines === workspace.pipelines) continue;
      index.remove(entry);
      known.delete(id);
    }
    let left = most;
    for (const runbook of Object.values(workspace.runbooks)) {
      if (known.has(runbook.id)) continue;
      if (left === 0) return false;
      left -= 1;
      const entry = entryOf(workspace, runbook);
      index.add(entry);
      known.set(runbook.id, { runbook, pipelines: workspace.pipelines, entry });
    }
    return true;
  }

  const find = (workspace: Workspace, query: string): readonly Found[] => {
    bringUpToDate(workspace, Infinity);
    const exact = index.search(query);
    // Slips are forgiven only where nothing says the words as typed: `lock` must not bring every `look`.
    const results = exact.length > 0 ? exact : index.search(query, { fuzzy: allowedSlips });
    return results.flatMap((result) => {
      const entry = known.get(result.id as RunbookId)?.entry;
      if (entry === undefined) return [];
      return [
        {
          runbook: entry.id,
          get excerpt() {
            return excerptOf(result, entry);
          },
        },
      ];
    });
  };
  return Object.assign(find, { prepare: bringUpToDate });
}
