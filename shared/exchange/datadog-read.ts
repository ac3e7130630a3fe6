import { instantOf } from '../calendar/zone.ts';
import {
  MOST_WATCHED,
  monitorStates,
  type Health,
  type Monitor,
  type MonitorState,
  type Objective,
} from './health.ts';
import { at, fieldOf, listAt, momentAt, textAt, type Json } from './json-fields.ts';

const MOST_TAGS = 20;

/** Of the tags only those that name a pipeline: the others say more of a company than is needed here. */
const tagsOf = (entry: Json, name: string): readonly string[] =>
  listAt(entry, name)
    .filter((tag): tag is string => typeof tag === 'string' && /^pipeline:/i.test(tag))
    .slice(0, MOST_TAGS)
    .map((tag) => tag.slice(0, 200));

const isState = (text: string | null): text is MonitorState => monitorStates.some((state) => state === text);

const LATEST = 8_640_000_000_000_000;

/** Its moments are texts in one answer and seconds or milliseconds since 1970 in another. */
function sinceOf(entry: Json): string | null {
  const given = fieldOf(entry, 'overall_state_modified') ?? fieldOf(entry, 'modified');
  if (typeof given !== 'number') {
    const moment = momentAt({ given }, 'given');
    return moment === null ? null : instantOf(moment);
  }
  const milliseconds = given < 100_000_000_000 ? given * 1000 : given;
  return Math.abs(milliseconds) <= LATEST ? instantOf(milliseconds) : null;
}

/** A monitor as the list of monitors and the search for them give it; a state that nobody knows is Unknown, never OK. */
export function monitorOf(entry: Json): Monitor | null {
  const [id, name] = [textAt(entry, 'id'), textAt(entry, 'name')];
  if (id === null || name === null) return null;
  const state = textAt(entry, 'overall_state') ?? textAt(entry, 'status');
  return {
    id,
    name,
    state: isState(state) ? state : 'Unknown',
    since: sinceOf(entry),
    tags: tagsOf(entry, 'tags'),
  };
}

const numberAt = (value: Json, ...names: readonly string[]): number | null => {
  const found = at(value, ...names);
  return typeof found === 'number' && Number.isFinite(found) ? found : null;
};

const objectiveStates = ['breached', 'warning', 'no_data', 'ok'] as const;

/** An objective: as the search gives it, with its status; a plain list says none. */
export function objectiveOf(entry: Json): Objective | null {
  const inner = fieldOf(entry, 'data') ?? entry;
  const facts = fieldOf(inner, 'attributes') ?? inner;
  const [id, name] = [textAt(inner, 'id'), textAt(facts, 'name')];
  if (id === null || name === null) return null;
  const said = textAt(facts, 'status', 'state')?.toLowerCase();
  const first = listAt(facts, 'thresholds')[0];
  return {
    id,
    name,
    state: objectiveStates.find((state) => state === said) ?? 'unknown',
    reached: numberAt(facts, 'status', 'sli'),
    target: numberAt(first, 'target'),
    window: textAt(first, 'timeframe'),
    budget: numberAt(facts, 'status', 'error_budget_remaining'),
    tags: [...new Set([...tagsOf(facts, 'all_tags'), ...tagsOf(facts, 'tags')])],
  };
}

/** The entries of an answer, or of several answers that were saved one after the other, by what they are. */
export function healthOf(answers: readonly Json[], readAt: string): Health {
  const monitors = new Map<string, Monitor>();
  const objectives = new Map<string, Objective>();
  let [unread, hasObjectives] = [0, false];
  const take = <Found extends { readonly id: string }>(
    into: Map<string, Found>,
    found: Found | null,
  ): void => {
    if (found === null || into.size >= MOST_WATCHED) unread++;
    else into.set(found.id, found);
  };
  for (const answer of answers) {
    for (const entry of monitorsIn(answer)) take(monitors, monitorOf(entry));
    const list = objectivesIn(answer);
    if (list === null) continue;
    hasObjectives = true;
    for (const entry of list) take(objectives, objectiveOf(entry));
  }
  return {
    readAt,
    monitors: [...monitors.values()],
    objectives: hasObjectives ? [...objectives.values()] : null,
    unread,
  };
}

/** A monitor says its query; an objective has thresholds. A bare list is one of monitors, or of objectives, by its entries. */
const isObjective = (entry: Json): boolean =>
  Array.isArray(at(entry, 'thresholds')) || Array.isArray(at(entry, 'data', 'attributes', 'thresholds'));

function monitorsIn(answer: Json): readonly Json[] {
  if (Array.isArray(answer)) return (answer as readonly Json[]).filter((entry) => !isObjective(entry));
  const single = textAt(answer, 'overall_state') === null ? [] : [answer];
  return [...listAt(answer, 'monitors'), ...single];
}

function objectivesIn(answer: Json): readonly Json[] | null {
  if (Array.isArray(answer)) {
    const found = (answer as readonly Json[]).filter(isObjective);
    return found.length === 0 ? null : found;
  }
  const lists = [at(answer, 'data', 'attributes', 'slos'), fieldOf(answer, 'slos')];
  const data = fieldOf(answer, 'data');
  if (Array.isArray(data) && (data as readonly Json[]).some(isObjective)) lists.push(data);
  const found = lists.filter((list) => Array.isArray(list));
  return found.length === 0 ? null : found.flat();
}

/** Whether a value looks like something that this reader was made for: half of it may still be unknown to it. */
export const isHealth = (answer: Json): boolean =>
  objectivesIn(answer) !== null || monitorsIn(answer).some((entry) => monitorOf(entry) !== null);
