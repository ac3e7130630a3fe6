import { parseArgs } from 'node:util';
import type { SiteAudience } from '../../shared/contract/site.ts';
import { dateOf, nextQuarter, quarterOf } from '../../shared/calendar/days.ts';
import type { LocalDate, QuarterId } from '../../shared/model/dates.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import { shiftsOfQuarter } from '../../shared/rotation/recorded.ts';
import { Stop } from './outcome.ts';

export interface Arguments {
  readonly command: string;
  readonly file: string | null;
  /** The files behind the first one. */
  readonly others: readonly string[];
  readonly json: boolean;
  readonly help: boolean;
  readonly out: string | null;
  readonly quarter: QuarterId | null;
  readonly seed: number;
  /** Seconds after which the search is stopped; null lets it run to its end. */
  readonly limit: number | null;
  /** Prove how good the plan is. */
  readonly prove: boolean;
  /** Most held turns that may go to somebody else; null is no limit. */
  readonly maxChanges: number | null;
  /** Who must hold which turn, as typed. */
  readonly pins: readonly string[];
  /** What `why` asks about, as typed. */
  readonly week: string | null;
  readonly person: string | null;
  readonly rotation: string | null;
  readonly today: LocalDate | null;
  /** Whose turns `import` takes over, or which schedule there stands for which layer, as typed. */
  readonly layers: readonly string[];
  /** Who is meant by which name of a file, as typed. */
  readonly map: readonly string[];
  /** The region of holidays whose row names none, as typed. */
  readonly region: string | null;
  /** Remove what a file does not have. */
  readonly remove: boolean;
  /** What `export` writes, or `import` reads. */
  readonly format: string | null;
  /** Which table of it. */
  readonly table: string | null;
  /** For whom a site is; null where nothing was said. */
  readonly audience: SiteAudience | null;
  /** The state that both versions of `merge` come from, and whose values stand in a conflict, as typed. */
  readonly base: string | null;
  readonly prefer: string | null;
  /** Say what would be written, and write nothing. */
  readonly dryRun: boolean;
}

/** Which options a command knows; another one is a mistake that is told, not passed over. */
const known: Readonly<Record<string, readonly string[]>> = {
  sample: ['out', 'json'],
  plan: ['quarter', 'seed', 'limit', 'prove', 'max-changes', 'pin', 'out', 'today', 'json'],
  why: ['week', 'person', 'rotation', 'seed', 'limit', 'today', 'json'],
  swaps: ['quarter', 'person', 'seed', 'limit', 'today', 'json'],
  score: ['quarter', 'json'],
  check: ['quarter', 'json'],
  'plan-instance': ['limit', 'json'],
  export: ['format', 'out', 'to', 'audience', 'quarter', 'table', 'dry-run', 'today', 'json'],
  import: ['format', 'out', 'map', 'layer', 'person', 'region', 'quarter', 'remove', 'dry-run', 'today', 'json'],
  diff: ['json'],
  merge: ['base', 'out', 'to', 'prefer', 'dry-run', 'json'],
  verify: ['json'],
  schema: ['json'],
  help: ['json'],
};

const takesFile = ['plan', 'why', 'swaps', 'score', 'check', 'verify', 'plan-instance', 'export', 'import', 'diff', 'merge'];

/** Most files behind the first one. */
const mostOthers: Readonly<Record<string, number>> = { import: 2000, diff: 1, merge: 1 };

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        out: { type: 'string' },
        quarter: { type: 'string' },
        seed: { type: 'string' },
        limit: { type: 'string' },
        prove: { type: 'boolean' },
        'max-changes': { type: 'string' },
        pin: { type: 'string', multiple: true },
        week: { type: 'string' },
        person: { type: 'string' },
        rotation: { type: 'string' },
        today: { type: 'string' },
        format: { type: 'string' },
        table: { type: 'string' },
        layer: { type: 'string', multiple: true },
        region: { type: 'string' },
        remove: { type: 'boolean' },
        map: { type: 'string', multiple: true },
        to: { type: 'string' },
        audience: { type: 'string' },
        base: { type: 'string' },
        prefer: { type: 'string' },
        'dry-run': { type: 'boolean' },
      },
    });
  } catch (error) {
    // Node's sentence, without its advice on how to pass the word on; of a value like -1 it says only that it is ambiguous.
    const said = (error instanceof Error ? error.message : String(error)).split(/\. To specify|\n/)[0] ?? '';
    const sentence = said.replace(/^Option '(.*?)' argument is ambiguous/, '$1 needs a value that does not begin with a dash');
    throw new Stop(`${sentence.replace(/\.$/, '')}. Run evenwatch --help for what there is.`);
  }
}

function numberIn(name: string, text: string | undefined, least: number, whole: boolean): number | null {
  if (text === undefined) return null;
  const value = Number(text);
  const fits = text.trim() !== '' && Number.isFinite(value) && value >= least && (!whole || Number.isSafeInteger(value));
  if (!fits) throw new Stop(`--${name} is ${whole ? 'a whole number' : 'a number of seconds'} from ${least} on, not "${text}".`);
  return value;
}

