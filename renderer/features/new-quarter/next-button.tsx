import { useEffect, useRef, type ReactNode } from 'react';
import { leaveStep } from '../../state/new-quarter.ts';
import { Button } from '../../ui/button.tsx';

interface Props {
  /** What the step itself wants done first; null where it is done, and the next step is what remains. */
  readonly first: {
    readonly title: string;
    readonly run: () => void;
    readonly why?: string | undefined;
  } | null;
  readonly isLast: boolean;
  readonly others?: ReactNode;
}

/**
 * The one button that leads on: it does what the step is for, and then goes to the next. It has the focus when a step begins, so that
 * a quarter can be prepared with Enter alone.
 */
export function NextButton({ first, isLast, others }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.querySelector('button')?.focus();
  }, []);
  // A button with a reason why not is another element than one without: what had the focus keeps it.
  useEffect(() => {
    if (document.activeElement === document.body) place.current?.querySelector('button')?.focus();
  }, [first?.title]);
  return (
    <div ref={place} className="flex flex-wrap items-center gap-2">
      <Button
        kind="primary"
        disabledReason={first?.why}
        onPress={() => (first === null ? leaveStep('done') : first.run())}
      >
        {first?.title ?? (isLast ? 'Finish' : 'Next')}
      </Button>
      {others}
      <Button kind="quiet" onPress={() => leaveStep('skipped')}>
        Skip
      </Button>
    </div>
  );
}
