import { memo } from 'react';
import { nextChange, ownersAt, type Owners } from '../../../shared/editing/task-owners.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import type { Person } from '../../../shared/model/person.ts';
import type { Pipeline, Task } from '../../../shared/model/task.ts';
import type { OwnerRole } from '../../../shared/runbooks/owners.ts';
import { dayWithYearText } from '../../../shared/words/date-text.ts';
import { RoleChip } from './role-chip.tsx';
import { TaskMenu } from './task-menu.tsx';
import { WeightCell } from './weight-cell.tsx';

const roles = ['primary', 'secondary'] as const satisfies readonly OwnerRole[];

interface Props {
  readonly task: Task;
  /** The task as the preview has it; the same where there is none. */
  readonly shown: Task;
  readonly pipeline: Pipeline | undefined;
  readonly people: readonly Person[];
  readonly day: LocalDate;
  readonly row: number;
  /** The column that holds the keyboard's place; −1 in all rows but one. */
  readonly column: number;
  readonly disabledReason: string | undefined;
}

/** The roles of a cell, with what a preview does to them. */
function chipsOf(
  before: Owners,
  after: Owners,
  person: PersonId | null,
): readonly { readonly role: OwnerRole; readonly change?: 'comes' | 'goes' }[] {
  return roles.flatMap((role) => {
    const was = before[role] === person;
    const is = after[role] === person;
    if (!was && !is) return [];
    return was && is ? [{ role }] : [{ role, change: is ? ('comes' as const) : ('goes' as const) }];
  });
}

const changeText = { comes: ', by the preview', goes: ', no longer by the preview' } as const;

function cellLabel(task: Task, name: string, chips: ReturnType<typeof chipsOf>): string {
  const held = chips.map(
    ({ role, change }) => `${role} owner${change === undefined ? '' : changeText[change]}`,
  );
  return `${task.code}, ${name}: ${held.length === 0 ? 'no role' : held.join(', ')}`;
}

/** One task: its name, who owns which role, the roles that nobody owns, and what it weighs. */
export const MatrixRow = memo(function MatrixRow({
  task,
  shown,
  pipeline,
  people,
  day,
  row,
  column,
  disabledReason,
}: Props) {
  const [before, after] = [ownersAt(task, day), ownersAt(shown, day)];
  const next = nextChange(task, day);
  const cell = (place: number, person: PersonId | null, name: string) => {
    const chips = chipsOf(before, after, person);
    const label = person === null ? openLabel(task, chips) : cellLabel(task, name, chips);
    return (
      <td
        key={person ?? 'open'}
        role="gridcell"
        aria-label={label}
        tabIndex={column === place ? 0 : -1}
        data-row={row}
        data-column={place}
        data-cell-task={task.id}
        data-cell-person={person ?? ''}
        className="matrix-cell"
      >
        {chips.map(({ role, change }) => (
          <RoleChip key={role} role={role} change={change} task={task.id} person={person} />
        ))}
      </td>
    );
  };
  return (
    <tr aria-rowindex={row + 2}>
      <th scope="row" role="rowheader" className="matrix-task">
        <span className="flex min-w-0 items-center gap-2">
          <span className="w-7 shrink-0 font-mono text-label text-muted">{task.code}</span>
          <span className="min-w-0 flex-1">
            <span className="block truncate" title={task.name}>
              {task.name}
            </span>
            {next === null ? null : (
              <span className="block truncate text-label text-muted">changes {dayWithYearText(next)}</span>
            )}
          </span>
          {pipeline === undefined ? null : (
            <span className="shrink-0 text-label text-muted" title={pipeline.name}>
              {pipeline.code}
            </span>
          )}
          <TaskMenu task={task} disabledReason={disabledReason} />
        </span>
      </th>
      {people.map((person, place) => cell(place, person.id, person.name))}
      {cell(people.length, null, '')}
      <WeightCell
        task={task}
        row={row}
        column={people.length + 1}
        isCurrent={column === people.length + 1}
        disabledReason={disabledReason}
      />
    </tr>
  );
});

function openLabel(task: Task, chips: ReturnType<typeof chipsOf>): string {
  const open = chips.map(({ role, change }) => `${role}${change === undefined ? '' : changeText[change]}`);
  return `${task.code}: ${open.length === 0 ? 'no role is open' : `open: ${open.join(', ')}`}`;
}
