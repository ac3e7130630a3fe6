import { Ellipsis } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { Rotation } from '../../../shared/model/rotation.ts';
import { successorOf } from '../../../shared/rotation/seam.ts';
import { stateOf } from '../../../shared/words/rotation-text.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Menu } from '../../ui/menu.tsx';
import { archiveRotation, changePlaces, goOn } from './acts.ts';

interface Props {
  readonly rotation: Rotation;
  /** Those in use, in their order. */
  readonly inUse: readonly Rotation[];
  readonly today: LocalDate;
  /** Why nothing can be changed at all. */
  readonly readOnly: string | undefined;
  readonly onEnd: () => void;
}

/** What can be done to a rotation as a whole. */
export function RotationMenu({ rotation, inUse, today, readOnly, onEnd }: Props) {
  const { rotations } = useWorkspace();
  const place = inUse.findIndex(({ id }) => id === rotation.id);
  const [above, below] = [inUse[place - 1], inUse[place + 1]];
  const follower = successorOf(rotations, rotation.id);
  const ended = stateOf(rotation, today) === 'ended';
  const endSet = rotation.endsOn !== null || rotation.archivedOn !== null;
  const entries = [
    {
      id: 'end',
      title: 'End…',
      disabledReason: readOnly ?? (ended ? 'It has ended' : undefined),
      run: onEnd,
    },
    {
      id: 'go-on',
      title: 'Let it go on',
      disabledReason:
        readOnly ??
        (!endSet
          ? 'It has no end'
          : follower === null
            ? undefined
            : `${follower.name} continues it under new terms`),
      run: () => goOn(rotation),
    },
    {
      id: 'archive',
      title: 'Archive',
      disabledReason:
        readOnly ??
        (rotation.archivedOn !== null
          ? 'It is archived'
          : ended
            ? undefined
            : 'End it first: its turns still come'),
      run: () => archiveRotation(rotation, today),
    },
  ];
  const order = [
    {
      id: 'up',
      title: 'Move up in every list',
      disabledReason: readOnly ?? (place <= 0 ? 'It is first' : undefined),
      run: () => {
        if (above !== undefined) changePlaces(rotation, above);
      },
    },
    {
      id: 'down',
      title: 'Move down in every list',
      disabledReason: readOnly ?? (below === undefined || place < 0 ? 'It is last' : undefined),
      run: () => {
        if (below !== undefined) changePlaces(rotation, below);
      },
    },
  ];
  const trigger = (
    <AriaButton
      aria-label={`More for ${rotation.name}`}
      className="inline-flex size-8 items-center justify-center rounded-md data-hovered:bg-hover data-pressed:bg-pressed"
    >
      <Ellipsis size={16} aria-hidden />
    </AriaButton>
  );
  return (
    <Menu
      label={rotation.name}
      trigger={trigger}
      groups={[
        { id: 'rotation', entries },
        { id: 'order', entries: order },
      ]}
      placement="bottom end"
    />
  );
}
