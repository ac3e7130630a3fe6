import { ClipboardCheck } from 'lucide-react';
import type { RunId } from '../../../shared/model/ids.ts';
import type { Runbook } from '../../../shared/model/runbook.ts';
import { checklistsOf, runsOf } from '../../../shared/runbooks/runs.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { beginRun } from './run-acts.ts';
import { scrollToPart } from './scroll-to.ts';

function goTo(id: RunId): void {
  // The checklist that has just begun is drawn first.
  requestAnimationFrame(() => scrollToPart(id));
}

/** Begins the checklist of this title, or leads to it where it is under way. Nothing where there are no steps. */
export function WorkThrough({
  runbook,
  title,
  readOnlyBecause,
}: {
  readonly runbook: Runbook;
  readonly title: string;
  readonly readOnlyBecause: string | null;
}) {
  const workspace = useWorkspace();
  const checklist = checklistsOf(runbook).find((it) => it.title === title);
  const open = runsOf(workspace, runbook.id).find((run) => run.finishedAt === null && run.title === title);
  if (open !== undefined)
    return (
      <Button size="small" icon={<ClipboardCheck size={14} aria-hidden />} onPress={() => goTo(open.id)}>
        Go to checklist<span className="sr-only">: {title}</span>
      </Button>
    );
  if (checklist === undefined) return null;
  return (
    <Button
      size="small"
      icon={<ClipboardCheck size={14} aria-hidden />}
      disabledReason={readOnlyBecause === null ? undefined : `Read only: ${readOnlyBecause}`}
      hint="Tick the steps off; who did what and when is kept"
      onPress={() => {
        const id = beginRun(runbook, checklist);
        if (id !== null) goTo(id);
      }}
    >
      Work through<span className="sr-only">: {title}</span>
    </Button>
  );
}
