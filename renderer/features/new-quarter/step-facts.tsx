import { CircleAlert } from 'lucide-react';
import type { StepFacts } from '../../../shared/words/new-quarter-text.ts';

/** What is known, and with a sign before it what is missing or open. */
export function Facts({ known, open }: StepFacts) {
  return (
    <ul className="flex flex-col gap-1">
      {known.map((text) => (
        <li key={text}>{text}</li>
      ))}
      {open.map((text) => (
        <li key={text} className="flex gap-1.5 text-warning">
          <CircleAlert size={13} className="mt-0.75 shrink-0" aria-hidden />
          <span className="min-w-0 wrap-anywhere">{text}</span>
        </li>
      ))}
    </ul>
  );
}
