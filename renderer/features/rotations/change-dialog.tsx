import { useCallback, useMemo, useState } from 'react';
import { addDays, quarterOf } from '../../../shared/calendar/days.ts';
import type { SimpleCommand } from '../../../shared/editing/command.ts';
import {
  effectOnPast,
  firstChangeDay,
  fromDay,
  needsDay,
  previewChange,
  stranded,
} from '../../../shared/editing/rotation-change.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { Rotation } from '../../../shared/model/rotation.ts';
import { changeDay } from '../../../shared/scenarios/branch.ts';
import { dayWithYearText } from '../../../shared/words/date-text.ts';
import { changedText, pastText } from '../../../shared/words/rotation-text.ts';
import { useView } from '../../state/view-store.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { make } from './acts.ts';
import { CadenceCompare } from './cadence-compare.tsx';
import { ChangePreview } from './change-preview.tsx';
import { settled } from './draft-store.ts';

export interface Change {
  readonly before: Rotation;
  readonly after: Rotation;
}

interface BodyProps extends Change {
  readonly today: LocalDate;
  readonly onClose: () => void;
}

const scopes = [
  { id: 'from', title: 'From a day on' },
  { id: 'all', title: 'All turns, those worked too' },
] as const;

const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && addDays(text as LocalDate, 0) === text;

function useChange({ before, after, today }: BodyProps) {
  const workspace = useWorkspace();
  const [scope, setScope] = useState<'from' | 'all'>('from');
  const shown = useView((view) => view.quarter);
  // A change is mostly meant for the quarter that is being planned.
  const [typed, setTyped] = useState<string>(
    changeDay(before, shown, today) ?? firstChangeDay(before, today),
  );
  const on = isDay(typed) ? (typed as LocalDate) : null;
  const commandOf = useCallback(
    (rotation: Rotation): SimpleCommand | null => {
      if (scope === 'all') return { kind: 'save-rotation', rotation };
      return on === null ? null : fromDay(workspace, before, rotation, on, today);
    },
    [scope, on, workspace, before, today],
  );
  const command = useMemo(() => commandOf(after), [commandOf, after]);
  const quarter = scope === 'all' || on === null ? shown : quarterOf(on);
  const id = command?.kind === 'succeed-rotation' ? command.next.id : before.id;
  const preview = useMemo(
    () => (command === null ? null : previewChange(workspace, command, id, quarter, today)),
    [command, workspace, id, quarter, today],
  );
  return { scope, setScope, typed, setTyped, on, command, commandOf, quarter, id, preview };
}

function Body(props: BodyProps) {
  const { before, after, today, onClose } = props;
  const workspace = useWorkspace();
  const { scope, setScope, typed, setTyped, on, command, commandOf, quarter, id, preview } = useChange(props);
  const [error, setError] = useState<string | null>(null);
  const past = effectOnPast(workspace, before, after, today);
  const mustHaveDay = needsDay(workspace, before, after);
  const commandFor = useCallback(
    (weeks: 1 | 2): SimpleCommand =>
      commandOf({ ...after, cadenceWeeks: weeks }) ?? { kind: 'save-rotation', rotation: before },
    [commandOf, after, before],
  );
  const save = (): void => {
    if (command === null) return;
    const said =
      scope === 'from' && on !== null
        ? changedText(after.name, on)
        : `${after.name} is changed, for all its turns.`;
    const refusal = make(command, said);
    if (refusal !== null) return setError(refusal);
    settled(before.id, id);
    onClose();
  };
  const blocked =
    preview === null
      ? 'Give a day first'
      : 'kind' in preview
        ? 'See above why this cannot be made'
        : undefined;
  return (
    <>
      <p>{pastText(past, stranded(workspace, before, after, today).length)}</p>
      {mustHaveDay ? null : (
        <SegmentedControl label="The new terms hold" options={scopes} value={scope} onChange={setScope} />
      )}
      {scope === 'all' ? (
        <p className="text-muted">
          A correction: past points and checks are worked out anew. Closed quarters keep what they carried
          over.
        </p>
      ) : (
        <div className="max-w-60">
          <Field
            label="The new terms begin on"
            type="date"
            value={typed}
            onChange={setTyped}
            error={on === null ? 'Give a day.' : undefined}
            hint="At the first hand-off on or after this day."
            autoFocus
          />
        </div>
      )}
      {preview === null ? null : <ChangePreview change={preview} rotation={id} today={today} />}
      {on === null && scope === 'from' ? null : (
        <CadenceCompare rotation={before.id} quarter={quarter} commandFor={commandFor} />
      )}
      {error === null ? null : <p className="text-error">{error}</p>}
      <div className="flex justify-end gap-2 border-t border-divider pt-3">
        <Button onPress={onClose}>Cancel</Button>
        <Button kind="primary" disabledReason={blocked} onPress={save}>
          {scope === 'from' && on !== null ? `Change from ${dayWithYearText(on)}` : 'Change all turns'}
        </Button>
      </div>
    </>
  );
}

interface Props {
  readonly change: Change | null;
  readonly today: LocalDate;
  readonly onClose: () => void;
}

/** Asks from when new terms hold, and shows beforehand what they do to the quarter in which they begin. */
export function ChangeDialog({ change, today, onClose }: Props) {
  return (
    <Dialog
      title={change === null ? '' : `Change the terms of ${change.before.name}`}
      isOpen={change !== null}
      onClose={onClose}
      actions={null}
      size="wide"
    >
      {change === null ? null : <Body {...change} today={today} onClose={onClose} />}
    </Dialog>
  );
}
