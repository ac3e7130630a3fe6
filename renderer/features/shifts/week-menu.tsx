import { weekText } from '../../../shared/words/date-text.ts';
import { personName, slotName } from '../../../shared/words/names.ts';
import { askWhyNotIn, turnsOfWeek } from '../../state/ask-week.ts';
import { makeMove, proposalHoldsPlan } from '../../state/drag-store.ts';
import { ask } from '../../state/explain-store.ts';
import { closeDesk, type Anchor, type FreeWeek } from '../../state/shift-desk.ts';
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

/** What can be asked or done about a person in a week in which they hold nothing. */
export function WeekMenu({ week, anchor }: Props) {
  const workspace = useWorkspace();
  const { person, monday } = week;
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
    <Anchored anchor={anchor} onClose={closeDesk} className="min-w-60">
      <MenuList
        label={`Actions for ${name} in ${weekText(monday)}`}
        groups={groups.filter(({ entries }) => entries.length > 0)}
        onClose={closeDesk}
      />
    </Anchored>
  );
}
