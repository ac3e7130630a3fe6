import { useState } from 'react';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { instantText } from '../../state/clock.ts';
import { quarterText } from '../../../shared/words/date-text.ts';
import { personName } from '../../../shared/words/names.ts';
import { saveDryRun, send, wayBack } from './pagerduty-acts.ts';
import { PagerDutyDiff } from './pagerduty-diff-table.tsx';
import type { Preview, SchedulePreview } from './pagerduty-preview.ts';
import { PagerDutyResults } from './pagerduty-results.tsx';
import { usePagerDuty } from './pagerduty-store.ts';
import { counted } from '../../../shared/words/number-text.ts';

/** What would change over there, and the one button that does it. */
export function PagerDutyPreview() {
  const { preview, results } = usePagerDuty();
  return (
    <>
      {results === null ? null : <PagerDutyResults results={results} left={preview?.steps.length ?? null} />}
      {preview === null ? null : <Shown key={preview.from} preview={preview} />}
    </>
  );
}

function Shown({ preview }: { readonly preview: Preview }) {
  const [isWhole, setWhole] = useState(false);
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const [isAsking, setAsking] = useState(false);
  const { quarter, window, busy, results } = usePagerDuty();
  const title = quarter === null ? '' : quarterText(quarter);
  const steps = preview.steps.filter(({ schedule }) => !skipped.has(schedule));
  const back = results === null ? [] : wayBack(results);
  const toggle = (schedule: string, isIn: boolean): void => {
    const next = new Set(skipped);
    if (isIn) next.delete(schedule);
    else next.add(schedule);
    setSkipped(next);
  };
  return (
    <section className="flex flex-col gap-4" aria-label={`What would change in ${title}`}>
      <header className="flex flex-wrap items-center gap-3">
        <h3 className="text-section font-medium">What would change in {title}</h3>
        <span className="text-muted">
          {window === null ? '' : `Read ${instantText(window.readAt)}. `}
          {preview.steps.length === 0
            ? 'PagerDuty shows the plan already: there is nothing to send.'
            : `${counted(preview.steps.length, 'request')} would be made; nothing was sent.`}
          {window !== null && window.unread > 0
            ? ` ${counted(window.unread, 'entry', 'entries')} could not be understood and ${window.unread === 1 ? 'counts' : 'count'} as nobody on call.`
            : ''}
        </span>
      </header>
      {preview.schedules.map((schedule) => (
        <div key={schedule.schedule} className="flex flex-col gap-2">
          <Checkbox
            checked={!skipped.has(schedule.schedule)}
            onChange={(isIn) => toggle(schedule.schedule, isIn)}
          >
            <span className="font-medium">{schedule.name}</span>
            <span className="text-muted">
              {' '}
              for {schedule.role} · times in {schedule.zone}
            </span>
          </Checkbox>
          <Barred schedule={schedule} />
          <PagerDutyDiff schedule={schedule} isWhole={isWhole} />
        </div>
      ))}
      <div className="flex flex-wrap items-center gap-3">
        <Button
          kind="primary"
          onPress={() => setAsking(true)}
          disabledReason={
            busy !== null
              ? `Wait: ${busy.toLowerCase()}`
              : steps.length === 0
                ? 'There is nothing to send'
                : undefined
          }
        >
          {steps.length === 0 ? 'Send changes…' : `Send ${counted(steps.length, 'change')}…`}
        </Button>
        {back.length > 0 ? (
          <Button
            onPress={() => void send(back)}
            disabledReason={busy === null ? undefined : `Wait: ${busy.toLowerCase()}`}
            hint="Removes what was just made there, and makes again what was removed"
          >
            Take the last sending back
          </Button>
        ) : null}
        {preview.steps.length > 0 ? (
          <Button kind="quiet" onPress={() => void saveDryRun()} hint="With the requests to post by hand">
            Save as JSON…
          </Button>
        ) : null}
        <Checkbox checked={isWhole} onChange={setWhole}>
          Show what stays too
        </Checkbox>
      </div>
      <Dialog
        title={`Send ${counted(steps.length, 'change')} to PagerDuty?`}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        isAlert
        actions={
          <>
            <Button onPress={() => setAsking(false)} autoFocus>
              Send nothing
            </Button>
            <Button
              kind="primary"
              onPress={() => {
                setAsking(false);
                void send(steps);
              }}
            >
              Send {counted(steps.length, 'change')}
            </Button>
          </>
        }
      >
        <p>
          People will be paged by it. Each schedule is read once more first; has anything changed there since
          this preview, nothing is sent. Undo here does not reach PagerDuty: afterwards there is a button that
          takes the sending back.
        </p>
      </Dialog>
    </section>
  );
}

function Barred({ schedule }: { readonly schedule: SchedulePreview }) {
  const workspace = useWorkspace();
  if (schedule.crowded)
    return (
      <p className="text-warning">
        Several people are on call here at one time, which one role cannot say: it is only read, and nothing
        is sent.
      </p>
    );
  if (schedule.unmapped.length === 0) return null;
  const names = schedule.unmapped.map((person) => personName(workspace, person)).join(', ');
  return (
    <p className="text-warning">
      Nothing is sent here before you say above who this is in PagerDuty: {names}.
    </p>
  );
}
