import { ChevronRight, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { clockText } from '../../state/clock.ts';
import { go, type TrailStep } from '../../state/step-trail.ts';
import { Button } from '../../ui/button.tsx';
import { StepChanges } from './step-changes.tsx';
import { counted } from '../../../shared/words/number-text.ts';

interface Props {
  readonly line: TrailStep;
  readonly readOnly: boolean;
}

/** A step: when, by whom, what. It opens to what changed, and is a place to return to. */
export function StepRow({ line: { step, away }, readOnly }: Props) {
  const [isOpen, setOpen] = useState(false);
  const { revision, title, time, by } = step;
  const details = `step-${revision}-${away}`;
  const records = counted(step.changes.length, 'record');
  return (
    <li aria-current={away === 0 ? 'step' : undefined} className="flex flex-col">
      <div
        className={`flex min-h-9 items-center gap-3 rounded-md px-3 ${away === 0 ? 'bg-selection' : 'hover:bg-hover'}`}
      >
        <span className="w-14 shrink-0 text-label whitespace-nowrap text-muted tabular-nums">
          {time === null ? '' : clockText(time)}
        </span>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={isOpen ? details : undefined}
          onClick={() => setOpen(!isOpen)}
          className="flex min-h-9 min-w-0 flex-1 items-center gap-2 text-left"
        >
          <ChevronRight
            size={13}
            aria-hidden
            className={`shrink-0 text-muted transition-transform duration-(--motion) ${isOpen ? 'rotate-90' : ''}`}
          />
          <span className={`truncate ${away > 0 ? 'text-muted line-through decoration-border' : ''}`}>
            {title}
          </span>
        </button>
        <span className="shrink-0 text-label text-muted">{records}</span>
        {by === null ? null : <span className="max-w-32 shrink-0 truncate text-label text-muted">{by}</span>}
        {away === 0 ? <span className="shrink-0 text-label text-muted">you are here</span> : null}
        {away === 0 || readOnly ? null : (
          <Button
            size="small"
            kind="quiet"
            icon={<Undo2 size={13} aria-hidden className={away > 0 ? '-scale-x-100' : ''} />}
            onPress={() => go(away)}
          >
            Return to here
          </Button>
        )}
      </div>
      {isOpen ? <StepChanges step={step} id={details} /> : null}
    </li>
  );
}
