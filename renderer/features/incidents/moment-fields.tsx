import { atTime, dateOf, timeOf } from '../../../shared/calendar/days.ts';
import { toInstant, toLocal } from '../../../shared/calendar/zone.ts';
import type { Instant, LocalDate, LocalTime, ZoneName } from '../../../shared/model/dates.ts';
import { Field } from '../../ui/field.tsx';

/** A day and a time as they are typed. */
export interface TypedMoment {
  readonly date: string;
  readonly time: string;
}

const isDay = (text: string): text is LocalDate => /^\d{4}-\d\d-\d\d$/.test(text);
const isTime = (text: string): text is LocalTime => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

export function typedOf(at: Instant, zone: ZoneName): TypedMoment {
  const local = toLocal(at, zone);
  return { date: dateOf(local), time: timeOf(local) };
}

/**
 * The instant that was typed, on the clock of a zone; null where it is none. A minute that holds `after` is read as that very moment:
 * what follows it within the minute must not seem to come before it.
 */
export function instantOf({ date, time }: TypedMoment, zone: ZoneName, after?: Instant): Instant | null {
  if (!isDay(date) || !isTime(time)) return null;
  const typed = atTime(date, time);
  return after !== undefined && toLocal(after, zone) === typed ? after : toInstant(typed, zone);
}

interface Props {
  readonly value: TypedMoment;
  readonly onChange: (value: TypedMoment) => void;
  readonly error?: string | undefined;
}

/** When something happened. */
export function MomentFields({ value, onChange, error }: Props) {
  const wrongTime = isTime(value.time) ? undefined : 'As 14:30';
  return (
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
        error={wrongTime}
      />
    </div>
  );
}
