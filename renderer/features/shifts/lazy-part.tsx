import { useEffect, useState, type ComponentType } from 'react';
import type { ShiftId } from '../../../shared/model/ids.ts';
import { closeDesk, type Anchor } from '../../state/shift-desk.ts';
import { showToast } from '../../state/toast-store.ts';

interface PartProps {
  readonly shift: ShiftId;
  readonly anchor: Anchor;
}

type Part = ComponentType<PartProps>;

/**
 * A part of the desk that is fetched when it is first asked for, and kept: its lists and fields are no part of the first load.
 *
 * @param what names it in the sentence that says it could not be had
 */
function lazyPart(what: string, load: () => Promise<Part>): Part {
  let known: Part | null = null;
  return function LazyPart(props: PartProps) {
    const [Shown, setShown] = useState<Part | null>(() => known);
    useEffect(() => {
      if (Shown !== null) return undefined;
      let gone = false;
      load().then(
        (part) => {
          known = part;
          if (!gone) setShown(() => part);
        },
        (error: unknown) => {
          if (gone) return;
          const reason = error instanceof Error ? error.message : String(error);
          closeDesk();
          showToast({ text: `${what} could not be opened: ${reason}`, tone: 'error' });
        },
      );
      return () => {
        gone = true;
      };
    }, [Shown]);
    return Shown === null ? null : <Shown {...props} />;
  };
}

export const LazyShiftCard = lazyPart('The shift', () =>
  import('./shift-card.tsx').then(({ ShiftCard }) => ShiftCard),
);
export const LazyRepeat = lazyPart('The list of later shifts', () =>
  import('./repeat-dialog.tsx').then(({ RepeatDialog }) => RepeatDialog),
);
export const LazyGive = lazyPart('The list of people', () =>
  import('./pick-list.tsx').then(({ GiveList }) => GiveList),
);
export const LazySwap = lazyPart('The list of shifts', () =>
  import('./pick-list.tsx').then(({ SwapList }) => SwapList),
);
export const LazyMove = lazyPart('The list of weeks', () =>
  import('./pick-list.tsx').then(({ MoveList }) => MoveList),
);
export const LazyCover = lazyPart('The days', () =>
  import('./cover-dialog.tsx').then(({ CoverDialog }) => CoverDialog),
);
