import { addDays } from '../calendar/days.ts';
import { intersection, overlaps, type Span, spanOf, without } from '../calendar/span.ts';
import type { LocalDate, LocalDateTime, ZoneName } from '../model/dates.ts';
import type { LayerName, PersonId } from '../model/ids.ts';
import type { Rotation } from '../model/rotation.ts';
import { recordOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { type Slot, turnsOf } from '../rotation/expand.ts';
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

/** One turn, as it stands and as the file has it. */
export interface FeedTurn {
  readonly slot: Slot;
  readonly now: PersonId | null;
  readonly wanted: PersonId;
  /** Others who serve some of it in the file: it is not taken over. */
  readonly others: readonly PersonId[];
}

export interface FeedShifts {
  readonly calendar: CalendarFile;
  readonly turns: readonly FeedTurn[];
  /** Turns of the layer, in the days that the file speaks of, that nobody known serves in it: they stay as they are. */
  readonly open: readonly Slot[];
  /** Turns of which only some is served in the file. */
  readonly partly: readonly Slot[];
  /** What the file says of people whom nobody here is known by, with how often. */
  readonly unknown: ReadonlyMap<string, number>;
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

/** Who serves when, in true time. */
interface Served {
  readonly person: PersonId;
  readonly span: Span;
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

/** How much of a turn each person serves, in minutes, those with most first. */
function shares(slot: Span, served: readonly Served[]): readonly (readonly [PersonId, number])[] {
  const minutes = new Map<PersonId, number>();
  for (const { person, span } of served) {
    const own = intersection(slot, span);
    if (own !== null) minutes.set(person, (minutes.get(person) ?? 0) + own.end - own.start);
  }
  return [...minutes].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
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
  return { calendar, unknown, ...turnsIn(workspace, slots, served, zone) };
}

function turnsIn(
  workspace: Workspace,
  slots: readonly Slot[],
  served: readonly Served[],
  zone: ZoneName,
): Pick<FeedShifts, 'turns' | 'open' | 'partly'> {
  const turns: FeedTurn[] = [];
  const open: Slot[] = [];
  const partly: Slot[] = [];
  for (const slot of slots) {
    const span = spanOf(slot.start, slot.end, zone);
    const [most, ...rest] = shares(span, served);
    if (most === undefined) {
      open.push(slot);
      continue;
    }
    const gaps = without(
      span,
      served.map((one) => one.span),
    );
    if (gaps.length > 0) partly.push(slot);
    // A feed whose hand-offs lie elsewhere reaches into the turns around it: a sliver says nothing of who holds a turn.
    if (most[1] * 2 < span.end - span.start) continue;
    const now = recordOf(workspace, 'shifts', slot.id)?.person ?? null;
    turns.push({ slot, now, wanted: most[0], others: rest.map(([person]) => person) });
  }
  return { turns, open, partly };
}

/** The turns that the file would change. */
export const changedTurns = ({ turns }: FeedShifts): readonly FeedTurn[] =>
  turns.filter(({ now, wanted }) => now !== wanted);
