import { ArrowRight } from 'lucide-react';
import type { CoverAdvice, CoverProposal, HolidayHandedOn } from '../../../shared/planner/covers/propose.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import {
  adviceText,
  adviceTitle,
  feastText,
  gainText,
  standChangeText,
} from '../../../shared/words/cover-text.ts';
import { dutyName, personName } from '../../../shared/words/names.ts';
import { refusalText } from '../../../shared/words/refusal-text.ts';
import { announce } from '../../state/announce.ts';
import { today } from '../../state/clock.ts';
import { useCoverAdvice } from '../../state/explain-answers.ts';
import { proposalHoldsPlan } from '../../state/drag-store.ts';
import { runCommand } from '../../state/run-command.ts';
import { showToast } from '../../state/toast-store.ts';
import type { Answer } from '../../state/use-answer.ts';
import { openWorkspace, useWorkspace } from '../../state/workspace-store.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';

/** Takes proposals over as one step. They were checked against the plan that stands: it refuses where that has changed since. */
function accept(days: readonly HolidayHandedOn[]): void {
  const workspace = openWorkspace();
  const title = adviceTitle(workspace, days);
  const made = runCommand(
    {
      kind: 'cover-days',
      covers: days.map(({ turn, from, until, to }) => ({ shift: turn, from, until, person: to })),
      remove: [],
      accept: [],
      today: today(workspace.about.zone),
      reason: '',
    },
    title.slice(0, 500),
  );
  const text = made.ok ? `${title}.` : refusalText(made.reason, workspace);
  showToast(made.ok ? { text, undo: true } : { text, tone: 'warning' });
  announce(text, made.ok ? 'polite' : 'assertive');
}

function HandedOn({ workspace, day }: { readonly workspace: Workspace; readonly day: HolidayHandedOn }) {
  const who = (person: HolidayHandedOn['to']) => (
    <span className="inline-flex items-center gap-1.5">
      <Avatar
        name={personName(workspace, person)}
        position={workspace.people[person]?.position ?? 0}
        size={18}
        showsInitials={false}
      />
      {personName(workspace, person)}
    </span>
  );
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
      <span className="font-medium">{feastText(day)}</span>
      <span className="text-muted">{dutyName(workspace, day.turn)}:</span>
      {who(day.person)}
      <ArrowRight size={13} className="text-muted" aria-label="to" />
      {who(day.to)}
    </span>
  );
}

function Proposal({
  workspace,
  proposal,
}: {
  readonly workspace: Workspace;
  readonly proposal: CoverProposal;
}) {
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-1 border-b border-divider py-2 last:border-0">
      <div className="flex min-w-80 flex-1 flex-col gap-0.5">
        {proposal.days.map((day) => (
          <HandedOn key={`${day.shift} ${day.from}`} workspace={workspace} day={day} />
        ))}
        <span className="text-label text-muted">
          {gainText(proposal.price)}.{' '}
          {proposal.people.map((one) => standChangeText(workspace, one)).join('; ')}.
        </span>
      </div>
      <Button size="small" onPress={() => accept(proposal.days)} hint={adviceTitle(workspace, proposal.days)}>
        Accept
      </Button>
    </li>
  );
}

/** Said instead of dimming what is old: dimmed words are hard to read. */
const again = 'The plan has changed: it is being looked through again';

function Answered({ advice, isOld }: { readonly advice: CoverAdvice; readonly isOld: boolean }) {
  const workspace = useWorkspace();
  const { proposals, together } = advice;
  return (
    <div aria-busy={isOld}>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <p className="text-muted" role="status">
          {isOld ? `${again}…` : adviceText(advice)}
        </p>
        {proposals.length > 1 ? (
          <Button
            size="small"
            kind="primary"
            onPress={() => accept(proposals.flatMap(({ days }) => days))}
            disabledReason={isOld ? again : undefined}
            hint={gainText(together)}
          >
            Accept all {proposals.length}
          </Button>
        ) : null}
      </div>
      <ol aria-label="Proposed covers">
        {proposals.map((proposal) => (
          <Proposal
            key={proposal.days.map((day) => `${day.shift} ${day.from} ${day.to}`).join(' ')}
            workspace={workspace}
            proposal={proposal}
          />
        ))}
      </ol>
    </div>
  );
}

function Shown({ answer }: { readonly answer: Answer<CoverAdvice> }) {
  switch (answer.kind) {
    case 'none':
    case 'asking':
      return (
        <p className="text-muted" role="status">
          Looking for better owners of single holidays…
        </p>
      );
    case 'failed':
      return <p className="text-warning">Better owners could not be looked for: {answer.reason}.</p>;
    case 'stopped':
      return (
        <Button size="small" onPress={() => answer.askAgain()}>
          Look again
        </Button>
      );
    case 'answered':
      return <Answered advice={answer.value} isOld={answer.again !== null} />;
  }
}

/** Who could cover which holiday instead, so that they come round evenly: found by the planner, taken over one by one or together. */
export function HolidayProposals() {
  const answer = useCoverAdvice();
  return (
    <section aria-label="Proposed covers of holidays" className="flex flex-col gap-1.5">
      <h3 className="text-section font-medium">More even, day by day</h3>
      {proposalHoldsPlan() ? (
        <p className="text-muted">
          Accept or discard the proposed plan first: covers are proposed for the plan that stands.
        </p>
      ) : (
        <Shown answer={answer} />
      )}
    </section>
  );
}
