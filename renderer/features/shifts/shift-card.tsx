import { TriangleAlert, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { dateOf } from '../../../shared/calendar/days.ts';
import type { Gesture } from '../../../shared/editing/gesture.ts';
import type { PersonId, ShiftId } from '../../../shared/model/ids.ts';
import { slotOf } from '../../../shared/rotation/expand.ts';
import { effectLines } from '../../../shared/words/effect-text.ts';
import { slotName } from '../../../shared/words/names.ts';
import { today } from '../../state/clock.ts';
import { commitMove, previewOf } from '../../state/drag-store.ts';
import { ask } from '../../state/explain-store.ts';
import { runbookOf, togglePin } from '../../state/shift-acts.ts';
import { closeDesk } from '../../state/shift-desk.ts';
import { showRunbook } from '../../state/view-store.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { EffectList } from './effect-list.tsx';
import { FactList } from './fact-list.tsx';
import { factsOf } from './shift-facts.ts';

const nobody = 'nobody';

function gestureFor(shift: ShiftId, isGap: boolean, choice: string): Gesture {
  if (choice === nobody) return { kind: 'unassign', shift };
  const person = choice as PersonId;
  return isGap ? { kind: 'assign', slot: shift, person } : { kind: 'give', shift, to: person };
}

/** The card closes first: what is asked stands beside the plan. */
function askAbout(question: 'why' | 'why-not', shift: ShiftId): void {
  closeDesk();
  ask(question, { shift, person: null });
}

/** One shift in full: what it is, who holds it, and the one place where a week that is over can be corrected. */
export function ShiftCard({ shift }: { readonly shift: ShiftId }) {
  const workspace = useWorkspace();
  const holder = workspace.shifts[shift]?.person ?? nobody;
  const [choice, setChoice] = useState<string>(holder);
  const [reason, setReason] = useState('');
  const slot = slotOf(workspace, shift);
  const facts = factsOf(workspace, shift);
  const isPast = slot !== null && dateOf(slot.end) <= today(workspace.about.zone);
  const isGap = holder === nobody;
  const preview = useMemo(
    () =>
      choice === holder
        ? null
        : previewOf(gestureFor(shift, isGap, choice), isPast ? reason.trim() || 'to be given' : ''),
    [choice, holder, shift, isGap, isPast, reason],
  );
  if (facts === null) return null;
  const people = Object.values(workspace.people)
    .filter(({ archivedOn, id }) => archivedOn === null || id === holder)
    .sort((a, b) => a.position - b.position);
  const needsReason = isPast && choice !== holder && reason.trim() === '';
  const conflicts = preview?.conflicts.length ?? 0;
  const save = () => {
    closeDesk();
    if (preview !== null) commitMove(previewOf(preview.gesture, isPast ? reason.trim() : ''), true);
  };
  const runbook = runbookOf(shift);
  return (
    <Dialog
      title={slotName(workspace, shift)}
      isOpen
      onClose={closeDesk}
      actions={
        <>
          {runbook === null ? null : (
            <Button
              kind="quiet"
              onPress={() => {
                closeDesk();
                showRunbook(runbook);
              }}
            >
              Open runbook
            </Button>
          )}
          {isGap ? null : (
            <Button kind="quiet" onPress={() => togglePin(shift)}>
              {workspace.shifts[shift]?.pinned === true ? 'Unpin' : 'Pin'}
            </Button>
          )}
          <Button onPress={closeDesk}>Close</Button>
          <Button
            kind={conflicts > 0 ? 'danger' : 'primary'}
            onPress={save}
            disabledReason={
              choice === holder
                ? 'Nothing has been changed'
                : needsReason
                  ? 'A week that is over needs a reason'
                  : undefined
            }
          >
            {conflicts > 0 ? 'Place anyway' : isPast ? 'Correct' : 'Assign'}
          </Button>
        </>
      }
    >
      <FactList lines={facts.lines} />
      {facts.findings.map(({ text, hard }) => (
        <p key={text} className={`flex items-baseline gap-2 ${hard ? 'text-error' : 'text-warning'}`}>
          {hard ? (
            <X size={13} aria-label="Conflict:" className="shrink-0 translate-y-0.5" />
          ) : (
            <TriangleAlert size={13} aria-label="Warning:" className="shrink-0 translate-y-0.5" />
          )}
          {text}
        </p>
      ))}
      <div className="flex gap-2">
        <Button size="small" onPress={() => askAbout('why', shift)}>
          {isGap ? 'Why nobody?' : 'Why this person?'}
        </Button>
        <Button size="small" onPress={() => askAbout('why-not', shift)}>
          Why not somebody else?
        </Button>
      </div>
      <Select
        label="On call"
        options={[
          ...people.map(({ id, name }) => ({ id, title: name })),
          { id: nobody, title: 'Nobody: leave a gap' },
        ]}
        value={choice}
        onChange={setChoice}
      />
      {isPast && choice !== holder ? (
        <Field
          label="Reason"
          value={reason}
          onChange={setReason}
          hint="This week is over. The correction and its reason are kept in History."
        />
      ) : null}
      {preview === null ? null : <EffectList lines={effectLines(workspace, preview)} />}
    </Dialog>
  );
}
