import type { LocalDate } from '../model/dates.ts';
import type { Issue, Runbook, Sla } from '../model/runbook.ts';
import { safeUrl } from '../runbooks/safe-url.ts';
import { mostLine, mostProse, oneLine } from './runbook-lines.ts';
import { promiseOf } from '../runbooks/promise.ts';
import type { Naming } from './runbook-who.ts';

/** What front matter says of a runbook, and what of it was not understood. */
export interface Fields {
  readonly changes: Partial<Runbook>;
  /** Keys that are none of ours: they stay in the front matter as they are written. */
  readonly unknown: readonly string[];
  readonly notes: readonly string[];
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
const isDay = (text: string): boolean => {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (found === null) return false;
  const [year, month, day] = found.slice(1).map(Number);
  const leap = year !== undefined && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const most = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][(month ?? 0) - 1] ?? 0;
  return (day ?? 0) >= 1 && (day ?? 0) <= most;
};
const record = (value: unknown): Record<string, unknown> | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === null || value === undefined ? [] : [value];
const words = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** The platform's own reader of addresses; windows and Node both have it, but shared/ is compiled with the types of neither. */
declare const URL: { canParse(url: string): boolean };

type Note = (what: string) => void;

function line(value: unknown, what: string, note: Note): string | null {
  const text = oneLine(words(value));
  if (text === '') {
    note(`${what} is no text`);
    return null;
  }
  if (text.length > mostLine) note(`${what} is cut to ${mostLine} characters`);
  return text.slice(0, mostLine);
}

function few<Item>(items: readonly Item[], most: number, what: string, note: Note): readonly Item[] {
  if (items.length > most)
    note(`only the first ${most} of ${items.length} ${what} are read; all stay in the front matter`);
  return items.slice(0, most);
}

const lines = (value: unknown, most: number, what: string, note: Note): readonly string[] =>
  few(listOf(value), most, what, note)
    .map((one) => line(one, `an entry of ${what}`, note))
    .filter((one) => one !== null);

function prose(value: unknown, what: string, note: Note): string {
  const text = words(value).trim();
  if (text.length > mostProse) note(`${what} is cut to ${mostProse} characters`);
  return text.slice(0, mostProse);
}

function promise(value: unknown, note: Note): Sla | null {
  const entry = record(value);
  const text = line(entry === null ? value : entry['text'], 'an entry of slas', note);
  if (text === null) return null;
  const read = promiseOf(text);
  if (entry === null) return read;
  const day = Number(/\d+/.exec(words(entry['deadline']))?.[0] ?? NaN);
  const hours =
    Number(/\d+/.exec(words(entry['resolve_within']))?.[0] ?? NaN) *
    (/day/i.test(words(entry['resolve_within'])) ? 24 : 1);
  const severity =
    entry['severity'] === 'critical' || entry['severity'] === 'normal' ? entry['severity'] : read.severity;
  return {
    text,
    dayOfMonth: 'deadline' in entry ? (day >= 1 && day <= 31 ? day : null) : read.dayOfMonth,
    resolveWithinHours:
      'resolve_within' in entry ? (hours >= 1 && hours <= 1000 ? hours : null) : read.resolveWithinHours,
    severity,
  };
}

function issue(value: unknown, note: Note): Issue | null {
  const entry = record(value);
  const symptom = line(entry === null ? value : entry['symptom'], 'the symptom of an issue', note);
  if (symptom === null) return null;
  return {
    symptom,
    cause: prose(entry?.['cause'], 'a cause', note),
    steps: few(listOf(entry?.['steps']), 50, 'steps', note)
      .map((one) => prose(one, 'a step', note))
      .filter((one) => one !== ''),
    escalation: prose(entry?.['escalation'], 'an escalation', note),
  };
}

function link(value: unknown, note: Note): { title: string; url: string } | null {
  const entry = record(value);
  const said = words(entry === null ? value : entry['url']).trim();
  const url = safeUrl(said);
  if (url === null || !/^https?:/i.test(url) || !URL.canParse(url)) {
    note(`${said.slice(0, 60) || 'a link'} is no address of the web, and no link is made of it`);
    return null;
  }
  return { title: line(entry?.['title'] ?? url, 'the title of a link', note) ?? url.slice(0, mostLine), url };
}

