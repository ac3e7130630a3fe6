import { dateOf, mondayOf } from '../../../shared/calendar/days.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { ShiftId } from '../../../shared/model/ids.ts';
import { type Slot } from '../../../shared/rotation/expand.ts';
import { dayText, weekText } from '../../../shared/words/date-text.ts';
import { dutyName } from '../../../shared/words/names.ts';
import { useShownWorkspace } from '../../state/plan-store.ts';
import { useView } from '../../state/view-store.ts';
import { Select } from '../../ui/select.tsx';
import { dutiesOf } from './use-turn.ts';

interface Props {
  readonly shift: ShiftId;
  readonly onChange: (shift: ShiftId) => void;
}

const weekOf = ({ start }: Slot): LocalDate => mondayOf(dateOf(start));

/** One turn of the quarter, by its week and its duty. Another week keeps the duty where that has a turn in it. */
export function TurnPicker({ shift, onChange }: Props) {
  const workspace = useShownWorkspace();
  const quarter = useView((view) => view.quarter);
  const turns = dutiesOf(workspace, quarter);
  const chosen = turns.find(({ id }) => id === shift);
  if (chosen === undefined) return null;
  const weeks = [...new Set(turns.map(weekOf))].sort();
  const inWeek = turns.filter((turn) => weekOf(turn) === weekOf(chosen));
  const choose = (turn: Slot | undefined): void => {
    if (turn !== undefined) onChange(turn.id);
  };
  const duty = dutyName(workspace, chosen.id);
  return (
    <div className="grid grid-cols-[7.5rem_1fr] gap-2">
      <Select
        label="Week"
        options={weeks.map((monday) => ({ id: monday, title: `${weekText(monday)} · ${dayText(monday)}` }))}
        value={weekOf(chosen)}
        onChange={(monday) => {
          const there = turns.filter((turn) => weekOf(turn) === monday);
          choose(there.find(({ id }) => dutyName(workspace, id) === duty) ?? there[0]);
        }}
      />
      <Select
        label="Turn"
        options={inWeek.map(({ id }) => ({ id, title: dutyName(workspace, id) }))}
        value={chosen.id}
        onChange={(id) => onChange(id)}
      />
    </div>
  );
}
