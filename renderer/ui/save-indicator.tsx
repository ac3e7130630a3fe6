import { Check, CircleAlert, CloudOff, LoaderCircle, Lock } from 'lucide-react';
import { useEffect, useState } from 'react';

const SHOW_AFTER = 300;

interface Props {
  readonly state: 'saved' | 'saving' | 'not-saved' | 'read-only' | 'no-connection';
  /** What to say of it: "Not saved: disk full". */
  readonly text: string;
}

const icons = {
  saved: Check,
  saving: LoaderCircle,
  'not-saved': CircleAlert,
  'read-only': Lock,
  'no-connection': CloudOff,
} as const;

/** True from 300 ms on: a save that is quicker than that would only flicker. */
function useSlow(saving: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!saving) return;
    const timer = setTimeout(() => setSlow(true), SHOW_AFTER);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [saving]);
  return saving && slow;
}

/** How far saving is. While a save is quick it says nothing rather than "Saved", which would not be true yet. */
export function SaveIndicator({ state, text }: Props) {
  const slow = useSlow(state === 'saving');
  const Icon = icons[state];
  if (state === 'saving' && !slow)
    return (
      <span className="text-muted" aria-hidden>
        ·
      </span>
    );
  return (
    <span
      className={
        state === 'not-saved' || state === 'no-connection'
          ? 'flex items-center gap-1 text-error'
          : 'flex items-center gap-1 text-muted'
      }
    >
      <Icon size={13} aria-hidden />
      {text}
    </span>
  );
}
