import { CalendarClock, Timer } from 'lucide-react';
import type { PromiseRow } from '../../../shared/runbooks/page.ts';

/** What is promised, with the day of the month or the clock that it means. */
export function Promises({ rows }: { readonly rows: readonly PromiseRow[] }) {
  return (
    <ul className="runbook-promises">
      {rows.map(({ text, day, clock, severity }) => (
        <li key={text}>
          <span>{text}</span>
          {day === null ? null : (
            <span className="runbook-measure">
              <CalendarClock size={13} aria-hidden />
              {day}
            </span>
          )}
          {clock === null ? null : (
            <span className="runbook-measure">
              <Timer size={13} aria-hidden />
              {clock}
              {severity === null ? '' : `, ${severity}`}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
