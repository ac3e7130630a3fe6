import { Ellipsis } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import type { Task } from '../../../shared/model/task.ts';
import { dayWithYearText } from '../../../shared/words/date-text.ts';
import { act } from '../../state/act.ts';
import { today } from '../../state/clock.ts';
import { openWorkspace } from '../../state/workspace-store.ts';
import { Menu } from '../../ui/menu.tsx';
import { openForm } from './task-forms.ts';

/** Ends a task today; who owned it until then stays its history. */
function archive(task: Task): void {
  const on = today(openWorkspace().about.zone);
  act(
    { kind: 'save-task', task: { ...task, archivedOn: on } },
    `${task.code}, ${task.name} is archived as of ${dayWithYearText(on)}.`,
    `Archive task ${task.code}, ${task.name}`,
  );
}

/** What can be done with a task besides its owners. */
export function TaskMenu({
  task,
  disabledReason,
}: {
  readonly task: Task;
  readonly disabledReason: string | undefined;
}) {
  return (
    <Menu
      label={`Task ${task.code}`}
      placement="bottom end"
      trigger={
        <Button
          aria-label={`More about ${task.code}, ${task.name}`}
          className="inline-flex size-6 shrink-0 items-center justify-center rounded-md text-muted data-hovered:bg-hover data-hovered:text-ink"
        >
          <Ellipsis size={14} aria-hidden />
        </Button>
      }
      groups={[
        {
          id: 'task',
          entries: [
            { id: 'edit', title: 'Edit…', disabledReason, run: () => openForm({ kind: 'task', task }) },
            { id: 'archive', title: 'Archive', disabledReason, run: () => archive(task) },
          ],
        },
      ]}
    />
  );
}
