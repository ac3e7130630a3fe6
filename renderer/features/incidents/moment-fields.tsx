import { atTime, dateOf, timeOf } from '../../../shared/calendar/days.ts';
import { secondsBetween, toInstant, toLaterInstant, toLocal } from '../../../shared/calendar/zone.ts';
import type { Instant, LocalDate, LocalDateTime, ZoneName } from '../../../shared/model/dates.ts';
import { clockTimeText, momentText, readClockTime, timeExample } from '../../../shared/words/date-text.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Field } from '../../ui/field.tsx';

/** A day and a time as they are typed. */
export interface TypedMoment {
  readonly date: string;
  readonly time: string;
  /** The second time that the clock shows it, in the night in which it is put back. */
  readonly again: boolean;
}

const isDay = (text: string): text is LocalDate => /^\d{4}-\d\d-\d\d$/.test(text);

/** What was typed, as the wall clock shows it; null where it is no day or no time. */
function readingOf({ date, time }: TypedMoment): LocalDateTime | null {
  const clock = readClockTime(time);
  return isDay(date) && clock !== null ? atTime(date, clock) : null;
}

export function typedOf(at: Instant, zone: ZoneName): TypedMoment {
  const local = toLocal(at, zone);
  const later = toLaterInstant(local, zone);
  const again = later !== null && secondsBetween(later, at) >= 0;
  return { date: dateOf(local), time: clockTimeText(timeOf(local)), again };
}

/**
 * The instant that was typed, on the clock of a zone; null where it is none. A minute that holds `after` is read as that very moment:
 * what follows it within the minute must not seem to come before it.
 */
export function instantOf(value: TypedMoment, zone: ZoneName, after?: Instant): Instant | null {
  const typed = readingOf(value);
  if (typed === null) return null;
  const at = (value.again ? toLaterInstant(typed, zone) : null) ?? toInstant(typed, zone);
  const before = after === undefined ? -1 : secondsBetween(at, after);
  return after !== undefined && before >= 0 && before < 60 ? after : at;
}

/** What the clocks of a zone do to a reading in a night in which they are changed; null where they show it once. */
function oddReading(typed: LocalDateTime, zone: ZoneName): 'twice' | LocalDateTime | null {
  if (toLaterInstant(typed, zone) !== null) return 'twice';
  const shown = toLocal(toInstant(typed, zone), zone);
  return shown === typed ? null : shown;
}

interface Props {
  readonly value: TypedMoment;
  readonly onChange: (value: TypedMoment) => void;
  readonly zone: ZoneName;
  readonly error?: string | undefined;
}

/** When something happened. */
export function MomentFields({ value, onChange, zone, error }: Props) {
  const typed = readingOf(value);
  const odd = typed === null ? null : oddReading(typed, zone);
  return (
    <div className="flex flex-col gap-2">
      <div className="grid grid-cols-[minmax(0,1fr)_6rem] gap-3">
        <Field
          label="On"
          type="date"
          value={value.date}
          onChange={(date) => onChange({ ...value, date })}
          error={error ?? (isDay(value.date) ? undefined : 'Give a day')}
        />
        <Field
          label="at"
          value={value.time}
          onChange={(time) => onChange({ ...value, time })}
          error={readClockTime(value.time) === null ? `As ${timeExample()}` : undefined}
        />
      </div>
      {odd === 'twice' ? (
        <Checkbox checked={value.again} onChange={(again) => onChange({ ...value, again })}>
          The second time, after the clocks went back
        </Checkbox>
      ) : odd === null ? null : (
        <p className="text-label text-muted">
          The clocks went forward and never showed this: it counts as {momentText(odd)}.
        </p>
      )}
    </div>
  );
}
