import { addDays, type DateRange, quarterOf } from '../calendar/days.ts';
import { toInstant } from '../calendar/zone.ts';
import type { SiteOptions, SitePart } from '../contract/site.ts';
import { redacted } from '../runbooks/redact.ts';
import { runbooksInOrder } from '../runbooks/coverage.ts';
import type { Instant, LocalDate, QuarterId } from '../model/dates.ts';
import type { Person } from '../model/person.ts';
import type { RotationId } from '../model/ids.ts';
import type { Rotation } from '../model/rotation.ts';
import type { Runbook } from '../model/runbook.ts';
import { recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { weekGrid, weeksOf, type WeekGrid } from '../planner/week-grid.ts';
import { feastsOf, type Feast } from '../words/quarter-rows.ts';
import { hasPart } from './options.ts';
import { turnsOf, type SiteTurn } from './turns.ts';

/** A published quarter: its turns by time, and by whole weeks. */
export interface SiteQuarter {
  readonly quarter: QuarterId;
  readonly weeks: DateRange;
  readonly grid: WeekGrid;
  readonly turns: readonly SiteTurn[];
  /** The same turns, each rotation's own. */
  readonly turnsBy: ReadonlyMap<RotationId, readonly SiteTurn[]>;
  readonly feasts: readonly Feast[];
}

/** What all pages of one site are made of. */
export interface Site {
  readonly workspace: Workspace;
  readonly options: SiteOptions;
  /** The day it is of: who is on call is told as of then. */
  readonly today: LocalDate;
  readonly quarters: readonly SiteQuarter[];
  /** In list order: the team, and whoever has left it but serves in a published quarter. */
  readonly people: readonly Person[];
  readonly rotations: readonly Rotation[];
  /** Those that may be read here, without their marked passages. */
  readonly runbooks: readonly Runbook[];
  readonly has: (part: SitePart) => boolean;
  /** Paths of the calendars that there are. */
  readonly calendars: ReadonlySet<string>;
  /** What a page's policy lets in: `sha256-…` of the style. */
  readonly styleHash: string;
}

/** Elements under what they have in common, each group in the order of all. */
export function groupedBy<Key, One>(
  all: readonly One[],
  keyOf: (one: One) => Key,
): ReadonlyMap<Key, readonly One[]> {
  const groups = new Map<Key, One[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return groups;
}

function quarterIn(workspace: Workspace, quarter: QuarterId): SiteQuarter {
  const all = weeksOf(quarter);
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined) throw new Error('a quarter has weeks');
  const weeks = { from: first.from, until: last.until };
  const turns = turnsOf(workspace, quarter);
  return {
    quarter,
    weeks,
    grid: weekGrid(workspace, quarter),
    turns,
    turnsBy: groupedBy(turns, ({ rotation }) => rotation),
    feasts: feastsOf(workspace, weeks),
  };
}

const byPlace = (a: { position: number; id: string }, b: { position: number; id: string }): number =>
  a.position - b.position || (a.id < b.id ? -1 : 1);

/** Investors read what is written for them; the house reads all of it but marked passages, which no export has. */
const readable = (workspace: Workspace, { audience }: SiteOptions): readonly Runbook[] =>
  runbooksInOrder(workspace)
    .filter((runbook) => audience === 'internal' || runbook.audience === 'investor')
    .map(redacted);

/** Gathers what the pages need, once for all of them. */
export function siteOf(
  workspace: Workspace,
  options: SiteOptions,
  { today, styleHash, calendars }: Pick<Site, 'today' | 'styleHash' | 'calendars'>,
): Site {
  const quarters = [...new Set(options.quarters)].sort().map((quarter) => quarterIn(workspace, quarter));
  const turns = quarters.flatMap((one) => one.turns);
  const serving = new Set(turns.flatMap(({ served }) => served.map(({ person }) => person)));
  const running = new Set(turns.map(({ rotation }) => rotation));
  const has = (part: SitePart): boolean => hasPart(options, part);
  return {
    workspace,
    options,
    today,
    quarters,
    people: recordsOf(workspace, 'people')
      .filter(({ id, archivedOn }) => archivedOn === null || serving.has(id))
      .sort(byPlace),
    rotations: recordsOf(workspace, 'rotations')
      .filter(({ id }) => running.has(id))
      .sort(byPlace),
    runbooks: has('runbooks') ? readable(workspace, options) : [],
    has,
    calendars,
    styleHash,
  };
}

/** The quarter that somebody who opens the schedule wants: the one that runs, else the next, else the last. */
export function currentQuarter({
  quarters,
  today,
}: Pick<Site, 'quarters' | 'today'>): SiteQuarter | undefined {
  const now = quarterOf(today);
  return quarters.find(({ quarter }) => quarter >= now) ?? quarters.at(-1);
}

/** The days that the published quarters reach over. */
export function siteRange({ quarters, today }: Pick<Site, 'quarters' | 'today'>): DateRange {
  const [first, last] = [quarters[0], quarters.at(-1)];
  return { from: first?.weeks.from ?? today, until: last?.weeks.until ?? addDays(today, 1) };
}

/** Noon of the site's day where the team is: whoever is on call then has the day. */
export const noonOf = ({ workspace, today }: Pick<Site, 'workspace' | 'today'>): Instant =>
  toInstant(`${today}T12:00` as Parameters<typeof toInstant>[0], workspace.about.zone);
