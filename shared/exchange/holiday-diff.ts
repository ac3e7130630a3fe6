import { holidayKey } from '../fairness/held-holidays.ts';
import type { LocalDate } from '../model/dates.ts';
import type { Holiday, SettledSuggestion } from '../model/holiday.ts';

/** A holiday as a library or a file has it. */
export interface IncomingHoliday {
  /** Names a suggestion of the library; null for what a file says. */
  readonly key: string | null;
  readonly name: string;
  readonly actual: LocalDate;
  readonly observed: LocalDate | null;
  readonly weightPercent: number;
  readonly tentative: boolean;
}

/** How a holiday from elsewhere stands to the entries of a set. */
export type HolidayChange =
  | { readonly kind: 'added'; readonly incoming: IncomingHoliday; readonly holiday: null }
  /** `moved`: another day, or observed on another; `renamed`: the same day under another name; `weighed`: weight or certainty. */
  | {
      readonly kind: 'moved' | 'renamed' | 'weighed' | 'same';
      readonly incoming: IncomingHoliday;
      readonly holiday: Holiday;
    }
  /** An entry that the other side does not have. */
  | { readonly kind: 'gone'; readonly incoming: null; readonly holiday: Holiday };

interface Terms {
  /** What the lead settled before stays as it was settled. */
  readonly settled?: readonly SettledSuggestion[];
  /** Files carry weight and certainty; a library's are only a suggestion for what is added. */
  readonly weights?: boolean;
  /** Entries that can be gone: of the library only those it brought. */
  readonly canBeGone?: (holiday: Holiday) => boolean;
}

function kindOf(
  holiday: Holiday,
  incoming: IncomingHoliday,
  weights: boolean,
): 'moved' | 'renamed' | 'weighed' | 'same' {
  if (holiday.actual !== incoming.actual || holiday.observed !== incoming.observed) return 'moved';
  if (holidayKey(holiday.name) !== holidayKey(incoming.name)) return 'renamed';
  const differs =
    holiday.weightPercent !== incoming.weightPercent || holiday.tentative !== incoming.tentative;
  return weights && differs ? 'weighed' : 'same';
}

const dateOf = ({ incoming, holiday }: HolidayChange): LocalDate =>
  incoming?.actual ?? holiday?.actual ?? ('' as LocalDate);

/**
 * What differs between the entries of a set and the holidays of a library or a file, by date. Entries are known again by name, then by
 * day; what the lead mended or struck out before is not brought up again.
 */
export function compareHolidays(
  entries: readonly Holiday[],
  incoming: readonly IncomingHoliday[],
  { settled = [], weights = false, canBeGone = () => true }: Terms = {},
): readonly HolidayChange[] {
  const decided = new Map(settled.map(({ suggestion, as }) => [suggestion, as]));
  const asked = incoming.filter(({ key }) => key === null || !decided.has(key));
  const known = new Set(incoming.flatMap(({ key }) => (key === null ? [] : [decided.get(key) ?? null])));
  let open = entries.filter(({ id }) => !known.has(id));
  const changes: HolidayChange[] = [];
  const match = (one: IncomingHoliday, holiday: Holiday): void => {
    open = open.filter((entry) => entry !== holiday);
    changes.push({ kind: kindOf(holiday, one, weights), incoming: one, holiday });
  };
  const unnamed = asked.filter((one) => {
    const found = open.find(({ name }) => holidayKey(name) === holidayKey(one.name));
    if (found !== undefined) match(one, found);
    return found === undefined;
  });
  for (const one of unnamed) {
    const found = open.find(({ actual }) => actual === one.actual);
    if (found === undefined) changes.push({ kind: 'added', incoming: one, holiday: null });
    else match(one, found);
  }
  for (const holiday of open) if (canBeGone(holiday)) changes.push({ kind: 'gone', incoming: null, holiday });
  return changes.sort((a, b) => (dateOf(a) < dateOf(b) ? -1 : dateOf(a) > dateOf(b) ? 1 : 0));
}
