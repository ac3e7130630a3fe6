import { addDays } from '../calendar/days.ts';
import { overlaps, type Span, spanOf } from '../calendar/span.ts';
import type { LocalDate, LocalDateTime, ZoneName } from '../model/dates.ts';
import type { LayerName, PersonId } from '../model/ids.ts';
import type { Rotation } from '../model/rotation.ts';
import type { Workspace } from '../model/workspace.ts';
import { turnsOf } from '../rotation/expand.ts';
import { heldTurns, type HeldTurns, type Served } from './held-turns.ts';
import { readCalendar, type CalendarFile } from './ics-in.ts';
import type { CalendarItem } from './ics-in-items.ts';
import { whoseItem } from './leave-who.ts';
import { type Known, peopleByName } from './people-match.ts';

/** How a calendar is to be understood as the shifts of one layer. */
export interface FeedTerms {
  readonly rotation: Rotation;
  readonly layer: LayerName;
  /** Days whose turns are asked for; `until` is not included. */
  readonly from: LocalDate;
  readonly until: LocalDate;
  /** Who is meant by what the file says, where no name or address tells; null leaves it out. */
  readonly mapping: ReadonlyMap<string, PersonId | null>;
}

export interface FeedShifts extends HeldTurns {
  readonly calendar: CalendarFile;
  /** What the file says of people whom nobody here is known by, with how often. */
  readonly unknown: ReadonlyMap<string, number>;
  /** Who serves when in the file, in order. */
  readonly served: readonly Served[];
}

/**
 * The name in a title as on-call tools write it: PagerDuty `On Call - NAME - SCHEDULE`, Grafana `[L0] NAME`, GoAlert
 * `NAME On-Call (APP: SCHEDULE)`, LinkedIn `TEAM ROLE shift: NAME`, and our own `On-call PRIMARY · ROTATION · NAME`; else all of it.
 */
export function nameInTitle(title: string): string {
  const patterns = [
    /^On Call - (.+?) - .+$/i,
    /^On-call [^·]+ · .+ · (.+)$/i,
    /^(.+?) On-Call \(.*$/i,
    /^.* shift: (.+)$/i,
    /^\[L\d\]\s*(.+)$/,
  ];
  for (const pattern of patterns) {
    const name = pattern.exec(title.trim())?.[1];
    if (name !== undefined) return name.trim();
  }
  return title.trim();
}

const midnight = (day: LocalDate): LocalDateTime => `${day}T00:00` as LocalDateTime;

const spanOfItem = ({ start, end, from, to }: CalendarItem, zone: ZoneName): Span =>
  spanOf(start ?? midnight(from), end ?? midnight(addDays(to, 1)), zone);

function personOf(
  item: CalendarItem,
  known: Known,
  mapping: FeedTerms['mapping'],
): { said: string; person: PersonId | null | undefined } {
  const title = nameInTitle(item.title);
  const whose = whoseItem({ people: item.people, title }, known);
  if (whose.kind === 'known') return { said: title, person: whose.person.id };
  return { said: whose.said, person: mapping.get(whose.said) };
}

/**
 * Reads an on-call feed as the turns of one layer. Times are compared as instants, whatever zone the file is written in: whoever serves
 * most of a turn holds it. Entries that cut turns differently, and turns that nobody serves, are named and not taken.
 *
 * @param text decoded
 */
export function readFeed(workspace: Workspace, text: string, terms: FeedTerms): FeedShifts {
  const { rotation, layer, from, until, mapping } = terms;
  const { zone } = rotation.handoff;
  // A turn that begins on the last day asked for ends later.
  const calendar = readCalendar(text, { zone, from, until: addDays(until, 7 * rotation.cadenceWeeks) });
  const known = peopleByName(workspace);
  const unknown = new Map<string, number>();
  const served: Served[] = [];
  for (const item of calendar.items) {
    const { said, person } = personOf(item, known, mapping);
    if (person === undefined || person === null) {
      if (!mapping.has(said)) unknown.set(said, (unknown.get(said) ?? 0) + 1);
    } else served.push({ person, span: spanOfItem(item, zone) });
  }
  const spans = calendar.items.map((item) => spanOfItem(item, zone));
  const spoken = {
    start: spans.reduce((least, { start }) => Math.min(least, start), Infinity),
    end: spans.reduce((most, { end }) => Math.max(most, end), -Infinity),
  };
  const slots = turnsOf(workspace.rotations, rotation, { from, until }).filter(
    (slot) => slot.layer === layer && overlaps(spanOf(slot.start, slot.end, zone), spoken),
  );
  return { calendar, unknown, served, ...heldTurns(workspace, slots, served, zone) };
}
