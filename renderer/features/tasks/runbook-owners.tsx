import { TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import type { Runbook } from '../../../shared/model/runbook.ts';
import { runbooksInOrder } from '../../../shared/runbooks/coverage.ts';
import { ownerDifferences, type OwnerDifference } from '../../../shared/runbooks/owners.ts';
import { roleText } from '../../../shared/runbooks/page.ts';
import { personName } from '../../../shared/words/names.ts';
import { today } from '../../state/clock.ts';
import { keepOwner, takeTaskOwner } from '../../state/runbook-owner-acts.ts';
import { showRunbook } from '../../state/view-store.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';

function Difference({
  runbook,
  difference,
  disabledReason,
}: {
  readonly runbook: Runbook;
  readonly difference: OwnerDifference;
  readonly disabledReason: string | undefined;
}) {
  const workspace = useWorkspace();
  const { role, task, taskOwner, runbookOwner } = difference;
  const code = workspace.tasks[task]?.code ?? task;
  const other = personName(workspace, taskOwner);
  return (
    <li className="flex flex-col gap-1.5 border-b border-divider py-2.5 last:border-0">
      <p className="flex items-start gap-2">
        <TriangleAlert size={14} className="mt-0.5 shrink-0 text-warning" aria-hidden />
        <span>
          The runbook{' '}
          <button
            type="button"
            className="rounded-sm font-medium underline decoration-border decoration-dotted underline-offset-3 hover:bg-hover"
            onClick={() => showRunbook(runbook.id)}
          >
            {runbook.title}
          </button>{' '}
          names {personName(workspace, runbookOwner)} as {roleText[role].toLowerCase()}, task {code} names{' '}
          {other}.
        </span>
      </p>
      <div className="flex gap-2 pl-5.5">
        <Button
          size="small"
          disabledReason={disabledReason}
          hint={`Make ${other} the ${role} owner of the runbook`}
          onPress={() => takeTaskOwner(runbook, difference)}
        >
          Use task owner
        </Button>
        <Button
          size="small"
          kind="quiet"
          disabledReason={disabledReason}
          hint="Leave it; ask again when the task’s owner changes"
          onPress={() => keepOwner(runbook, difference)}
        >
          Keep
        </Button>
      </div>
    </li>
  );
}

/** Runbooks whose owners are not those of their task today, each with the two ways to settle it. */
export function RunbookOwners({ disabledReason }: { readonly disabledReason: string | undefined }) {
  const workspace = useWorkspace();
  const day = today(workspace.about.zone);
  const open = useMemo(
    () =>
      runbooksInOrder(workspace).flatMap((runbook) =>
        ownerDifferences(workspace, runbook, day)
          .filter(({ kept }) => !kept)
          .map((difference) => ({ runbook, difference })),
      ),
    [workspace, day],
  );
  if (open.length === 0) return null;
  return (
    <section aria-label="Runbooks that name other owners" className="flex flex-col gap-1">
      <h3 className="text-section font-semibold">Runbooks that name other owners</h3>
      <ul>
        {open.map(({ runbook, difference }) => (
          <Difference
            key={`${runbook.id} ${difference.role}`}
            runbook={runbook}
            difference={difference}
            disabledReason={disabledReason}
          />
        ))}
      </ul>
    </section>
  );
}
