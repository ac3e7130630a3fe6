import { ArrowRightLeft } from 'lucide-react';
import { useMemo } from 'react';
import { nextQuarter, quarterRange } from '../../../shared/calendar/days.ts';
import {
  firstOwnedQuarter,
  ownershipHistory,
  quartersUntil,
  type OwnedInQuarter,
} from '../../../shared/fairness/ownership-history.ts';
import { taskSplit } from '../../../shared/fairness/split.ts';
import type { QuarterId } from '../../../shared/model/dates.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import type { Ownership } from '../../../shared/model/task.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { dayText, dayWithYearText, quarterText } from '../../../shared/words/date-text.ts';
import { counted } from '../../../shared/words/number-text.ts';
import { exactPointsText } from '../../../shared/words/points-text.ts';
import { useView } from '../../state/view-store.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Cell, ColumnHead, Row, RowHead, Table, TableHead } from '../../ui/table.tsx';
import { RoleChip } from './role-chip.tsx';

/** Quarters side by side. */
const SHOWN = 6;

function Owner({ workspace, person }: { readonly workspace: Workspace; readonly person: PersonId | null }) {
  const record = person === null ? undefined : workspace.people[person];
  return record === undefined ? (
    <span className="text-muted">nobody</span>
  ) : (
    <span className="inline-flex min-w-0 items-center gap-1.5">
      <Avatar name={record.name} position={record.position} size={18} showsInitials={false} />
      <span className="truncate">{record.name}</span>
    </span>
  );
}

function Pair({ workspace, owners }: { readonly workspace: Workspace; readonly owners: Ownership }) {
  return (
    <span className="flex flex-col gap-0.5">
      {(['primary', 'secondary'] as const).map((role) => (
        <span key={role} className="flex min-w-0 items-center gap-1.5">
          <span className="sr-only">{role}: </span>
          <RoleChip role={role} small />
          <Owner workspace={workspace} person={owners[role]} />
        </span>
      ))}
    </span>
  );
}

function Quarter({ workspace, owned }: { readonly workspace: Workspace; readonly owned: OwnedInQuarter }) {
  const { quarter, atStart, changes, changedAtStart, archivedOn } = owned;
  const { from } = quarterRange(quarter);
  const entries = [
    ...(atStart === null ? [] : [{ entry: atStart, day: from, isNew: changedAtStart }]),
    ...changes.map((entry) => ({ entry, day: entry.from, isNew: true })),
  ];
  if (entries.length === 0) return <span className="text-muted">–</span>;
  return (
    <ul className="flex flex-col gap-2">
      {entries.map(({ entry, day, isNew }) => (
        <li key={day} className={isNew ? '' : 'text-muted'}>
          {isNew ? (
            <span className="flex items-center gap-1 pb-0.5 text-label text-muted">
              <ArrowRightLeft size={11} aria-hidden />
              from {dayText(day)}
            </span>
          ) : null}
          <Pair workspace={workspace} owners={entry} />
        </li>
      ))}
      {archivedOn === null ? null : (
        <li className="text-label text-muted">archived {dayWithYearText(archivedOn)}</li>
      )}
    </ul>
  );
}

/** What everybody carried when each quarter began: the weights below the owners they come from. */
function Weights({
  workspace,
  quarters,
}: {
  readonly workspace: Workspace;
  readonly quarters: readonly QuarterId[];
}) {
  const splits = quarters.map((quarter) => taskSplit(workspace, quarterRange(quarter).from));
  const ids = new Set(
    splits.flatMap(({ people }) => people.filter(({ count }) => count > 0).map(({ person }) => person)),
  );
  const people = Object.values(workspace.people)
    .filter(({ id }) => ids.has(id))
    .sort((a, b) => a.position - b.position);
  return (
    <Table caption="Points a week of owned tasks, at the start of each quarter" quiet={false}>
      <TableHead>
        <ColumnHead>Owner</ColumnHead>
        {quarters.map((quarter) => (
          <ColumnHead key={quarter} numeric>
            {quarterText(quarter)}
          </ColumnHead>
        ))}
      </TableHead>
      <tbody>
        {people.map((person) => (
          <Row key={person.id}>
            <RowHead>
              <span className="flex items-center gap-2">
                <Avatar name={person.name} position={person.position} size={20} />
                {person.name}
              </span>
            </RowHead>
            {splits.map(({ people: parts }, place) => {
              const part = parts.find((one) => one.person === person.id);
              return (
                <Cell key={quarters[place]} numeric>
                  {part === undefined || part.count === 0 ? (
                    <span className="text-muted">–</span>
                  ) : (
                    <>
                      {exactPointsText(part.weight)}
                      <span className="pl-1.5 text-muted">{counted(part.count, 'role')}</span>
                    </>
                  )}
                </Cell>
              );
            })}
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

/** Who owned what, quarter beside quarter, up to the one after the quarter on view. */
export function HistoryTab() {
  const workspace = useWorkspace();
  const quarter = useView((view) => view.quarter);
  const quarters = useMemo(() => {
    const first = firstOwnedQuarter(workspace);
    return quartersUntil(nextQuarter(quarter), SHOWN).filter((one) => first === null || one >= first);
  }, [workspace, quarter]);
  const rows = useMemo(() => ownershipHistory(workspace, quarters), [workspace, quarters]);
  if (quarters.length === 0)
    return <p className="text-muted">No task had an owner up to {quarterText(nextQuarter(quarter))}.</p>;
  const first = quarters[0] as QuarterId;
  return (
    <div className="flex flex-col gap-8">
      <div className="min-w-0 overflow-x-auto">
        <Table
          caption={`Owners from ${quarterText(first)} to ${quarterText(nextQuarter(quarter))}`}
          quiet={false}
          className="min-w-216"
        >
          <TableHead>
            <ColumnHead className="w-52">Task</ColumnHead>
            {quarters.map((one) => (
              <ColumnHead key={one}>{quarterText(one)}</ColumnHead>
            ))}
          </TableHead>
          <tbody>
            {rows.map(({ task, quarters: owned }) => (
              <Row key={task} className="align-top">
                <RowHead className="py-2">
                  <span className="flex items-baseline gap-2">
                    <span className="w-7 shrink-0 font-mono text-label text-muted">
                      {workspace.tasks[task]?.code}
                    </span>
                    {workspace.tasks[task]?.name}
                  </span>
                </RowHead>
                {owned.map((one) => (
                  <Cell key={one.quarter} className="py-2">
                    <Quarter workspace={workspace} owned={one} />
                  </Cell>
                ))}
              </Row>
            ))}
          </tbody>
        </Table>
      </div>
      <div className="min-w-0 overflow-x-auto">
        <Weights workspace={workspace} quarters={quarters} />
      </div>
      <p className="max-w-160 text-muted">
        Another quarter in the title bar moves these along. A change of owners is a step in History and can be
        undone; what was before it stays.
      </p>
    </div>
  );
}
