import type { Task } from '../../../shared/model/task.ts';
import { dayWithYearText } from '../../../shared/words/date-text.ts';
import { act } from '../../state/act.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';

function restore(task: Task): void {
  act(
    { kind: 'save-task', task: { ...task, archivedOn: null } },
    `${task.code}, ${task.name} is back, with the owners it had.`,
    `Take back the archiving of task ${task.code}, ${task.name}`,
  );
}

/** Tasks that are over: their history stays, and each can be taken back. */
export function ArchivedTasks({ disabledReason }: { readonly disabledReason: string | undefined }) {
  const { tasks } = useWorkspace();
  const archived = Object.values(tasks)
    .filter(({ archivedOn }) => archivedOn !== null)
    .sort((a, b) => ((a.archivedOn ?? '') > (b.archivedOn ?? '') ? -1 : 1));
  if (archived.length === 0) return null;
  return (
    <details className="max-w-180">
      <summary className="cursor-default rounded-sm py-1 text-muted hover:text-ink">
        {archived.length} archived {archived.length === 1 ? 'task' : 'tasks'}
      </summary>
      <ul className="pt-1">
        {archived.map((task) => (
          <li key={task.id} className="flex items-center gap-3 border-b border-divider py-1 last:border-0">
            <span className="w-7 font-mono text-label text-muted">{task.code}</span>
            <span className="min-w-0 flex-1 truncate">{task.name}</span>
            <span className="text-muted">
              {task.archivedOn === null ? '' : dayWithYearText(task.archivedOn)}
            </span>
            <Button size="small" kind="quiet" disabledReason={disabledReason} onPress={() => restore(task)}>
              Take back
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
