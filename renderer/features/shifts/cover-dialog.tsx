import { useMemo, useState } from 'react';
import { addDays } from '../../../shared/calendar/days.ts';
import { asksFirst } from '../../../shared/editing/move-preview.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { PersonId, ShiftId } from '../../../shared/model/ids.ts';
import { daysServed, turnBehind } from '../../../shared/planner/covers/days-served.ts';
import { dayWithWeekdayText } from '../../../shared/words/date-text.ts';
import { effectLines } from '../../../shared/words/effect-text.ts';
import { nameAlone, slotName } from '../../../shared/words/names.ts';
import { commitMove, previewOf } from '../../state/drag-store.ts';
import { closeDesk } from '../../state/shift-desk.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { EffectList } from './effect-list.tsx';

/** Single days of a shift for somebody else, by clicks: first and last day, who, and what that does before it is done. */
export function CoverDialog({ shift }: { readonly shift: ShiftId }) {
  const workspace = useWorkspace();
  const turn = turnBehind(workspace, shift);
  const days = useMemo(() => daysServed(workspace, shift).map(({ day }) => day), [workspace, shift]);
  const people = Object.values(workspace.people)
    .filter(({ id, archivedOn }) => archivedOn === null && id !== turn?.person)
    .sort((a, b) => a.position - b.position);
  const [from, setFrom] = useState<LocalDate | undefined>(days[0]);
  const [to, setTo] = useState<LocalDate | undefined>(days[0]);
  const [person, setPerson] = useState<PersonId | undefined>(people[0]?.id);
  const preview = useMemo(() => {
    if (from === undefined || to === undefined || person === undefined || turn === undefined) return null;
    const cover = { shift: turn.id, from, until: addDays(to, 1), person };
    return previewOf({ kind: 'cover', covers: [cover], remove: [] });
  }, [from, to, person, turn]);
  if (from === undefined || to === undefined || person === undefined || preview === null) return null;
  const dayOptions = days.map((day) => ({ id: day, title: dayWithWeekdayText(day) }));
  const cover = () => {
    closeDesk();
    commitMove(preview, false);
  };
  const nothing =
    preview.refusal !== null
      ? 'It cannot be done so'
      : preview.command === null
        ? 'Nothing would change'
        : undefined;
  return (
    <Dialog
      title={`Cover part of ${slotName(workspace, turn?.id ?? shift)}`}
      isOpen
      onClose={closeDesk}
      actions={
        <>
          <Button onPress={closeDesk}>Cancel</Button>
          <Button kind="primary" onPress={cover} disabledReason={nothing}>
            {asksFirst(preview) ? 'Cover, then confirm' : 'Cover'}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-2 gap-3">
        <Select
          label="First day"
          options={dayOptions}
          value={from}
          onChange={(day) => {
            setFrom(day);
            if (day > to) setTo(day);
          }}
        />
        <Select
          label="Last day"
          options={dayOptions.filter(({ id }) => id >= from)}
          value={to}
          onChange={setTo}
        />
      </div>
      <Select
        label="Covered by"
        options={people.map(({ id }) => ({ id, title: nameAlone(workspace, id) }))}
        value={person}
        onChange={setPerson}
      />
      <EffectList lines={effectLines(workspace, preview)} />
    </Dialog>
  );
}
