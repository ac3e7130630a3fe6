import type { ReactNode } from 'react';
import type { Answer } from '../../state/use-answer.ts';

interface Props<Value> {
  readonly answer: Answer<Value>;
  /** What is said while the worker is at it. */
  readonly waiting: string;
  readonly children: (value: Value) => ReactNode;
}

/** An answer as soon as it is there; until then what is being done, and where it failed, why. */
export function Answered<Value>({ answer, waiting, children }: Props<Value>) {
  return (
    <div aria-live="polite" aria-busy={answer.kind === 'asking'} className="flex flex-col gap-3">
      {answer.kind === 'asking' ? <p className="text-muted">{waiting}</p> : null}
      {answer.kind === 'failed' ? (
        <p className="text-error">This could not be worked out: {answer.reason}</p>
      ) : null}
      {answer.kind === 'answered' ? children(answer.value) : null}
    </div>
  );
}
