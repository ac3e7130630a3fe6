import { useState } from 'react';
import { CircleX, TriangleAlert } from 'lucide-react';
import { addDays } from '../../../shared/calendar/days.ts';
import { ledgerLineOf } from '../../../shared/editing/leave-edits.ts';
import { leaveEffect, type LeaveEffect } from '../../../shared/editing/leave-effect.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import type { Leave } from '../../../shared/model/leave.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { leaveEffectLines } from '../../../shared/words/leave-text.ts';
import { personName } from '../../../shared/words/names.ts';
import { today } from '../../state/clock.ts';
import { putLeave, putMerged, takeLeaveAway } from '../../state/leave-acts.ts';
import { showScreen } from '../../state/view-store.ts';
import { useWorkspace, useWorkspaceStore } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Select } from '../../ui/select.tsx';
import { setLeave, useLeave } from './leave-store.ts';

const parts = [
  { id: 'day', title: 'All day' },
  { id: 'morning', title: 'Morning' },
  { id: 'afternoon', title: 'Afternoon' },
] as const;

const kinds = [
  { id: 'leave', title: 'Leave' },
  { id: 'other', title: 'Other absence' },
] as const;

/** What is typed: a day may be empty or half written while it is. */
interface Typed extends Omit<Leave, 'from' | 'to'> {
  readonly from: string;
  readonly to: string;
}

const isDay = (text: string): text is LocalDate => /^\d{4}-\d\d-\d\d$/.test(text);

/** The longest leave that is taken for meant: a year was mistyped beyond it. */
const MOST_DAYS = 400;

function errorsOf({ from, to }: Typed): { readonly from?: string; readonly to?: string } {
  if (!isDay(from)) return { from: 'The first day is missing.' };
  if (!isDay(to)) return { to: 'The last day is missing.' };
  if (to < from) return { to: 'The last day is before the first.' };
  return to > addDays(from, MOST_DAYS) ? { to: `This is more than ${MOST_DAYS} days. Check the year.` } : {};
}

const leaveOfTyped = (typed: Typed): Leave | null =>
  isDay(typed.from) && isDay(typed.to) && Object.keys(errorsOf(typed)).length === 0
    ? { ...typed, from: typed.from, to: typed.to, part: typed.from === typed.to ? typed.part : 'day' }
    : null;

/** What saving would do, as it is typed. */
function Effect({ workspace, effect }: { readonly workspace: Workspace; readonly effect: LeaveEffect }) {
  const [, ...against] = leaveEffectLines(workspace, effect);
  const [head] = leaveEffectLines(workspace, effect);
  return (
    <div role="status" className="flex flex-col gap-0.5 rounded-md bg-panel px-3 py-2">
      <p>{head?.text}</p>
      {against.map(({ kind, text }) => (
        <p key={text} className="flex items-start gap-1.5">
          {kind === 'soft' ? (
            <TriangleAlert size={13} className="mt-0.5 shrink-0 text-warning" aria-hidden />
          ) : (
            <CircleX size={13} className="mt-0.5 shrink-0 text-error" aria-hidden />
          )}
          {text}
        </p>
      ))}
      {effect.clashes.length === 0 || effect.refusal !== null ? null : (
        <p className="text-muted">No turn moves by itself: repairs stand under Conflicts.</p>
      )}
    </div>
  );
}

interface FieldsProps {
  readonly typed: Typed;
  readonly set: (change: Partial<Typed>) => void;
  readonly shownErrors: { readonly from?: string; readonly to?: string };
}

function Fields({ typed, set, shownErrors }: FieldsProps) {
  const workspace = useWorkspace();
  const people = Object.values(workspace.people)
    .filter(({ id, archivedOn }) => archivedOn === null || id === typed.person)
    .sort((a, b) => a.position - b.position)
    .map(({ id, name }) => ({ id, title: name }));
  return (
    <>
      <Select label="Person" options={people} value={typed.person} onChange={(person) => set({ person })} />
      <div className="grid grid-cols-2 gap-3">
        <Field
          label="First day"
          type="date"
          value={typed.from}
          onChange={(from) => set(typed.to < from ? { from, to: from } : { from })}
          error={shownErrors.from}
          autoFocus
        />
        <Field
          label="Last day"
          type="date"
          value={typed.to}
          onChange={(to) => set({ to })}
          error={shownErrors.to}
        />
      </div>
      {typed.from === typed.to ? (
        <SegmentedControl
          label="Part of the day"
          options={parts}
          value={typed.part}
          onChange={(part) => set({ part })}
        />
      ) : null}
      {typed.kind === 'comp-time' ? null : (
        <SegmentedControl
          label="Kind"
          options={kinds}
          value={typed.kind}
          onChange={(kind) => set({ kind })}
        />
      )}
      <Checkbox checked={typed.tentative} onChange={(tentative) => set({ tentative })}>
        Not settled yet: warns, but bars no turn
      </Checkbox>
      <Field
        label="Reason"
        rows={2}
        value={typed.reason}
        onChange={(reason) => set({ reason })}
        hint="Private: it stays in this file, and is never exported or printed."
      />
    </>
  );
}

