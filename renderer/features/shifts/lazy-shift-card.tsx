import { useEffect, useState, type ComponentType } from 'react';
import type { ShiftId } from '../../../shared/model/ids.ts';
import { closeDesk } from '../../state/shift-desk.ts';
import { showToast } from '../../state/toast-store.ts';

type Card = ComponentType<{ readonly shift: ShiftId }>;

/** Kept once it has come: the second card opens at once. */
let known: Card | null = null;

/** The card of a shift, fetched when the first one is opened: its lists and fields are no part of the first load. */
export function LazyShiftCard({ shift }: { readonly shift: ShiftId }) {
  const [Card, setCard] = useState<Card | null>(known);
  useEffect(() => {
    if (Card !== null) return undefined;
    let gone = false;
    import('./shift-card.tsx').then(
      ({ ShiftCard }) => {
        known = ShiftCard;
        if (!gone) setCard(() => ShiftCard);
      },
      (error: unknown) => {
        if (gone) return;
        const reason = error instanceof Error ? error.message : String(error);
        closeDesk();
        showToast({ text: `The shift could not be opened: ${reason}`, tone: 'error' });
      },
    );
    return () => {
      gone = true;
    };
  }, [Card]);
  return Card === null ? null : <Card shift={shift} />;
}
