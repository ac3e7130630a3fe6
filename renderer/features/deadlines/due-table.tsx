import { clockTimeText } from '../../../shared/words/date-text.ts';
import { TriangleAlert } from 'lucide-react';
import { timeOf } from '../../../shared/calendar/days.ts';
import { ownerInDoubt, type DueRow } from '../../../shared/deadlines/deliveries.ts';
import { onCallThen } from '../../../shared/deadlines/on-call-then.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import {
  dueText,
  momentIn,
  ruleText,
  timingText,
  whyMovedText,
} from '../../../shared/words/deadline-text.ts';
import { leaveDaysText } from '../../../shared/words/leave-text.ts';
import { personName } from '../../../shared/words/names.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { Cell, ColumnHead, Row, RowHead, Table, TableHead } from '../../ui/table.tsx';
import { StatusMark } from './status-mark.tsx';
import type { Moment } from '../../state/use-moment.ts';

interface Props {
  readonly caption: string;
  readonly rows: readonly DueRow[];
  readonly moment: Moment;
  readonly disabledReason: string | undefined;
  readonly onRecord: (row: DueRow) => void;
  readonly onRule: (row: DueRow) => void;
}

function Warning({ children }: { readonly children: string }) {
  return (
    <span className="flex items-start gap-1 text-label text-warning">
      <TriangleAlert size={12} className="mt-0.5 shrink-0" aria-hidden />
      {children}
    </span>
  );
}

function Owner({ workspace, row }: { readonly workspace: Workspace; readonly row: DueRow }) {
  const { deadline, owner, ownerAway } = row;
  const task = deadline.task === null ? undefined : workspace.tasks[deadline.task];
  return (
    <span className="flex flex-col py-1">
      <span>{owner === null ? 'Nobody' : personName(workspace, owner)}</span>
      <span className="text-label text-muted">
        {task === undefined ? 'The rule names no task' : `Task ${task.code}, ${deadline.ownerRole}`}
      </span>
      {!ownerInDoubt(row) ? null : ownerAway === null ? (
        <Warning>Nobody to deliver it</Warning>
      ) : (
        <Warning>{`${ownerAway.tentative ? 'May be away' : 'Away'}, ${leaveDaysText(ownerAway)}`}</Warning>
      )}
    </span>
  );
}

function OnCall({ workspace, row }: { readonly workspace: Workspace; readonly row: DueRow }) {
  const then = onCallThen(workspace, row);
  if (then === null) return <span className="text-muted">No rotation watches it</span>;
  const isAhead = row.delivery === null;
  return (
    <span className="flex flex-col py-1">
      <span>{then.person === null ? 'Nobody yet' : personName(workspace, then.person)}</span>
      <span className="text-label text-muted">{then.duty}</span>
      {then.handoff !== null && isAhead ? (
        <Warning>{`Hands over that day at ${clockTimeText(timeOf(then.handoff))}`}</Warning>
      ) : null}
    </span>
  );
}

function Due({ row }: { readonly row: DueRow }) {
  const why = row.occurrence === null ? 'The rule no longer names this day' : whyMovedText(row.occurrence);
  return (
    <span className="flex flex-col py-1">
      <span className="whitespace-nowrap tabular-nums">{dueText(row.day, row.deadline)}</span>
      {why === null ? null : (
        <span
          className={row.status === 'unkept' ? 'max-w-70 text-label text-error' : 'text-label text-muted'}
        >
          {why}
        </span>
      )}
    </span>
  );
}

function Evidence({ workspace, row }: { readonly workspace: Workspace; readonly row: DueRow }) {
  const { delivery, deadline } = row;
  if (delivery === null) return null;
  return (
    <span className="text-label text-muted">
      {delivery.by === null ? '' : `${personName(workspace, delivery.by)}, `}
      {momentIn(delivery.at, deadline.zone)}
      {delivery.evidence.trim() === '' ? '' : `: ${delivery.evidence}`}
    </span>
  );
}

/** What falls due, by day: what and for whom, who delivers, who is on call then, and how it stands. */
export function DueTable({ caption, rows, moment, disabledReason, onRecord, onRule }: Props) {
  const workspace = useWorkspace();
  return (
    <Table caption={caption}>
      <TableHead>
        <ColumnHead>Due</ColumnHead>
        <ColumnHead>Deadline</ColumnHead>
        <ColumnHead>Owner</ColumnHead>
        <ColumnHead>On call that day</ColumnHead>
        <ColumnHead>Status</ColumnHead>
        <ColumnHead>
          <span className="sr-only">Act</span>
        </ColumnHead>
      </TableHead>
      <tbody>
        {rows.map((row) => {
          const { deadline, status } = row;
          const named = `${deadline.title}, ${dueText(row.day, deadline)}`;
          return (
            <Row key={row.key} className="align-top">
              <RowHead className="align-top">
                <Due row={row} />
              </RowHead>
              <Cell>
                <span className="flex flex-col py-1">
                  <span className="font-medium">{deadline.title}</span>
                  <span className="text-label text-muted">
                    {workspace.pipelines[deadline.pipeline]?.name}, {ruleText(deadline)}
                    {deadline.consumer === '' ? '' : `. For: ${deadline.consumer}`}
                  </span>
                </span>
              </Cell>
              <Cell>
                <Owner workspace={workspace} row={row} />
              </Cell>
              <Cell>
                <OnCall workspace={workspace} row={row} />
              </Cell>
              <Cell>
                <span className="flex max-w-80 flex-col py-1">
                  <StatusMark status={status} timing={timingText(row, moment.now)} />
                  <Evidence workspace={workspace} row={row} />
                </span>
              </Cell>
              <Cell className="py-1 text-right">
                {status === 'unkept' ? (
                  <Button size="small" disabledReason={disabledReason} onPress={() => onRule(row)}>
                    Edit rule…<span className="sr-only"> {named}</span>
                  </Button>
                ) : (
                  <Button size="small" disabledReason={disabledReason} onPress={() => onRecord(row)}>
                    {row.delivery === null ? 'Record…' : 'Change…'}
                    <span className="sr-only"> {named}</span>
                  </Button>
                )}
              </Cell>
            </Row>
          );
        })}
      </tbody>
    </Table>
  );
}
