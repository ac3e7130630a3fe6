import { useLayoutEffect, useRef, type ReactNode } from 'react';
import type { Answer } from '../../state/use-answer.ts';
import { Button } from '../../ui/button.tsx';
import { AtWork } from './at-work.tsx';

interface Props<Value> {
  readonly answer: Answer<Value>;
  /** What is said while the worker is at it. */
  readonly waiting: string;
  readonly children: (value: Value) => ReactNode;
}

const again = 'Working it out again…';

function statusOf<Value>(answer: Answer<Value>, waiting: string): string {
  if (answer.kind === 'asking') return waiting;
  if (answer.kind === 'stopped') return 'Stopped: nothing is worked out.';
  if (answer.kind !== 'answered') return '';
  return answer.again === null ? 'Answered.' : again;
}

/**
 * An answer as soon as it is there; until then what is being done, for how long and how to stop it, and where it failed, why. An
 * answer about an older plan stays in sight, but dimmed and dead: its buttons would act on what is no longer so.
 */
export function Answered<Value>({ answer, waiting, children }: Props<Value>) {
  const status = useRef<HTMLParagraphElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const work = answer.kind === 'asking' ? answer.work : answer.kind === 'answered' ? answer.again : null;
  const isOld = answer.kind === 'answered' && work !== null;
  useLayoutEffect(() => {
    // A button that was just pressed goes dead with its answer: the focus stays in the panel, at what is said of it.
    if (isOld && content.current?.contains(document.activeElement) === true) status.current?.focus();
  }, [isOld]);
  return (
    <div className="flex flex-col gap-3">
      {/* That it is there is said; a whole list would be too much to be read aloud unasked. */}
      <p
        ref={status}
        role="status"
        tabIndex={-1}
        className={
          answer.kind === 'asking' || answer.kind === 'stopped' ? 'text-muted outline-none' : 'sr-only'
        }
      >
        {statusOf(answer, waiting)}
      </p>
      {work === null ? null : <AtWork key={work.since} {...work} doing={isOld ? again : ''} />}
      {answer.kind === 'stopped' ? (
        <div>
          <Button size="small" onPress={() => answer.askAgain()}>
            Ask again
          </Button>
        </div>
      ) : null}
      {answer.kind === 'failed' ? (
        <p className="text-error">This could not be worked out: {answer.reason}</p>
      ) : null}
      {answer.kind === 'answered' ? (
        <div
          ref={content}
          inert={isOld}
          aria-busy={isOld}
          className={isOld ? 'flex flex-col gap-3 opacity-50 transition-opacity delay-200' : 'flex flex-col gap-3'}
        >
          {children(answer.value)}
        </div>
      ) : null}
    </div>
  );
}