function Form({ leave, isNew }: { readonly leave: Leave; readonly isNew: boolean }) {
  const workspace = useWorkspace();
  const readOnly = useWorkspaceStore((state) => state.readOnlyBecause);
  const [typed, setTyped] = useState<Typed>(leave);
  const [asked, setAsked] = useState(false);
  const close = (): void => setLeave({ form: null });
  const wanted = leaveOfTyped(typed);
  const effect = wanted === null ? null : leaveEffect(workspace, wanted, today(workspace.about.zone));
  const booked = !isNew && ledgerLineOf(workspace, leave.id) !== null;
  const blocked = readOnly !== null ? `Read only: ${readOnly}` : undefined;
  const save = (): void => {
    setAsked(true);
    if (blocked !== undefined || wanted === null || effect === null) return;
    const unchanged = effect.refusal === null && effect.command === null;
    if (unchanged || (effect.refusal === null && putLeave(wanted))) close();
  };
  if (booked) return <Booked leave={leave} onClose={close} />;
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Fields
        typed={typed}
        set={(change) => setTyped({ ...typed, ...change })}
        shownErrors={asked || typed.to < typed.from ? errorsOf(typed) : {}}
      />
      {effect === null ? null : <Effect workspace={workspace} effect={effect} />}
      <div className="flex items-center gap-2 border-t border-divider pt-3">
        {isNew ? null : (
          <Button
            kind="danger"
            disabledReason={blocked}
            onPress={() => {
              if (takeLeaveAway(leave)) close();
            }}
          >
            Remove
          </Button>
        )}
        <span className="flex-1" />
        <Button onPress={close}>Cancel</Button>
        {wanted !== null && effect !== null && effect.overlapping.length > 0 ? (
          <Button
            kind="primary"
            disabledReason={blocked}
            onPress={() => {
              if (putMerged(wanted)) close();
            }}
          >
            Merge into one
          </Button>
        ) : (
          <Button kind="primary" type="submit" disabledReason={blocked}>
            {isNew ? 'Add leave' : 'Save'}
          </Button>
        )}
      </div>
    </form>
  );
}

/** Comp time that was taken from the balance: its days and its line of the ledger go together. */
function Booked({ leave, onClose }: { readonly leave: Leave; readonly onClose: () => void }) {
  const workspace = useWorkspace();
  return (
    <div className="flex flex-col gap-3">
      <p>
        {personName(workspace, leave.person)} took these days from the balance of comp time. They are changed
        where the ledger is, so that both stay the same.
      </p>
      <div className="flex justify-end gap-2">
        <Button onPress={onClose}>Close</Button>
        <Button
          kind="primary"
          autoFocus
          onPress={() => {
            onClose();
            showScreen('comp-time');
          }}
        >
          Open comp time
        </Button>
      </div>
    </div>
  );
}

/** A leave as typed dates: who, when, which part of a day, whether it is settled, and a reason that nobody else sees. */
export function LeaveForm() {
  const form = useLeave((state) => state.form);
  const workspace = useWorkspace();
  const title =
    form === null || form.isNew ? 'Add leave' : `Leave of ${personName(workspace, form.leave.person)}`;
  return (
    <Dialog title={title} isOpen={form !== null} onClose={() => setLeave({ form: null })} actions={null}>
      {form === null ? null : <Form key={form.leave.id} leave={form.leave} isNew={form.isNew} />}
    </Dialog>
  );
}

/** Whoever the form begins with when nobody is chosen: the one at the cursor, else the first in the team. */
export function firstPerson(workspace: Workspace, cursor: PersonId | null): PersonId | null {
  const there = Object.values(workspace.people)
    .filter(({ archivedOn }) => archivedOn === null)
    .sort((a, b) => a.position - b.position);
  return there.find(({ id }) => id === cursor)?.id ?? there[0]?.id ?? null;
}
