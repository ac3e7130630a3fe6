import { create } from 'zustand';

/** What the two live regions say; `count` makes a repeated sentence a new one, so that it is read again. */
interface Announcements {
  readonly polite: { readonly text: string; readonly count: number };
  readonly assertive: { readonly text: string; readonly count: number };
}

export const useAnnouncements = create<Announcements>(() => ({
  polite: { text: '', count: 0 },
  assertive: { text: '', count: 0 },
}));

/** Says a sentence to a screen reader: results politely, the steps of move mode assertively. */
export function announce(text: string, urgency: 'polite' | 'assertive' = 'polite'): void {
  useAnnouncements.setState((now) => ({ [urgency]: { text, count: now[urgency].count + 1 } }));
}
