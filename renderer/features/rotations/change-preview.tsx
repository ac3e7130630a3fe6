import type { Refusal } from '../../../shared/editing/refusal.ts';
import type { QuarterChange } from '../../../shared/editing/rotation-change.ts';
import { judge } from '../../../shared/planner/judge.ts';
import { pointsText, scoreText, signedPointsText } from '../../../shared/words/points-text.ts';
import { refusalText } from '../../../shared/words/refusal-text.ts';
import { changeLines } from '../../../shared/words/rotation-text.ts';
import { slotWithDays } from '../../../shared/words/names.ts';
import { useAssessmentBeside } from '../../state/assess-beside.ts';
import { memoise } from '../../state/memoise.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Cell, ColumnHead, Row, RowHead, Table, TableHead } from '../../ui/table.tsx';

const judged = memoise(judge);

/** How fair the quarter is before and after, once it is known; a plan with open turns is not scored against a full one. */
function Score({ change }: { readonly change: QuarterChange }) {
  const workspace = useWorkspace();
  const { quarter, after, duty } = change;
  const before = useAssessmentBeside(workspace, quarter);
  const next = useAssessmentBeside(duty.after.gaps.length > 0 ? null : after, quarter);
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
      {duty.after.gaps.length > 0
        ? 'known again when its open turns are planned'
        : `${text(after, next)} after it`}
      .
    </p>
  );
}

function People({ change }: { readonly change: QuarterChange }) {
  const { people } = useWorkspace();
  if (change.people.length === 0) return <p className="text-muted">Nobody’s points change.</p>;
  return (
    <Table caption="Who holds more or less after the change">
      <TableHead>
        <ColumnHead>Person</ColumnHead>
        <ColumnHead numeric>Turns</ColumnHead>
        <ColumnHead numeric>Points</ColumnHead>
        <ColumnHead numeric>Change</ColumnHead>
      </TableHead>
      <tbody>
        {change.people.map(({ person, before, after, turnsBefore, turnsAfter }) => {
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

const MOST_NAMED = 3;

/** What the change does to a quarter before anybody plans it anew; or why it cannot be made. */
export function ChangePreview({ change }: { readonly change: QuarterChange | Refusal }) {
  const workspace = useWorkspace();
  if ('kind' in change)
    return (
      <p className={change.kind === 'no-change' ? 'text-muted' : 'text-error'}>
        {change.kind === 'no-change' ? 'Nothing changes.' : refusalText(change, workspace)}
      </p>
    );
  const named = change.opened.slice(0, MOST_NAMED).map((id) => slotWithDays(change.after, id));
  return (
    <section aria-label="What the change does" className="flex flex-col gap-2">
      <ul className="list-inside list-disc marker:text-border">
        {changeLines(change).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {named.length === 0 ? null : (
        <p className="text-muted">
          Open first: {named.join('; ')}
          {change.opened.length > MOST_NAMED ? `; and ${change.opened.length - MOST_NAMED} more` : ''}
        </p>
      )}
      <People change={change} />
      <Score change={change} />
    </section>
  );
}
