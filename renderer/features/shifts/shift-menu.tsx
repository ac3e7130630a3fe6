import type { ShiftId } from '../../../shared/model/ids.ts';
import { recipeText } from '../../../shared/words/repeat-text.ts';
import { slotName } from '../../../shared/words/names.ts';
import { meant, runbookOf, runOnShift, type ShiftAct } from '../../state/shift-acts.ts';
import { repeatLast } from '../../state/repeat-acts.ts';
import { useRepeat } from '../../state/repeat-store.ts';
import { closeDesk, type Anchor } from '../../state/shift-desk.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { MenuList, type MenuEntry, type MenuGroup } from '../../ui/menu.tsx';
import { Anchored } from './anchored.tsx';

interface Props {
  readonly shift: ShiftId;
  readonly anchor: Anchor;
}

/** All that can be done to a shift without dragging it. */
export function ShiftMenu({ shift, anchor }: Props) {
  const workspace = useWorkspace();
  const isGap = workspace.shifts[shift] === undefined;
  const several = meant(shift).length;
  const allPinned = meant(shift).every((one) => workspace.shifts[one]?.pinned ?? false);
  const entry = (act: ShiftAct, title: string, keys: string, disabledReason?: string): MenuEntry => ({
    id: act,
    title,
    keys: keys === '' ? undefined : keys,
    disabledReason,
    // The menu closes itself after an entry ran; what opens next must come after that.
    run: () => setTimeout(() => runOnShift(act, shift, anchor), 0),
  });
  const nobody = isGap ? 'Nobody is assigned here' : undefined;
  const recipe = useRepeat((state) => state.recipe);
  const unknown = recipe === null ? 'Nothing to repeat yet: move a shift first' : undefined;
  const isSet = several > 1;
  const swap = entry('swap', 'Swap with…', 'S', nobody);
  const cover = entry('cover', 'Cover part…', '', nobody);
  const own: readonly MenuEntry[] = [
    entry('card', isGap ? 'Open gap' : 'Open shift', 'Enter'),
    entry(
      'runbook',
      'Open runbook',
      'O',
      runbookOf(shift) === null ? 'This rotation has no runbook' : undefined,
    ),
  ];
  const pin = entry('pin', allPinned && !isGap ? 'Unpin' : 'Pin', 'P', nobody);
  const repeat: MenuEntry = {
    id: 'repeat-last',
    title: recipe === null ? 'Repeat the last move' : `Repeat: ${recipeText(workspace, recipe)}`,
    keys: '.',
    disabledReason: unknown,
    run: () => setTimeout(() => repeatLast(shift), 0),
  };
  const repeatOn = entry('repeat', 'Repeat to quarter end…', '', unknown);
  const groups: readonly MenuGroup[] = [
    {
      id: 'people',
      title: isSet ? `${several} shifts` : slotName(workspace, shift),
      entries: [
        entry('give', isGap ? 'Assign to…' : 'Give to…', 'G'),
        ...(isSet ? [] : [swap]),
        entry('move', 'Move to another week…', 'Alt ←→', nobody),
        ...(isSet ? [] : [cover]),
        entry('unassign', 'Unassign', 'Del', nobody),
        ...(isSet ? [pin] : []),
      ],
    },
    { id: 'repeat', entries: isSet ? [repeat] : [repeat, repeatOn] },
    // What asks about one shift, or is done with one, is about the one that the menu was opened on.
    ...(isSet
      ? [{ id: 'one', title: `Only ${slotName(workspace, shift)}`, entries: [swap, cover, repeatOn] }]
      : []),
    {
      id: 'ask',
      entries: [
        entry('why', isGap ? 'Why nobody…' : 'Why this person…', 'W'),
        entry('why-not', 'Why not somebody else…', 'Shift W'),
        entry('best-swaps', 'Swaps that help…', '', nobody),
      ],
    },
    { id: 'shift', entries: isSet ? own : [pin, ...own] },
  ];
  return (
    <Anchored anchor={anchor} onClose={closeDesk} isMenu className="min-w-60">
      <MenuList label={`Actions for ${slotName(workspace, shift)}`} groups={groups} onClose={closeDesk} />
    </Anchored>
  );
}
