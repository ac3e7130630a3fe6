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
    <div className="flex flex-col gap-3">
      {/* That it is there is said; a whole list would be too much to be read aloud unasked. */}
      <p role="status" className={answer.kind === 'asking' ? 'text-muted' : 'sr-only'}>
        {answer.kind === 'asking' ? waiting : answer.kind === 'answered' ? 'Answered.' : ''}
      </p>
      {answer.kind === 'failed' ? (
        <p className="text-error">This could not be worked out: {answer.reason}</p>
      ) : null}
      {answer.kind === 'answered' ? children(answer.value) : null}
    </div>
  );
}
