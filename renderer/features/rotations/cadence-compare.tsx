import { useMemo, useState } from 'react';
import type { SimpleCommand } from '../../../shared/editing/command.ts';
import { edit } from '../../../shared/editing/edit.ts';
import type { QuarterId } from '../../../shared/model/dates.ts';
import type { RotationId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { reachOf, type Reach } from '../../../shared/scenarios/cadence.ts';
import { quarterText } from '../../../shared/words/date-text.ts';
import { pointsWithUnit, scoreText } from '../../../shared/words/points-text.ts';
import { useAssessmentBeside } from '../../state/assess-beside.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { Cell, ColumnHead, Row, RowHead, Table, TableHead } from '../../ui/table.tsx';

interface Props {
  readonly rotation: RotationId;
  readonly quarter: QuarterId;
  /** The change with turns of one or two weeks. */
  readonly commandFor: (weeks: 1 | 2) => SimpleCommand;
}

const rows: readonly (readonly [string, (reach: Reach) => string])[] = [
  ['Turns in the quarter', ({ turns }) => String(turns)],
  ['Days of its longest turn', ({ longestDays }) => String(Math.round(longestDays))],
  ['Fairness of the fairest plan, nothing allowed for', ({ fairness }) => scoreText(fairness)],
  ['It leaves somebody off their share by', ({ uneven }) => pointsWithUnit(uneven)],
  ['Weeks of rest that are missing', ({ breaches }) => String(breaches)],
  ['Turns that nobody can take', ({ open }) => (open ? 'some' : 'none')],
];

/** The workspace after a change; as it is where the change would say nothing new. Null where it cannot be made. */
function after(workspace: Workspace, command: SimpleCommand): Workspace | null {
  const edited = edit(workspace, command);
  if (edited.ok) return edited.value.workspace;
  return edited.reason.kind === 'no-change' ? workspace : null;
}

function Figures({ rotation, quarter, commandFor }: Props) {
  const workspace = useWorkspace();
  const weekly = useMemo(() => after(workspace, commandFor(1)), [workspace, commandFor]);
  const biweekly = useMemo(() => after(workspace, commandFor(2)), [workspace, commandFor]);
  const known = [useAssessmentBeside(weekly, quarter), useAssessmentBeside(biweekly, quarter)];
  const reach = [weekly, biweekly].map((one, place) =>
    one === null ? null : reachOf(one, quarter, rotation, known[place]?.assessment ?? null),
  );
  const failed = known.find((one) => one.failed !== null)?.failed ?? null;
  const waits =
    failed === null && reach.some((one, place) => one === null && [weekly, biweekly][place] !== null);
  const text = (place: 0 | 1, figure: (reach: Reach) => string): string => {
    const one = reach[place];
    if (one !== null && one !== undefined) return figure(one);
    return [weekly, biweekly][place] === null ? '–' : '…';
  };
  return (
    <section aria-label="Both cadences" aria-busy={waits}>
      <Table caption={`What ${quarterText(quarter)} can come to under both cadences`}>
        <TableHead>
          <ColumnHead>What {quarterText(quarter)} can come to</ColumnHead>
          <ColumnHead numeric>Every week</ColumnHead>
          <ColumnHead numeric>Every two weeks</ColumnHead>
        </TableHead>
        <tbody>
          {rows.map(([name, figure]) => (
            <Row key={name}>
              <RowHead>{name}</RowHead>
              <Cell numeric>{text(0, figure)}</Cell>
              <Cell numeric>{text(1, figure)}</Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      <p role="status" className="pt-1 text-label text-muted">
        {failed !== null
          ? `This could not be worked out: ${failed}`
          : waits
            ? 'Looking for the fairest plan of each…'
            : 'By the fairest plan that was found for each, whoever is planned now. Compare, on its own screen, plans both in full.'}
      </p>
    </section>
  );
}

/** Both cadences by what they can come to, for who decides between them. Worked out when asked: it takes some seconds. */
export function CadenceCompare(props: Props) {
  const [asked, setAsked] = useState(false);
  return asked ? (
    <Figures {...props} />
  ) : (
    <div>
      <Button size="small" onPress={() => setAsked(true)}>
        Compare every week with every two weeks
      </Button>
    </div>
  );
}
