import { CircleAlert } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { PipelineId, RunbookId } from '../../../shared/model/ids.ts';
import type { Runbook } from '../../../shared/model/runbook.ts';
import type { Coverage } from '../../../shared/runbooks/coverage.ts';
import { dueReviews, REVIEW_AHEAD_DAYS } from '../../../shared/runbooks/due-reviews.ts';
import { ownersAway } from '../../../shared/runbooks/owners-away.ts';
import { roleText } from '../../../shared/runbooks/page.ts';
import {
  dayText,
  dayWithWeekdayText,
  dayWithYearText,
  quarterText,
  weekText,
} from '../../../shared/words/date-text.ts';
import { personName } from '../../../shared/words/names.ts';
import { useView } from '../../state/view-store.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { Cell, ColumnHead, Row, RowHead, Table, TableHead } from '../../ui/table.tsx';
import { OwnerNames } from './owner-names.tsx';
import { confirmReview } from './runbook-acts.ts';
import { counted } from '../../../shared/words/number-text.ts';

interface Props {
  readonly runbooks: readonly Runbook[];
  readonly coverage: Coverage;
  readonly today: LocalDate;
  readonly readOnlyBecause: string | null;
  readonly onChoose: (id: RunbookId) => void;
  readonly onWrite: (pipeline: PipelineId) => void;
}

/** A part of the report; where all is well it says so in one sentence. */
function Part({
  title,
  fine,
  count,
  children,
}: {
  readonly title: string;
  readonly fine: string;
  readonly count: number;
  readonly children: ReactNode;
}) {
  return (
    <section className="runbook-section">
      <h3>
        {title} {count > 0 ? <span className="report-count">{count}</span> : null}
      </h3>
      {count === 0 ? <p className="runbook-fine">{fine}</p> : children}
    </section>
  );
}

function Title({ runbook, onChoose }: { readonly runbook: Runbook; readonly onChoose: Props['onChoose'] }) {
  return (
    <AriaButton className="report-title" onPress={() => onChoose(runbook.id)}>
      {runbook.title}
    </AriaButton>
  );
}

function Due({ runbooks, today, readOnlyBecause, onChoose }: Props) {
  const due = dueReviews(runbooks, today);
  return (
    <Part
      title="Due for review"
      count={due.length}
      fine={`No review is due within the next ${String(REVIEW_AHEAD_DAYS)} days.`}
    >
      <Table caption="Runbooks due for review" className="report-table">
        <TableHead>
          <ColumnHead>Runbook</ColumnHead>
          <ColumnHead>Owners</ColumnHead>
          <ColumnHead>Due</ColumnHead>
          <ColumnHead>
            <span className="sr-only">What to do</span>
          </ColumnHead>
        </TableHead>
        <tbody>
          {due.map(({ runbook, review }) => (
            <Row key={runbook.id}>
              <RowHead>
                <Title runbook={runbook} onChoose={onChoose} />
              </RowHead>
              <Cell>
                <OwnerNames primary={runbook.ownerPrimary} secondary={runbook.ownerSecondary} />
              </Cell>
              <Cell className="whitespace-nowrap">
                <span className={review.overdue ? 'runbook-overdue' : undefined}>
                  {review.overdue ? <CircleAlert size={14} aria-hidden /> : null}
                  {review.dueOn === null ? 'Now' : dayWithYearText(review.dueOn)}
                </span>
                <span className="block text-label text-muted">
                  {review.lastOn === null ? 'Never reviewed' : `Reviewed ${dayWithYearText(review.lastOn)}`}
                </span>
              </Cell>
              <Cell numeric>
                <Button
                  size="small"
                  hint="I have read it and it is right"
                  disabledReason={
                    readOnlyBecause !== null
                      ? `Read only: ${readOnlyBecause}`
                      : review.lastOn !== null && review.lastOn >= today
                        ? 'Reviewed today already'
                        : undefined
                  }
                  onPress={() => confirmReview(runbook, today)}
                >
                  Reviewed, no change<span className="sr-only">: {runbook.title}</span>
                </Button>
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </Part>
  );
}

function WithoutRunbook({ coverage, readOnlyBecause, onWrite }: Props) {
  const { pipelines } = useWorkspace();
  return (
    <Part
      title="Pipelines without a runbook"
      count={coverage.pipelinesWithout.length}
      fine="Every pipeline has a runbook."
    >
      <ul className="runbook-list-plain">
        {coverage.pipelinesWithout.map((id) => (
          <li key={id} className="report-line">
            {pipelines[id]?.name}
            <Button
              size="small"
              disabledReason={readOnlyBecause === null ? undefined : `Read only: ${readOnlyBecause}`}
              onPress={() => onWrite(id)}
            >
              Write one <span className="sr-only">for {pipelines[id]?.name}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Gaps({ runbooks, coverage, onChoose }: Props) {
  const workspace = useWorkspace();
  const name = (id: Runbook['ownerPrimary']) => (id === null ? 'nobody' : personName(workspace, id));
  const lines = coverage.runbooks.flatMap(({ runbook: id, differences, ownerMissing, slaMissing }) => {
    const runbook = runbooks.find((it) => it.id === id);
    const said = [
      ...differences.map(
        ({ role, runbookOwner, task, taskOwner }) =>
          `${roleText[role]} owner is ${name(runbookOwner)}; task ${workspace.tasks[task]?.code ?? ''} names ${name(taskOwner)}`,
      ),
      ...(ownerMissing ? ['An owner is missing or has left the team'] : []),
      ...(slaMissing ? ['It promises no service level'] : []),
    ];
    return runbook === undefined || said.length === 0 ? [] : [{ runbook, said }];
  });
  return (
    <Part
      title="Owners and service levels"
      count={lines.length}
      fine="Owners agree with the tasks everywhere."
    >
      <ul className="runbook-list-plain">
        {lines.map(({ runbook, said }) => (
          <li key={runbook.id}>
            <Title runbook={runbook} onChoose={onChoose} />
            {said.map((it) => (
              <p key={it}>{it}</p>
            ))}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Away({ runbooks, onChoose }: Props) {
  const workspace = useWorkspace();
  const quarter = useView((view) => view.quarter);
  const weeks = useMemo(() => ownersAway(workspace, runbooks, quarter), [workspace, runbooks, quarter]);
  return (
    <Part
      title={`All owners away in ${quarterText(quarter)}`}
      count={weeks.length}
      fine="In each week an owner of each runbook is there."
    >
      <ul className="runbook-list-plain">
        {weeks.map(({ runbook: id, week, days }) => {
          const runbook = workspace.runbooks[id];
          if (runbook === undefined) return null;
          return (
            <li key={`${id} ${week}`} className="report-line">
              <Title runbook={runbook} onChoose={onChoose} />
              <span>
                {weekText(week)}, from {dayText(week)}:{' '}
                {days.length === 5 ? 'the whole working week' : days.map(dayWithWeekdayText).join(', ')}
              </span>
            </li>
          );
        })}
      </ul>
    </Part>
  );
}

/** What wants a look: reviews that are due, pipelines nobody has explained, owners who differ, are gone or all away. */
export function ReviewReport(props: Props) {
  return (
    <article className="runbook">
      <header className="runbook-head">
        <div className="runbook-head-words">
          <h2>Reviews and gaps</h2>
          <p className="runbook-facts">
            {counted(props.runbooks.length, 'runbook')}, as of {dayWithYearText(props.today)}
          </p>
        </div>
      </header>
      <Due {...props} />
      <WithoutRunbook {...props} />
      <Gaps {...props} />
      <Away {...props} />
    </article>
  );
}
