import { useMemo } from 'react';
import type { PipelineId } from '../../../shared/model/ids.ts';
import { onCallAt, type DutyNow, type Stretch } from '../../../shared/runbooks/on-call.ts';
import { momentText } from '../../../shared/words/date-text.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { PersonName } from './owner-names.tsx';
import { Section } from './section.tsx';
import { useNow } from './use-now.ts';

function Next({ now, next }: { readonly now: Stretch | null; readonly next: Stretch | null }) {
  if (next === null) {
    return (
      <p className="runbook-then">
        {now === null
          ? 'Nobody is planned after that'
          : `Until ${momentText(now.end)}, then nobody is planned`}
      </p>
    );
  }
  if (now !== null && now.end === next.start && now.person === next.person) {
    return <p className="runbook-then">Goes on until {momentText(next.end)}</p>;
  }
  return (
    <p className="runbook-then">
      {now === null || now.end !== next.start
        ? `Next, ${momentText(next.start)}`
        : `From ${momentText(next.start)}`}
      <PersonName person={next.person} size={20} />
    </p>
  );
}

function Row({ duty, zone }: { readonly duty: DutyNow; readonly zone: string }) {
  return (
    <div className="runbook-duty">
      <dt>
        {duty.rotationName}, {duty.layerTitle.toLowerCase()}
        {duty.zone === zone ? null : <span className="runbook-fine"> ({duty.zone})</span>}
      </dt>
      <dd>
        {duty.now === null ? (
          <p className="runbook-gap">Nobody is on call now</p>
        ) : (
          <PersonName person={duty.now.person} size={24} />
        )}
        <Next now={duty.now} next={duty.next} />
      </dd>
    </div>
  );
}

/** Who holds each duty of the pipeline, and of the team, at this minute, and who comes next. */
export function OnCallNow({ pipeline }: { readonly pipeline: PipelineId | null }) {
  const workspace = useWorkspace();
  const moment = useNow();
  const duties = useMemo(() => onCallAt(workspace, pipeline, moment), [workspace, pipeline, moment]);
  return (
    <Section title="On call now" when={duties.length > 0}>
      <dl className="runbook-strip">
        {duties.map((duty) => (
          <Row key={`${duty.rotation}/${duty.layer}`} duty={duty} zone={workspace.about.zone} />
        ))}
      </dl>
    </Section>
  );
}
