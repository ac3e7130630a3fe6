import { useEffect, useState, type ComponentType } from 'react';
import type { ShiftId } from '../../../shared/model/ids.ts';
import { closeDesk, type Anchor, type FreeWeek } from '../../state/shift-desk.ts';
import { showToast } from '../../state/toast-store.ts';

interface PartProps {
  readonly shift: ShiftId;
  readonly anchor: Anchor;
}
interface WeekProps {
  readonly week: FreeWeek;
  readonly anchor: Anchor;
}

/**
 * A part of the desk that is fetched when it is first asked for, and kept: its lists and fields are no part of the first load.
 *
 * @param what names it in the sentence that says it could not be had
 */
function lazyPart<Props extends object>(
  what: string,
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  let known: ComponentType<Props> | null = null;
  return function LazyPart(props: Props) {
    const [Shown, setShown] = useState<ComponentType<Props> | null>(() => known);
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

export const LazyShiftMenu = lazyPart<PartProps>('The menu', () =>
  import('./shift-menu.tsx').then(({ ShiftMenu }) => ShiftMenu),
);
export const LazyWeekMenu = lazyPart<WeekProps>('The menu', () =>
  import('./week-menu.tsx').then(({ WeekMenu }) => WeekMenu),
);
export const LazyShiftCard = lazyPart<PartProps>('The shift', () =>
  import('./shift-card.tsx').then(({ ShiftCard }) => ShiftCard),
);
export const LazyRepeat = lazyPart<PartProps>('The list of later shifts', () =>
  import('./repeat-dialog.tsx').then(({ RepeatDialog }) => RepeatDialog),
);
export const LazyGive = lazyPart<PartProps>('The list of people', () =>
  import('./pick-list.tsx').then(({ GiveList }) => GiveList),
);
export const LazySwap = lazyPart<PartProps>('The list of shifts', () =>
  import('./pick-list.tsx').then(({ SwapList }) => SwapList),
);
export const LazyMove = lazyPart<PartProps>('The list of weeks', () =>
  import('./pick-list.tsx').then(({ MoveList }) => MoveList),
);
export const LazyCover = lazyPart<PartProps>('The days', () =>
  import('./cover-dialog.tsx').then(({ CoverDialog }) => CoverDialog),
);