const audiences: readonly unknown[] = ['investor', 'internal', 'experimental'];

type Reader = (value: unknown, naming: Naming, note: Note) => Partial<Runbook>;

const owner =
  (role: 'ownerPrimary' | 'ownerSecondary'): Reader =>
  (value, naming, note) => {
    if (value === null) return { [role]: null };
    const person = naming.person(words(value));
    if (person === null)
      note(`${words(value).slice(0, 80) || 'an owner'} is nobody of the team, or more than one`);
    return person === null ? {} : { [role]: person };
  };

const readers: Readonly<Record<string, Reader>> = {
  title: (value, _naming, note) => {
    const title = line(value, 'title', note);
    return title === null ? {} : { title };
  },
  pipeline: (value, naming, note) => {
    if (value === null) return { pipeline: null };
    const pipeline = naming.pipeline(words(value));
    if (pipeline === null) note(`there is no pipeline ${words(value).slice(0, 80)}`);
    return pipeline === null ? {} : { pipeline };
  },
  tasks: (value, naming, note) => ({
    tasks: few(listOf(value), 50, 'tasks', note).flatMap((one) => {
      const task = naming.task(words(one));
      if (task === null) note(`there is no task ${words(one).slice(0, 80)}`);
      return task === null ? [] : [task];
    }),
  }),
  data_types: (value, _naming, note) => ({ dataTypes: lines(value, 50, 'data_types', note) }),
  owner_primary: owner('ownerPrimary'),
  owner_secondary: owner('ownerSecondary'),
  audience: (value, _naming, note) => {
    if (audiences.includes(value)) return { audience: value as Runbook['audience'] };
    note('audience is none of investor, internal and experimental');
    return {};
  },
  slas: (value, _naming, note) => ({
    slas: few(listOf(value), 50, 'slas', note)
      .map((one) => promise(one, note))
      .filter((one) => one !== null),
  }),
  issues: (value, _naming, note) => ({
    issues: few(listOf(value), 200, 'issues', note)
      .map((one) => issue(one, note))
      .filter((one) => one !== null),
  }),
  last_reviewed_on: (value, _naming, note) => {
    if (value === null) return { lastReviewedOn: null };
    if (isText(value) && isDay(value)) return { lastReviewedOn: value as LocalDate };
    note('last_reviewed_on is no day such as 2026-11-23');
    return {};
  },
  review_in: (value, _naming, note) => {
    const found = /^(\d{1,2})(?:\s*(months?|years?))?$/i.exec(words(value).trim());
    const months = Number(found?.[1] ?? NaN) * (/^y/i.test(found?.[2] ?? '') ? 12 : 1);
    if (months >= 1 && months <= 36) return { reviewEveryMonths: months };
    note('review_in is no time such as 6 months, of at most 36');
    return {};
  },
};

/** Keys that are read elsewhere, or together: the id tells which runbook a file is, and three lists make up the links. */
const apart = ['id', 'links', 'monitors', 'dashboards'];

/**
 * What the keys of front matter change in a runbook. What it says wrongly is noted and left as it was; nothing throws.
 *
 * @param values as `readFront` gives them
 */
export function readFields(values: Readonly<Record<string, unknown>>, naming: Naming): Fields {
  const notes: string[] = [];
  const note: Note = (what) => void notes.push(what);
  const changes: Partial<Runbook>[] = [];
  const unknown: string[] = [];
  for (const [key, value] of Object.entries(values)) {
    const reader = Object.hasOwn(readers, key) ? readers[key] : undefined;
    if (reader !== undefined) changes.push(reader(value, naming, note));
    else if (!apart.includes(key)) unknown.push(key);
  }
  if (['links', 'monitors', 'dashboards'].some((key) => key in values)) {
    const said = ['links', 'monitors', 'dashboards'].flatMap((key) => listOf(values[key]));
    changes.push({
      links: few(said, 50, 'links', note)
        .map((one) => link(one, note))
        .filter((one) => one !== null),
    });
  }
  return { changes: Object.assign({}, ...changes) as Partial<Runbook>, unknown, notes };
}
