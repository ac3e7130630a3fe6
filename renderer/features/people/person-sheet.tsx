import { Archive } from 'lucide-react';
import { useMemo, useState } from 'react';
import { nextWeekday, quarterRange } from '../../../shared/calendar/days.ts';
import { shiftsOutside } from '../../../shared/editing/leaving.ts';
import { readDay } from '../../../shared/exchange/cell-dates.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { Person } from '../../../shared/model/person.ts';
import { recordsOf } from '../../../shared/model/tables.ts';
import { weeksOfTurn } from '../../../shared/planner/wishes.ts';
import { outsideText } from '../../../shared/words/people-text.ts';
import { useView } from '../../state/view-store.ts';
import { useWorkspace, useWorkspaceStore } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { ArchiveDialog } from './archive-dialog.tsx';
import { FactsPart, OtherNamesPart } from './facts-part.tsx';
import { FormPart } from './form-part.tsx';
import { savePerson } from './people-acts.ts';
import {
  formOf,
  isPerson,
  personOfForm,
  twinErrors,
  type FormErrors,
  type PersonForm,
} from './person-form.ts';
import { TurnsPart } from './turns-part.tsx';
import { WeekStrip } from './week-strip.tsx';

interface Props {
  readonly person: Person;
  readonly isNew: boolean;
  readonly today: LocalDate;
  readonly onClose: () => void;
}

/** A day of the form; null where it is empty or not a day. */
function dayIn(text: string): LocalDate | null {
  const reading = readDay(text, null);
  return reading.ok ? reading.value : null;
}

/** Everything about one person, saved as one step. */
export function PersonSheet({ person, isNew, today, onClose }: Props) {
  const workspace = useWorkspace();
  const readOnly = useWorkspaceStore((state) => state.readOnlyBecause);
  // The first whole week of the quarter on view: that is what wishes are collected for.
  const planned = nextWeekday(quarterRange(useView((view) => view.quarter)).from, 1);
  const [form, setForm] = useState(() => formOf(workspace, person));
  const [errors, setErrors] = useState<FormErrors>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [archiving, setArchiving] = useState(false);
  const onCall = useMemo(
    () =>
      new Set(
        recordsOf(workspace, 'shifts')
          .filter((shift) => shift.person === person.id)
          .flatMap(({ start, end }) => weeksOfTurn(start, end)),
      ),
    [workspace, person.id],
  );
  const outside = shiftsOutside(workspace, person.id, dayIn(form.joins), dayIn(form.leaves));

  const set = (change: Partial<PersonForm>): void => {
    setForm({ ...form, ...change });
    setErrors({});
    setFailure(null);
  };
  const save = (): void => {
    const answer = personOfForm(form, person);
    if (!isPerson(answer)) return setErrors(answer);
    const twin = twinErrors(workspace, answer);
    if (twin !== null) return setErrors(twin);
    const reason = savePerson(form, answer, isNew);
    if (reason === null) onClose();
    else setFailure(reason);
  };
  return (
    <Sheet
      title={isNew ? 'Add somebody' : person.name}
      isOpen
      onClose={onClose}
      actions={
        <>
          {isNew ? null : (
            <Button
              kind="quiet"
              icon={<Archive size={14} aria-hidden />}
              disabledReason={readOnly === null ? undefined : `Read only: ${readOnly}`}
              onPress={() => setArchiving(true)}
            >
              Archive…
            </Button>
          )}
          <span className="flex-1" />
          <Button onPress={onClose}>Cancel</Button>
          <Button
            kind="primary"
            disabledReason={readOnly === null ? undefined : `Read only: ${readOnly}`}
            onPress={save}
          >
            {isNew ? 'Add to the team' : 'Save'}
          </Button>
        </>
      }
    >
      <FactsPart form={form} errors={errors} isNew={isNew} set={set} />
      {outside.length === 0 ? null : (
        <p role="status" className="rounded-md bg-warning-ground px-3 py-2 text-warning">
          {outsideText(workspace, outside)}
        </p>
      )}
      <FormPart title="Takes turns in">
        <TurnsPart person={person.id} form={form} today={today} set={set} />
      </FormPart>
      <FormPart title="Weeks wanted and avoided" about="Plans grant them where they can; each has its price.">
        <WeekStrip
          wishes={form.wishes}
          onChange={(wishes) => set({ wishes })}
          today={today}
          from={planned > today ? planned : today}
          onCall={onCall}
        />
      </FormPart>
      <FormPart title="For imports">
        <OtherNamesPart form={form} errors={errors} set={set} />
      </FormPart>
      {failure === null && Object.keys(errors).length === 0 ? null : (
        <p
          role="alert"
          // It stands at the end of a long sheet. What is wrong with a field is said there too, and stays in sight.
          ref={failure === null ? undefined : (alert) => alert?.scrollIntoView({ block: 'nearest' })}
          className="rounded-md bg-error-ground px-3 py-2 text-error"
        >
          {failure ?? `Not saved: ${Object.values(errors).join(' ')}`}
        </p>
      )}
      {archiving ? (
        <ArchiveDialog
          person={person}
          today={today}
          onClose={() => setArchiving(false)}
          onArchived={onClose}
        />
      ) : null}
    </Sheet>
  );
}
