import type { Instant, LocalDate } from '../model/dates.ts';
import type { PersonId } from '../model/ids.ts';
import { sameJson } from '../model/json.ts';
import type { Published } from '../model/published.ts';
import { recordOf, recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import type { PlannedEvent } from './calendar-events.ts';

/** An event as it goes out: its record, and what the plan has for it; null once the plan has it no longer. */
export interface OutgoingEvent {
  readonly published: Published;
  readonly planned: PlannedEvent | null;
  /** The record is new or has changed: it has to be kept with the plan before the file is given away. */
  readonly isNews: boolean;
}

/**
 * What goes out now. An event whose times, people and status are as they were keeps its SEQUENCE and its moment, so that a plan without
 * changes gives the same file byte for byte; anything else counts one up. What the plan has no longer goes out as cancelled.
 *
 * @param since what ended before this day is let go
 * @param now an instant, written to whole seconds
 */
export function outgoing(
  workspace: Workspace,
  planned: readonly PlannedEvent[],
  since: LocalDate,
  now: Instant,
): readonly OutgoingEvent[] {
  const at = `${now.slice(0, 19)}Z` as Instant;
  const inPlan = new Set<string>(planned.map(({ id }) => id));
  const gone = recordsOf(workspace, 'published').filter(
    ({ id, endsAt }) => !inPlan.has(id) && endsAt.slice(0, 10) >= since,
  );
  return [
    ...planned.map((event) => standing(recordOf(workspace, 'published', event.id), event, at)),
    ...gone.map((known) => cancelled(known, at)),
  ];
}

const kindOf = ({ about }: PlannedEvent): Published['kind'] => about.kind;

function standing(known: Published | undefined, planned: PlannedEvent, at: Instant): OutgoingEvent {
  const { id, startsAt, endsAt, people } = planned;
  const wanted = { startsAt, endsAt, people, status: 'confirmed' } as const;
  if (known !== undefined && isAs(known, wanted)) return { published: known, planned, isNews: false };
  const former = known === undefined ? [] : formerOf(known, people);
  const sequence = known === undefined ? 0 : known.sequence + 1;
  return { published: { id, kind: kindOf(planned), sequence, at, ...wanted, former }, planned, isNews: true };
}

const isAs = (
  known: Published,
  wanted: Pick<Published, 'startsAt' | 'endsAt' | 'people' | 'status'>,
): boolean =>
  known.startsAt === wanted.startsAt &&
  known.endsAt === wanted.endsAt &&
  known.status === wanted.status &&
  sameJson([...known.people].sort(), [...wanted.people].sort());

function cancelled(known: Published, at: Instant): OutgoingEvent {
  if (known.status === 'cancelled') return { published: known, planned: null, isNews: false };
  const published: Published = {
    ...known,
    sequence: known.sequence + 1,
    at,
    status: 'cancelled',
    people: [],
    former: formerOf(known, []),
  };
  return { published, planned: null, isNews: true };
}

/** Whoever it concerned at some time and does no longer. */
const formerOf = (known: Published, people: readonly PersonId[]): readonly PersonId[] =>
  [...new Set([...known.former, ...known.people])].filter((person) => !people.includes(person));

/** Which events a file has. */
export type FeedChoice =
  | { readonly kind: 'team' }
  | { readonly kind: 'person'; readonly person: PersonId }
  | { readonly kind: 'role'; readonly rotation: string; readonly layer: string | null }
  | { readonly kind: 'holidays' }
  | { readonly kind: 'comp-days' }
  | { readonly kind: 'deadlines' };

/** An event of a file: for whoever lost it, it is off though others have it. */
export interface FeedEvent extends OutgoingEvent {
  readonly isOff: boolean;
}

const sortedOnce = new WeakMap<readonly OutgoingEvent[], ReadonlyMap<string, readonly FeedEvent[]>>();

/** The events of one file, in their order. All files of one export are taken from one walk over its events. */
export function chosen(events: readonly OutgoingEvent[], choice: FeedChoice): readonly FeedEvent[] {
  let byFile = sortedOnce.get(events);
  if (byFile === undefined) sortedOnce.set(events, (byFile = sortedInto(events)));
  return byFile.get(fileOf(choice)) ?? [];
}

function sortedInto(events: readonly OutgoingEvent[]): ReadonlyMap<string, readonly FeedEvent[]> {
  const byFile = new Map<string, FeedEvent[]>();
  const put = (choice: FeedChoice, event: FeedEvent): void => {
    const own = byFile.get(fileOf(choice));
    if (own === undefined) byFile.set(fileOf(choice), [event]);
    else own.push(event);
  };
  for (const event of events) {
    const { people, former, status, kind } = event.published;
    const standing = { ...event, isOff: status === 'cancelled' };
    const lost = { ...event, isOff: true };
    for (const choice of filesOf(event.published)) put(choice, standing);
    if (kind === 'holiday') continue;
    for (const person of new Set([...people, ...former]))
      put({ kind: 'person', person }, people.includes(person) ? standing : lost);
  }
  return byFile;
}

/** The files that an event is in, whomever it concerns. */
function filesOf({ id, kind }: Published): readonly FeedChoice[] {
  switch (kind) {
    case 'shift': {
      const [rotation = '', layer = ''] = id.split('/');
      const role = { kind: 'role', rotation } as const;
      return [{ kind: 'team' }, { ...role, layer: null }, { ...role, layer }];
    }
    case 'holiday':
      return [{ kind: 'holidays' }];
    case 'comp-day':
      return [{ kind: 'comp-days' }];
    case 'deadline':
      return [{ kind: 'deadlines' }];
  }
}

function fileOf(choice: FeedChoice): string {
  switch (choice.kind) {
    case 'person':
      return `person ${choice.person}`;
    case 'role':
      return choice.layer === null
        ? `rotation ${choice.rotation}`
        : `layer ${choice.rotation}/${choice.layer}`;
    default:
      return choice.kind;
  }
}
