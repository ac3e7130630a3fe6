import type { SimpleCommand } from '../editing/command.ts';
import type { HolidayId } from '../model/ids.ts';
import type { Holiday, HolidaySet, SettledSuggestion } from '../model/holiday.ts';
import type { HolidayChange, IncomingHoliday } from './holiday-diff.ts';

/** How an entry says that a library brought it: by the library's name, whatever its version. */
const LIBRARY = 'date-holidays';

/** True for what the library brought: another version of it may say otherwise. */
export const isFromLibrary = ({ source }: Holiday): boolean => source.startsWith(LIBRARY);

/** Where an entry comes from that the lead wrote or mended. */
export const byHand = 'by hand';

/** The suggestion that an entry stands for: of the library, or settled as this entry before; null for the lead's own. */
function suggestionOf({ settled }: HolidaySet, holiday: Holiday): string | null {
  const before = settled.find(({ as }) => as === holiday.id);
  if (before !== undefined) return before.suggestion;
  return isFromLibrary(holiday) ? `${holiday.actual} ${holiday.name}` : null;
}

const settledAs = (set: HolidaySet, suggestion: string, as: HolidayId | null): HolidaySet => {
  const one: SettledSuggestion = { suggestion, as };
  return { ...set, settled: [...set.settled.filter((other) => other.suggestion !== suggestion), one] };
};

const entryOf = (set: HolidaySet, id: HolidayId, incoming: IncomingHoliday, source: string): Holiday => ({
  id,
  set: set.id,
  name: incoming.name,
  actual: incoming.actual,
  observed: incoming.observed,
  weightPercent: incoming.weightPercent,
  tentative: incoming.tentative,
  source,
});

/** Entries that take these holidays as they are. @param newId a fresh id for each */
export const additions = (
  set: HolidaySet,
  incoming: readonly IncomingHoliday[],
  source: string,
  newId: () => HolidayId,
): readonly SimpleCommand[] =>
  incoming.map((one) => ({ kind: 'save-holiday', holiday: entryOf(set, newId(), one, source) }));

/**
 * Takes over what the other side says: adds, mends or removes the entry. Weights that the lead set stay where only the date or the name
 * is taken over from a library.
 */
export function takeOver(
  set: HolidaySet,
  change: HolidayChange,
  source: string,
  newId: () => HolidayId,
  weights = false,
): readonly SimpleCommand[] {
  const { incoming, holiday } = change;
  if (holiday === null) return additions(set, [incoming], source, newId);
  if (incoming === null) return [{ kind: 'remove-holiday', holiday: holiday.id }];
  const { name, actual, observed, weightPercent, tentative } = incoming;
  const taken = { ...holiday, name, actual, observed, source };
  return [{ kind: 'save-holiday', holiday: weights ? { ...taken, weightPercent, tentative } : taken }];
}

/**
 * Leaves a set as it is against a suggestion, for good: an entry of our own stands for it, or nothing does. Where the library no longer
 * has an entry, the entry becomes the lead's own.
 */
export function keepOurs(set: HolidaySet, { incoming, holiday }: HolidayChange): readonly SimpleCommand[] {
  if (incoming === null) return [{ kind: 'save-holiday', holiday: { ...holiday, source: byHand } }];
  if (incoming.key === null) return [];
  const settled = settledAs(set, incoming.key, holiday?.id ?? null);
  const own: readonly SimpleCommand[] =
    holiday === null || !isFromLibrary(holiday)
      ? []
      : [{ kind: 'save-holiday', holiday: { ...holiday, source: byHand } }];
  return [...own, { kind: 'save-holiday-set', set: settled }];
}

/** Mends an entry. What the library suggested for it counts as settled, so that no update brings it back. */
export function mend(set: HolidaySet, before: Holiday, after: Holiday): readonly SimpleCommand[] {
  const dates =
    before.name === after.name && before.actual === after.actual && before.observed === after.observed;
  if (dates) return [{ kind: 'save-holiday', holiday: after }];
  const suggestion = suggestionOf(set, before);
  const holiday: Holiday = { ...after, source: byHand };
  const save: SimpleCommand = { kind: 'save-holiday', holiday };
  return suggestion === null
    ? [save]
    : [save, { kind: 'save-holiday-set', set: settledAs(set, suggestion, holiday.id) }];
}

/** Strikes an entry out, for good where the library suggests it. */
export function strikeOut(set: HolidaySet, holiday: Holiday): readonly SimpleCommand[] {
  const suggestion = suggestionOf(set, holiday);
  const remove: SimpleCommand = { kind: 'remove-holiday', holiday: holiday.id };
  return suggestion === null
    ? [remove]
    : [{ kind: 'save-holiday-set', set: settledAs(set, suggestion, null) }, remove];
}
