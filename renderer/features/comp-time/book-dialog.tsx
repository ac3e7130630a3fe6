import { useState } from 'react';
import { balanceOf, leastOpenFrom } from '../../../shared/comp-time/balance.ts';
import { leaveMinutes } from '../../../shared/comp-time/booking.ts';
import { linesOf } from '../../../shared/comp-time/ledger.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { LeaveId, PersonId } from '../../../shared/model/ids.ts';
import type { Leave } from '../../../shared/model/leave.ts';
import { dutiesDuring } from '../../../shared/planner/duties-during.ts';
import { afterText } from '../../../shared/words/comp-time-text.ts';
import { dayWithYearText, minutesText } from '../../../shared/words/date-text.ts';
import { readDuration } from '../../../shared/words/duration-text.ts';
import { slotWithDays } from '../../../shared/words/names.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { book } from './acts.ts';
import type { Ledger } from './use-ledger.ts';

interface Props {
  readonly ledger: Ledger;
  /** Null: the first of the team, to be chosen. */
  readonly person: PersonId | null;
  readonly onClose: () => void;
}

const parts: readonly { readonly id: Leave['part']; readonly title: string }[] = [
  { id: 'day', title: 'Whole days' },
  { id: 'morning', title: 'Morning only' },
  { id: 'afternoon', title: 'Afternoon only' },
];

/** A day of a date field; null while nothing whole is typed. */
const dayOf = (text: string): LocalDate | null =>
  /^\d{4}-\d\d-\d\d$/.test(text) ? (text as LocalDate) : null;

interface Typed {
  readonly person: PersonId;
  readonly from: string;
  readonly to: string;
  readonly part: Leave['part'];
  /** Null: as the days come to. */
  readonly time: string | null;
  readonly agreed: boolean;
}

interface Plan {
  readonly leave: Leave | null;
  readonly minutes: number | null;
  /** What can be taken on that day without leaving a later booking without cover. */
  readonly free: number;
  /** Of what is open today, what is lost before that day. */
  readonly lostBefore: number;
}

function planOf({ workspace, today }: Ledger, typed: Typed): Plan {
  const person = workspace.people[typed.person];
  const from = dayOf(typed.from);
  const to = typed.part === 'day' ? dayOf(typed.to) : from;
  if (person === undefined || from === null || to === null)
    return { leave: null, minutes: null, free: 0, lostBefore: 0 };
  const leave: Leave = {
    id: 'leave-draft' as LeaveId,
    person: person.id,
    from,
    to,
    part: typed.part,
    kind: 'comp-time',
    tentative: false,
    reason: '',
  };
  const minutes = typed.time === null ? leaveMinutes(workspace, person, leave) : readDuration(typed.time);
  const lots = balanceOf(workspace, person.id, from).lots;
  return {
    leave,
    minutes,
    free: leastOpenFrom(workspace, linesOf(workspace, person.id), from),
    lostBefore: lots
      .filter(({ expiresOn }) => expiresOn !== null && expiresOn > today && expiresOn <= from)
      .reduce((sum, { open }) => sum + open, 0),
  };
}

function faultOf({ leave, minutes }: Plan): string | undefined {
  if (leave === null) return 'Give the first and the last day';
  if (leave.to < leave.from) return 'The last day is before the first';
  if (minutes === null) return 'Give a length of time, such as 8 h or 7:30';
  return minutes <= 0 ? 'Nothing would be taken: these are no working days' : undefined;
}

interface EffectProps {
  readonly ledger: Ledger;
  readonly plan: Plan;
}

