import { TriangleAlert } from 'lucide-react';
import type { Runbook } from '../../../shared/model/runbook.ts';
import { roleText, type OwnerRow, type RunbookPage } from '../../../shared/runbooks/page.ts';
import { keepOwner, takeTaskOwner } from '../../state/runbook-owner-acts.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { PersonName } from './owner-names.tsx';
import { Section } from './section.tsx';

interface Props {
  readonly runbook: Runbook;
  readonly page: RunbookPage;
  readonly readOnlyBecause: string | null;
}

/** A runbook's owner who is not the task's: what differs, and the two ways to settle it. */
function Difference({
  row,
  runbook,
  readOnlyBecause,
}: {
  readonly row: OwnerRow;
  readonly runbook: Runbook;
  readonly readOnlyBecause: string | null;
}) {
  const workspace = useWorkspace();
  const { difference } = row;
  if (difference === null) return null;
  const code = workspace.tasks[difference.task]?.code ?? '';
  const other =
    difference.taskOwner === null ? 'nobody' : (workspace.people[difference.taskOwner]?.name ?? 'nobody');
  if (difference.kept) {
    return (
      <p className="runbook-fine">
        Kept, though task {code} names {other}
      </p>
    );
  }
  const readOnly = readOnlyBecause === null ? undefined : `Read only: ${readOnlyBecause}`;
  return (
    <div
      className="runbook-difference"
      role="group"
      aria-label={`${roleText[row.role]} owner differs from task ${code}`}
    >
      <p>
        <TriangleAlert size={14} aria-hidden />
        <span>
          Differs from task {code}: {other}
        </span>
      </p>
      <div>
        <Button
          size="small"
          disabledReason={readOnly}
          hint={`Make ${other} the ${row.role} owner of this runbook`}
          onPress={() => takeTaskOwner(runbook, difference)}
        >
          Use task owner
        </Button>
        <Button
          size="small"
          kind="quiet"
          disabledReason={readOnly}
          hint="Leave it; ask again when the task’s owner changes"
          onPress={() => keepOwner(runbook, difference)}
        >
          Keep
        </Button>
      </div>
    </div>
  );
}

export function Owners({ runbook, page, readOnlyBecause }: Props) {
  return (
    <Section title="Owners">
      <dl className="runbook-duties">
        {page.owners.map((row) => (
          <div key={row.role} className="runbook-duty">
            <dt>{roleText[row.role]}</dt>
            <dd>
              <PersonName person={row.owner?.id ?? null} size={24} />
              {row.holds.length > 0 ? <p className="runbook-fine">Owns {row.holds.join('; ')}</p> : null}
              <Difference row={row} runbook={runbook} readOnlyBecause={readOnlyBecause} />
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
