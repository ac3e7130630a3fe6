import { CircleAlert, TriangleAlert, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';

const SHOWN_FOR = 8000;

interface Props {
  readonly text: string;
  readonly tone: 'info' | 'warning' | 'error';
  readonly action: { readonly title: string; readonly keys?: string; readonly run: () => void } | null;
  readonly onDismiss: () => void;
}

/** A sentence for eight seconds; the time stands still while pointer or focus rests on it. */
export function Toast({ text, tone, action, onDismiss }: Props) {
  const [held, setHeld] = useState(false);
  const dismiss = useRef(onDismiss);
  useEffect(() => {
    dismiss.current = onDismiss;
  });
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismiss.current(), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [held]);
  return (
    <div
      role="group"
      aria-label="Message"
      className="flex min-w-72 items-center gap-3 rounded-lg bg-raised py-2 pr-2 pl-3 text-body text-ink shadow-float"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {tone === 'error' ? <CircleAlert size={16} className="shrink-0 text-error" aria-label="Error" /> : null}
      {tone === 'warning' ? (
        <TriangleAlert size={16} className="shrink-0 text-warning" aria-label="Warning" />
      ) : null}
      <p className="min-w-0 flex-1">{text}</p>
      {action ? (
        <Button
          size="small"
          onPress={action.run}
          {...(action.keys === undefined ? {} : { keys: action.keys, hint: action.title })}
        >
          {action.title}
        </Button>
      ) : null}
      <IconButton label="Dismiss" icon={<X size={14} aria-hidden />} onPress={onDismiss} placement="top" />
    </div>
  );
}
