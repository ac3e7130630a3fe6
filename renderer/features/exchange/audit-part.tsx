import { CircleCheck, Info, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { AuditFinding } from '../../../shared/exchange/import-audit.ts';
import { auditLines, type AuditLine } from '../../../shared/words/audit-text.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';

/** Dates that stand there at once; the others on request. */
const FEW = 4;

function Finding({ line }: { readonly line: AuditLine }) {
  const [isWhole, setWhole] = useState(false);
  const { title, what, dates, isTrouble } = line;
  const shown = isWhole ? dates : dates.slice(0, FEW);
  return (
    <li className="flex gap-2 border-b border-divider py-2 last:border-b-0">
      {isTrouble ? (
        <TriangleAlert size={14} aria-label="Look at this" className="mt-0.5 flex-none text-warning" />
      ) : (
        <Info size={14} aria-label="Note" className="mt-0.5 flex-none text-muted" />
      )}
      <div className="flex min-w-0 flex-col items-start gap-1">
        <p className="font-medium">{title}</p>
        <p className="wrap-anywhere">{what}</p>
        {shown.length === 0 ? null : (
          <ul className="grid gap-x-6 text-muted tabular-nums">
            {shown.map((date, index) => (
              <li key={`${date} ${index}`}>{date}</li>
            ))}
          </ul>
        )}
        {dates.length > FEW ? (
          <Button size="small" onPress={() => setWhole(!isWhole)}>
            {isWhole ? 'Show fewer' : `Show all ${dates.length}`}
          </Button>
        ) : null}
      </div>
    </li>
  );
}

interface Props {
  readonly findings: readonly AuditFinding[];
  /** Names of people as the file has them, by their ids there. */
  readonly names: ReadonlyMap<string, string>;
}

/** What a schedule has in store for whoever takes it over. */
export function AuditPart({ findings, names }: Props) {
  const workspace = useWorkspace();
  return (
    <section aria-label="Audit" className="flex flex-col gap-1.5">
      <h3 className="font-semibold">Audit of the schedule</h3>
      {findings.length === 0 ? (
        <p className="flex items-center gap-2">
          <CircleCheck size={14} aria-hidden className="text-ok" />
          Nothing to tell: no collision, no gap, nobody who left, no change of the clocks.
        </p>
      ) : (
        <ul className="rounded-md border border-divider bg-ground px-3">
          {auditLines(workspace, findings, names).map((line) => (
            <Finding key={`${line.title} ${line.subject}`} line={line} />
          ))}
        </ul>
      )}
    </section>
  );
}
