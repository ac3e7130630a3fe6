import type { PersonLoad } from '../../../shared/editing/rotation-change.ts';
import type { QuarterId } from '../../../shared/model/dates.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { judge } from '../../../shared/planner/judge.ts';
import { pointsText, scoreText, signedPointsText } from '../../../shared/words/points-text.ts';
import { useAssessmentBeside } from '../../state/assess-beside.ts';
import { memoise } from '../../state/memoise.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Cell, ColumnHead, Row, RowHead, Table, TableHead } from '../../ui/table.tsx';

const judged = memoise(judge);

/** How fair the quarter is now and after a change, once it is known. */
export function Score({
  quarter,
  after,
}: {
  readonly quarter: QuarterId;
  /** Null where its turns are open: a plan with gaps is not scored against a full one. */
  readonly after: Workspace | null;
}) {
  const workspace = useWorkspace();
  const before = useAssessmentBeside(workspace, quarter);
  const next = useAssessmentBeside(after, quarter);
  const text = (of: typeof workspace, { assessment, failed }: typeof before): string => {
    const fairness = judged(of, quarter, assessment);
    return fairness.assessed && fairness.score !== null
      ? scoreText(fairness.score)
      : failed === null
        ? '…'
        : 'not known';
  };
  if (judged(workspace, quarter, before.assessment).score === null) return null;
  return (
    <p role="status">
      Fairness: {text(workspace, before)} now,{' '}
      {after === null ? 'known again when its open turns are planned' : `${text(after, next)} after it`}.
    </p>
  );
}

/** Turns and points of those for whom a change makes them more or less. */
export function LoadTable({
  caption,
  people: changed,
}: {
  readonly caption: string;
  readonly people: readonly PersonLoad[];
}) {
  const { people } = useWorkspace();
  if (changed.length === 0) return <p className="text-muted">Nobody’s points change.</p>;
  return (
    <Table caption={caption}>
      <TableHead>
        <ColumnHead>Person</ColumnHead>
        <ColumnHead numeric>Turns</ColumnHead>
        <ColumnHead numeric>Points</ColumnHead>
        <ColumnHead numeric>Change</ColumnHead>
      </TableHead>
      <tbody>
        {changed.map(({ person, before, after, turnsBefore, turnsAfter }) => {
          const name = people[person]?.name ?? person;
          return (
            <Row key={person}>
              <RowHead>
                <span className="flex items-center gap-2">
                  <Avatar name={name} position={people[person]?.position ?? 0} size={20} />
                  <span className="truncate">{name}</span>
                </span>
              </RowHead>
              <Cell numeric>
                {turnsBefore === turnsAfter ? turnsAfter : `${turnsBefore} → ${turnsAfter}`}
              </Cell>
              <Cell numeric>
                {before === after ? pointsText(after) : `${pointsText(before)} → ${pointsText(after)}`}
              </Cell>
              <Cell numeric>{before === after ? '' : signedPointsText(after - before)}</Cell>
            </Row>
          );
        })}
      </tbody>
    </Table>
  );
}