function quarterIn(text: string | undefined): QuarterId | null {
  if (text === undefined) return null;
  if (!/^(19[7-9]\d|20\d\d|21\d\d)-Q[1-4]$/.test(text)) throw new Stop(`--quarter is a quarter such as 2027-Q1, not "${text}".`);
  return text as QuarterId;
}

function dayIn(text: string | undefined): LocalDate | null {
  if (text === undefined) return null;
  const day = new Date(`${text}T00:00:00Z`);
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
  if (!isDay) throw new Stop(`--today is a day such as 2026-11-23, not "${text}".`);
  return text as LocalDate;
}

function audienceIn(text: string | undefined): SiteAudience | null {
  if (text === undefined || text === 'internal' || text === 'investor') return text ?? null;
  throw new Stop(`--audience is internal or investor, not "${text}".`);
}

/** `--to` is another word for `--out`. */
function targetIn(out: string | undefined, to: string | undefined): string | null {
  if (out !== undefined && to !== undefined) throw new Stop('--to is another word for --out: name one of them.');
  return out ?? to ?? null;
}

/** The command line as typed, checked. @throws Stop with a sentence about the first thing that is wrong */
export function readArguments(words: readonly string[]): Arguments {
  const { values, positionals } = parse(words);
  const [command = 'help', file = null, ...rest] = positionals;
  const options = Object.hasOwn(known, command) ? known[command] : undefined;
  if (options === undefined) throw new Stop(`There is no command "${command}". There are ${Object.keys(known).filter((name) => name !== 'help').join(', ')}; run evenwatch --help.`);
  const stray = Object.keys(values).find((name) => name !== 'help' && !options.includes(name));
  if (stray !== undefined) throw new Stop(`evenwatch ${command} has no option --${stray}. Run evenwatch --help for those it has.`);
  const help = values.help === true || command === 'help';
  if (!help && takesFile.includes(command) && (file === null || file === '')) {
    if (command === 'plan-instance') throw new Stop('evenwatch plan-instance needs an on-call-rostering file: evenwatch plan-instance FILE.dzn.');
    throw new Stop(`evenwatch ${command} needs a workspace file: evenwatch ${command} FILE. "evenwatch sample --out FILE" writes one to try.`);
  }
  const tooMany = rest[mostOthers[command] ?? 0];
  if (tooMany !== undefined && command === 'import') throw new Stop(`evenwatch import takes ${mostOthers[command] ?? 0} files at most, not ${rest.length}. Name a folder, or import them in parts.`);
  if (tooMany !== undefined || (file !== null && !takesFile.includes(command))) throw new Stop(`evenwatch ${command} does not take "${tooMany ?? file ?? ''}".`);
  if (!help && command === 'why' && (values.week === undefined || values.person === undefined)) {
    throw new Stop(`evenwatch why needs --${values.week === undefined ? 'week' : 'person'}: evenwatch why FILE --week 2027-W07 --person NAME.`);
  }
  return {
    command,
    file,
    others: rest,
    json: values.json === true,
    help,
    out: targetIn(values.out, values.to),
    quarter: quarterIn(values.quarter),
    seed: numberIn('seed', values.seed, 0, true) ?? 1,
    limit: numberIn('limit', values.limit, 0, false),
    prove: values.prove === true,
    maxChanges: numberIn('max-changes', values['max-changes'], 0, true),
    pins: values.pin ?? [],
    week: values.week ?? null,
    person: values.person ?? null,
    rotation: values.rotation ?? null,
    today: dayIn(values.today),
    format: values.format ?? null,
    table: values.table ?? null,
    layers: values.layer ?? [],
    region: values.region ?? null,
    remove: values.remove === true,
    map: values.map ?? [],
    audience: audienceIn(values.audience),
    base: values.base ?? null,
    prefer: values.prefer ?? null,
    dryRun: values['dry-run'] === true,
  };
}

/** Quarters ahead that are looked at for one without shifts. */
const MOST_AHEAD = 8;

/** The quarter to plan when none is named: the first from today's on in which nobody holds anything yet. */
export function quarterToPlan(workspace: Workspace, today: LocalDate): QuarterId {
  let quarter = quarterOf(today);
  for (let ahead = 0; ahead < MOST_AHEAD && shiftsOfQuarter(workspace.shifts, quarter).length > 0; ahead++) quarter = nextQuarter(quarter);
  return quarter;
}

/**
 * The quarter to look at when none is named: the last for which a plan was accepted, so that a plan just written is what is
 * looked at; else the last in which somebody holds a shift; else the one that would be planned.
 */
export function quarterToLookAt(workspace: Workspace, today: LocalDate): QuarterId {
  const planned = Object.values(workspace.quarters).flatMap(({ id, plan }) => (plan === null ? [] : [id]));
  const held = Object.values(workspace.shifts).map(({ start }) => quarterOf(dateOf(start)));
  return planned.sort().at(-1) ?? held.sort().at(-1) ?? quarterToPlan(workspace, today);
}