/** What the booking does before it is made: to the balance, and to what the person is on call for. */
function Effect({ ledger, plan }: EffectProps) {
  const { leave, minutes, free, lostBefore } = plan;
  if (leave === null || minutes === null || leave.to < leave.from) return null;
  const duties = dutiesDuring(ledger.workspace, leave);
  return (
    <div role="status" className="flex flex-col gap-1 rounded-md border border-divider p-3">
      <p>
        {minutesText(Math.max(0, free))} can be taken on {dayWithYearText(leave.from)};{' '}
        <span className={minutes > free ? 'font-medium text-error' : ''}>{afterText(free, minutes)}</span>.
      </p>
      {lostBefore > 0 ? (
        <p className="text-warning">{minutesText(lostBefore)} of it would be lost by then.</p>
      ) : null}
      {duties.length === 0 ? (
        <p className="text-muted">On call for nothing then. The planner goes around these days.</p>
      ) : (
        <div className="text-error">
          <p>× On call then; the shifts will be marked:</p>
          <ul className="pl-3.5">
            {duties.map(({ shift }) => (
              <li key={shift.id}>{slotWithDays(ledger.workspace, shift.id)}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

/** Time off from a balance: days, the time they take, and what that does, before it is booked as one step. */
export function BookDialog({ ledger, person, onClose }: Props) {
  const inTeam = ledger.people.filter(({ person: one }) => one.archivedOn === null);
  const [typed, setTyped] = useState<Typed>({
    person: person ?? inTeam[0]?.person.id ?? ('' as PersonId),
    from: ledger.today,
    to: ledger.today,
    part: 'day',
    time: null,
    agreed: false,
  });
  const [refusal, setRefusal] = useState<string | null>(null);
  const change = (changes: Partial<Typed>): void => {
    setRefusal(null);
    setTyped({ ...typed, ...changes });
  };
  const plan = planOf(ledger, typed);
  const fault = faultOf(plan);
  const inDebt = plan.minutes !== null && plan.minutes > plan.free;
  const save = (): void => {
    if (plan.leave === null || plan.minutes === null || fault !== undefined) return;
    const leave = { ...plan.leave, id: `leave-${crypto.randomUUID()}` as LeaveId };
    const said = book({ leave, minutes: plan.minutes, note: '', agreedDebt: typed.agreed });
    if (said === null) onClose();
    else setRefusal(said);
  };
  return (
    <Dialog
      title="Book time off"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            kind="primary"
            disabledReason={
              fault ??
              (inDebt && !typed.agreed ? 'More than the balance holds: agree to the debt first' : undefined)
            }
            onPress={save}
          >
            {plan.minutes === null ? 'Book' : `Book ${minutesText(plan.minutes)}`}
          </Button>
        </>
      }
    >
      <Select
        label="Person"
        options={inTeam.map(({ person: one }) => ({ id: one.id, title: one.name }))}
        value={typed.person}
        onChange={(id) => change({ person: id })}
      />
      <div className="grid grid-cols-2 gap-3">
        <Field
          label={typed.part === 'day' ? 'First day' : 'Day'}
          type="date"
          value={typed.from}
          onChange={(from) => change({ from, to: from > typed.to ? from : typed.to })}
        />
        {typed.part === 'day' ? (
          <Field
            label="Last day"
            type="date"
            value={typed.to}
            onChange={(to) => change({ to })}
            error={typed.to < typed.from ? 'Before the first day' : undefined}
          />
        ) : null}
        <Select
          label="How much of it"
          options={parts}
          value={typed.part}
          onChange={(part) => change({ part })}
        />
        <Field
          label="Takes off the balance"
          value={typed.time ?? (plan.minutes === null ? '' : minutesText(plan.minutes))}
          onChange={(time) => change({ time })}
          hint="Working days of 8 h; change it where yours differ"
          error={
            plan.minutes === null && plan.leave !== null
              ? 'Give hours or minutes, such as 8 h or 7:30'
              : undefined
          }
        />
      </div>
      <Effect ledger={ledger} plan={plan} />
      {inDebt ? (
        <Checkbox checked={typed.agreed} onChange={(agreed) => change({ agreed })}>
          I agree that the balance goes below zero
        </Checkbox>
      ) : null}
      {refusal === null ? null : (
        <p role="alert" className="text-error">
          {refusal}
        </p>
      )}
    </Dialog>
  );
}
