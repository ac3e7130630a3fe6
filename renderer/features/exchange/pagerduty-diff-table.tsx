import { instantOf, toLocal } from '../../../shared/calendar/zone.ts';
import type { DiffRow } from '../../../shared/exchange/pagerduty-diff.ts';
import { momentText } from '../../../shared/words/date-text.ts';
import { personName } from '../../../shared/words/names.ts';
import { diffWord } from '../../../shared/words/service-text.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Cell, ColumnHead, Row, RowHead, Table, TableHead } from '../../ui/table.tsx';
import type { SchedulePreview } from './pagerduty-preview.ts';
import { usePagerDuty } from './pagerduty-store.ts';

const isQuiet = ({ kind }: DiffRow): boolean => kind === 'same';

/** The stretches of one schedule: who is on call there now, and who will be. */
export function PagerDutyDiff({
  schedule,
  isWhole,
}: {
  readonly schedule: SchedulePreview;
  readonly isWhole: boolean;
}) {
  const workspace = useWorkspace();
  const people = usePagerDuty((state) => state.people);
  const nameOf = (user: string | null): string => {
    if (user === null) return 'nobody';
    const known = people.find(({ outside }) => outside === user);
    const person = known?.person ?? null;
    return person === null ? (known?.name ?? user) : personName(workspace, person);
  };
  const rows = schedule.rows.filter((row) => isWhole || !isQuiet(row));
  const stays = schedule.rows.length - schedule.rows.filter((row) => !isQuiet(row)).length;
  if (rows.length === 0)
    return schedule.rows.length === 0 ? null : (
      <p className="text-muted">
        All of it is as planned ({stays === 1 ? 'one stretch' : `${stays} stretches`}).
      </p>
    );
  const moment = (at: number): string => momentText(toLocal(instantOf(at), schedule.zone));
  return (
    <Table caption={`Changes on ${schedule.name}`}>
      <TableHead>
        <ColumnHead>From</ColumnHead>
        <ColumnHead>Until</ColumnHead>
        <ColumnHead>Now there</ColumnHead>
        <ColumnHead>Then</ColumnHead>
        <ColumnHead>What happens</ColumnHead>
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.start} className={isQuiet(row) ? 'text-muted' : undefined}>
            <RowHead className="tabular-nums">{moment(row.start)}</RowHead>
            <Cell className="tabular-nums">{moment(row.end)}</Cell>
            <Cell>
              <span dir="auto">{nameOf(row.now)}</span>
            </Cell>
            <Cell className={row.now === row.next ? undefined : 'font-medium'}>
              <span dir="auto">{nameOf(row.next)}</span>
            </Cell>
            <Cell>
              {diffWord[row.kind]}
              {row.kind === 'foreign' ? `; the plan has ${nameOf(row.planned)}` : ''}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
