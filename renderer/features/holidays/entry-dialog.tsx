import { useState } from 'react';
import { byHand, mend } from '../../../shared/exchange/holiday-steps.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { Holiday, HolidaySet } from '../../../shared/model/holiday.ts';
import { entryFaults, setText } from '../../../shared/words/holiday-text.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { newHolidayId, tryEdit } from './holiday-acts.ts';

interface Props {
  readonly set: HolidaySet;
  /** Null writes a new one. */
  readonly entry: Holiday | null;
  /** The other entries of the set: one name and one day each. */
  readonly others: readonly Holiday[];
  readonly onClose: () => void;
}

interface Typed {
  readonly name: string;
  readonly actual: string;
  readonly observed: string;
  readonly weightPercent: number;
  readonly tentative: boolean;
}

const typedOf = (entry: Holiday | null): Typed => ({
  name: entry?.name ?? '',
  actual: entry?.actual ?? '',
  observed: entry?.observed ?? '',
  weightPercent: entry?.weightPercent ?? 100,
  tentative: entry?.tentative ?? false,
});

const holidayOf = (set: HolidaySet, entry: Holiday | null, typed: Typed): Holiday => ({
  id: entry?.id ?? newHolidayId(),
  set: set.id,
  name: typed.name.trim(),
  actual: typed.actual as LocalDate,
  observed: typed.observed === '' ? null : (typed.observed as LocalDate),
  weightPercent: typed.weightPercent,
  tentative: typed.tentative,
  source: entry?.source ?? byHand,
});

/** Adds a holiday to a set, or mends one. What the library suggested for it stays mended when the library changes. */
export function EntryDialog({ set, entry, others, onClose }: Props) {
  const [typed, setTyped] = useState(() => typedOf(entry));
  const [asked, setAsked] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const faults = entryFaults(
    { ...typed, observed: typed.observed === '' ? null : (typed.observed as LocalDate) },
    set.year,
    others,
  );
  const shown = asked ? faults : {};
  const change = (part: Partial<Typed>): void => {
    setTyped({ ...typed, ...part });
    setRefusal(null);
  };
  const save = (): void => {
    setAsked(true);
    if (Object.keys(faults).length > 0) return;
    const holiday = holidayOf(set, entry, typed);
    const commands =
      entry === null ? [{ kind: 'save-holiday' as const, holiday }] : mend(set, entry, holiday);
    const why = tryEdit(
      commands,
      `${holiday.name} ${entry === null ? 'added to' : 'changed in'} ${setText(set)}`,
    );
    if (why === null) onClose();
    else setRefusal(why);
  };
  return (
    <Dialog
      title={entry === null ? `Add a holiday to ${setText(set)}` : `Change ${entry.name}`}
      isOpen
      onClose={onClose}
      actions={null}
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Field
          label="Name"
          value={typed.name}
          onChange={(name) => change({ name })}
          error={shown.name}
          autoFocus={entry === null}
        />
        <div className="grid grid-cols-2 gap-3">
          <Field
            label="Day"
            type="date"
            value={typed.actual}
            onChange={(actual) => change({ actual })}
            error={shown.actual}
          />
          <Field
            label="Observed on"
            type="date"
            value={typed.observed}
            onChange={(observed) => change({ observed })}
            error={shown.observed}
            hint="Where another day is free instead"
          />
        </div>
        <div className="flex flex-col gap-1">
          <NumberField
            label="Weight, in per cent"
            value={typed.weightPercent}
            least={0}
            most={300}
            onChange={(weightPercent) => change({ weightPercent })}
          />
          <p className="text-label text-muted">
            100 for a whole holiday, 50 for half a day, 200 for one that counts twice.
          </p>
        </div>
        <Checkbox checked={typed.tentative} onChange={(tentative) => change({ tentative })}>
          Tentative: the day is not certain yet
        </Checkbox>
        {refusal === null ? null : (
          <p role="alert" className="text-error">
            {refusal}
          </p>
        )}
        <div className="flex justify-end gap-2">
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" type="submit">
            {entry === null ? 'Add holiday' : 'Save holiday'}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
