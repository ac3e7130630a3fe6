import { useRef, useState } from 'react';
import type { Person } from '../../../shared/model/person.ts';
import { dayWithYearText } from '../../../shared/words/date-text.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { fitName } from '../../ui/fit-name.ts';
import { useSettled } from '../../ui/use-settled.ts';
import { MatrixFoot } from './matrix-foot.tsx';
import { MatrixRow } from './matrix-row.tsx';
import { RoleGhost } from './role-ghost.tsx';
import { useMatrixDrag } from './use-matrix-drag.ts';
import { useMatrixKeys, type Place } from './use-matrix-keys.ts';
import type { Matrix as Model } from './use-tasks.ts';
import { WIDE_TEAM } from './wide-team.ts';

/** Cells that are drawn at once; the rows below them follow when these stand. */
const CELLS_AT_ONCE = 800;

interface Props {
  readonly model: Model;
  readonly disabledReason: string | undefined;
}

function PersonHead({
  person,
  gone,
  isWide,
}: {
  readonly person: Person;
  readonly gone: boolean;
  readonly isWide: boolean;
}) {
  const room = isWide ? 96 : 52;
  return (
    <th
      scope="col"
      role="columnheader"
      className="matrix-person"
      title={person.name}
      aria-label={gone ? `${person.name}, not in the team` : person.name}
    >
      <span className="flex flex-col items-center gap-0.5">
        <Avatar name={person.name} position={person.position} size={24} />
        <span className="max-w-full truncate">{fitName(person.name, false, room, 11) ?? person.name}</span>
        {gone ? <span className="text-warning">not in team</span> : null}
      </span>
    </th>
  );
}

/** Who owns which role of which task: given by drag, by click and by keys, from the chosen day on. */
export function Matrix({ model, disabledReason }: Props) {
  const { day, workspace, shown, tasks, people, before } = model;
  const table = useRef<HTMLTableElement>(null);
  const pane = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 });
  const size = { rows: tasks.length, columns: people.length + 2 };
  const current = {
    row: Math.min(place.row, Math.max(0, size.rows - 1)),
    column: Math.min(place.column, size.columns - 1),
  };
  const keys = useMatrixKeys({ table, size, place: current, setPlace, day, disabledReason });
  useMatrixDrag({ table, pane, day, setPlace, disabledReason });
  const isWide = people.length <= WIDE_TEAM;
  const settled = useSettled();
  const drawn = settled ? tasks : tasks.slice(0, Math.max(8, Math.floor(CELLS_AT_ONCE / size.columns)));
  const gone = new Set(before.people.filter((part) => part.gone).map(({ person }) => person));
  return (
    <>
      <div ref={pane} className="matrix-pane">
        <table
          ref={table}
          role="grid"
          aria-label={`Owners of tasks on ${dayWithYearText(day)}`}
          aria-rowcount={tasks.length + 4}
          aria-colcount={people.length + 3}
          className="matrix"
          data-wide={isWide || undefined}
          onKeyDown={keys.onKeyDown}
          onFocus={keys.onFocus}
          onClick={keys.onClick}
        >
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col" role="columnheader" className="matrix-task">
                Task
              </th>
              {people.map((person) => (
                <PersonHead key={person.id} person={person} gone={gone.has(person.id)} isWide={isWide} />
              ))}
              <th scope="col" role="columnheader" className="matrix-person" title="Roles that nobody owns">
                Open
              </th>
              <th scope="col" role="columnheader" className="matrix-weight-head">
                Points
                <span className="block font-normal">a week</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {drawn.map((task, row) => (
              <MatrixRow
                key={task.id}
                task={task}
                shown={shown.tasks[task.id] ?? task}
                pipeline={task.pipeline === null ? undefined : workspace.pipelines[task.pipeline]}
                people={people}
                day={day}
                row={row}
                column={row === current.row ? current.column : -1}
                disabledReason={disabledReason}
              />
            ))}
          </tbody>
          <MatrixFoot model={model} />
        </table>
      </div>
      <RoleGhost model={model} />
    </>
  );
}
