import { useMemo, useState } from 'react';
import { plannedChange, type PlannedTurn } from '../../../shared/editing/planned-change.ts';
import type { QuarterChange } from '../../../shared/editing/rotation-change.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { PersonId, RotationId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { turnSpanText } from '../../../shared/words/rotation-text.ts';
import { refusalText } from '../../../shared/words/refusal-text.ts';
import { usePlanBeside } from '../../state/plan-beside.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { Cell, ColumnHead, Row, RowHead, Table, TableHead } from '../../ui/table.tsx';
import { LoadTable, Score } from './change-figures.tsx';

interface Props {
  readonly change: QuarterChange;
  readonly rotation: RotationId;
  readonly today: LocalDate;
}

function Holder({ workspace, person }: { readonly workspace: Workspace; readonly person: PersonId | null }) {
  const record = person === null ? undefined : workspace.people[person];
  if (record === undefined) return <span className="text-warning">nobody</span>;
  return (
    <span className="flex items-center gap-2">
      <Avatar name={record.name} position={record.position} size={20} showsInitials={false} />
      <span className="truncate">{record.name}</span>
    </span>
  );
}

function Turns({
  planned,
  turns,
  rotation,
}: {
  readonly planned: Workspace;
  readonly turns: readonly PlannedTurn[];
  readonly rotation: RotationId;
}) {
  const layers = [...new Set(turns.flatMap(({ holders }) => holders.map(({ layer }) => layer)))];
  const titleOf = (layer: string): string =>
    planned.rotations[rotation]?.layers.find(({ name }) => name === layer)?.title ?? layer;
  return (
    <Table caption="Who would hold each turn">
      <TableHead>
        <ColumnHead>Turn</ColumnHead>
        {layers.map((layer) => (
          <ColumnHead key={layer}>{titleOf(layer)}</ColumnHead>
        ))}
      </TableHead>
      <tbody>
        {turns.map(({ start, end, holders }) => (
          <Row key={`${start} ${end}`}>
            <RowHead>{turnSpanText(start, end)}</RowHead>
            {layers.map((layer) => {
              const holder = holders.find((one) => one.layer === layer);
              return (
                <Cell key={layer}>
                  {holder === undefined ? '–' : <Holder workspace={planned} person={holder.person} />}
                </Cell>
              );
            })}
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function Planned({ change, rotation, today }: Props) {
  const workspace = useWorkspace();
  const answer = usePlanBeside(change.after, change.quarter, today);
  const assignments = answer.kind === 'answered' && answer.again === null ? answer.value : null;
  const result = useMemo(
    () => (assignments === null ? null : plannedChange(workspace, change, rotation, assignments, today)),
    [workspace, change, rotation, assignments, today],
  );
  if (answer.kind === 'failed')
    return <p className="text-error">No plan could be worked out: {answer.reason}</p>;
  if (result === null)
    return (
      <p role="status" className="text-muted">
        Planning the quarter under the new terms…
      </p>
    );
  if ('kind' in result) return <p className="text-error">{refusalText(result, change.after)}</p>;
  return (
    <section aria-label="If it is planned anew" className="flex flex-col gap-3">
      <Turns planned={result.planned} turns={result.turns} rotation={rotation} />
      <LoadTable caption="What everybody would hold once it is planned anew" people={result.people} />
      <Score quarter={change.quarter} after={result.planned} />
      <p className="text-label text-muted">
        A plan to look at, by the planner’s own search: what has begun stays, all duties are planned anew.
        Nothing of it is kept; plan the quarter after the change.
      </p>
    </section>
  );
}

/** Who would do what under the new terms, once the turns they open are planned. Worked out when asked: it takes some seconds. */
export function PlannedPreview(props: Props) {
  const [asked, setAsked] = useState(false);
  return asked ? (
    <Planned {...props} />
  ) : (
    <div>
      <Button size="small" onPress={() => setAsked(true)}>
        See who would do what
      </Button>
    </div>
  );
}
