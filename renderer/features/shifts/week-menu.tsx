import { addDays } from '../../../shared/calendar/days.ts';
import type { LeaveId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { rangeText, weekText } from '../../../shared/words/date-text.ts';
import { personName, slotName } from '../../../shared/words/names.ts';
import { askWhyNotIn, turnsOfWeek } from '../../state/ask-week.ts';
import { makeMove, proposalHoldsPlan } from '../../state/drag-store.ts';
import { ask } from '../../state/explain-store.ts';
import { closeDesk, type Anchor, type FreeWeek } from '../../state/shift-desk.ts';
import { showScreen } from '../../state/view-store.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { MenuList, type MenuEntry, type MenuGroup } from '../../ui/menu.tsx';
import { Anchored } from './anchored.tsx';

interface Props {
  readonly week: FreeWeek;
  readonly anchor: Anchor;
}

/** The menu closes itself after an entry ran; what opens next must come after that. */
const afterwards = (act: () => void) => () => {
  setTimeout(act, 0);
};

/** Days off of the week, moved by clicks: the way without dragging. */
function leaveGroup(
  workspace: Workspace,
  id: LeaveId | null,
  disabledReason: string | undefined,
): readonly MenuGroup[] {
  const leave = id === null ? undefined : workspace.leave[id];
  if (leave === undefined) return [];
  const entry = (title: string, days: number): MenuEntry => ({
    id: `leave${days}`,
    title,
    disabledReason,
    run: afterwards(() =>
      makeMove({
        kind: 'move-leave',
        leave: leave.id,
        from: addDays(leave.from, days),
        to: addDays(leave.to, days),
      }),
    ),
  });
  return [
    {
      id: 'leave',
      title: `Leave ${rangeText(leave.from, leave.to)}`,
      entries: [
        entry('One day earlier', -1),
        entry('One day later', 1),
        entry('One week earlier', -7),
        entry('One week later', 7),
        { id: 'leave-screen', title: 'Open leave', run: afterwards(() => showScreen('leave')) },
      ],
    },
  ];
}

/** What can be asked or done about a person in a week in which they hold nothing. */
export function WeekMenu({ week, anchor }: Props) {
  const workspace = useWorkspace();
  const { person, monday, leave } = week;
  const name = personName(workspace, person);
  const held = proposalHoldsPlan() ? 'Accept or discard the proposal first' : undefined;
  const gaps = turnsOfWeek(monday).filter(({ id }) => workspace.shifts[id] === undefined);
  const groups: readonly MenuGroup[] = [
    {
      id: 'ask',
      title: `${name}, ${weekText(monday)}`,
      entries: [
        {
          id: 'why-not',
          title: `Why not ${name} in ${weekText(monday)}…`,
          keys: 'Shift W',
          disabledReason: turnsOfWeek(monday).length === 0 ? 'No turn begins in this week' : undefined,
          run: afterwards(() => askWhyNotIn(week)),
        },
        {
          id: 'swaps',
          title: `Swaps that help ${name}…`,
          run: afterwards(() => ask('swaps', { person })),
        },
      ],
    },
    ...leaveGroup(workspace, leave, held),
    {
      id: 'assign',
      entries: gaps.map(({ id }): MenuEntry => ({
        id,
        title: `Assign ${slotName(workspace, id)}`,
        disabledReason: held,
        run: afterwards(() => makeMove({ kind: 'assign', slot: id, person })),
      })),
    },
  ];
  return (
    <Anchored anchor={anchor} onClose={closeDesk} isMenu className="min-w-60">
      <MenuList
        label={`Actions for ${name} in ${weekText(monday)}`}
        groups={groups.filter(({ entries }) => entries.length > 0)}
        onClose={closeDesk}
      />
    </Anchored>
  );
}
