import { ClipboardCheck } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { Run, RunStep } from '../../../shared/model/run.ts';
import type { Runbook } from '../../../shared/model/runbook.ts';
import { tickedCount } from '../../../shared/runbooks/runs.ts';
import { clockText, instantText } from '../../state/clock.ts';
import { useWorkspace, useWorkspaceStore } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { CopyButton } from './copy-button.tsx';
import { Prose } from './prose.tsx';
import { changeRun, finishRun, tick, useWorker, workerName } from './run-acts.ts';

interface Props {
  readonly run: Run;
  readonly runbook: Runbook;
  readonly readOnlyBecause: string | null;
}

/** Notes are kept this long after the last key, so that nothing is lost to a window that is closed in a hurry. */
const KEPT_AFTER = 1500;
/** As the schema has it. */
const MOST_NOTES = 20_000;

function Step({
  run,
  step,
  index,
  isReadOnly,
}: {
  readonly run: Run;
  readonly step: RunStep;
  readonly index: number;
  readonly isReadOnly: boolean;
}) {
  const name = useId();
  return (
    <li className="run-step" data-ticked={step.tickedAt !== null || undefined}>
      <label className="run-box">
        <input
          type="checkbox"
          aria-labelledby={name}
          checked={step.tickedAt !== null}
          disabled={isReadOnly}
          onChange={(event) => tick(run, index, event.target.checked)}
        />
      </label>
      <div className="run-step-words">
        <div id={name}>
          <Prose text={step.text} name={`${run.id}-${String(index + 1)}`} />
        </div>
        {step.tickedAt === null ? null : (
          <p className="runbook-fine">
            {clockText(step.tickedAt)}, {step.tickedBy}
          </p>
        )}
      </div>
      <CopyButton what={`step ${String(index + 1)}`} text={() => step.text} />
    </li>
  );
}

/** Notes of a run, kept while they are typed. */
function Notes({ run }: { readonly run: Run }) {
  const [notes, setNotes] = useState(run.notes);
  const [seen, setSeen] = useState(run.notes);
  // An undo, or another window's change, shows here too.
  if (run.notes !== seen) {
    setSeen(run.notes);
    setNotes(run.notes);
  }
  const latest = useRef({ run, notes });
  useEffect(() => {
    latest.current = { run, notes };
    if (notes === run.notes || notes.length > MOST_NOTES) return;
    const timer = setTimeout(() => changeRun(run, { notes }), KEPT_AFTER);
    return () => clearTimeout(timer);
  }, [run, notes]);
  const [keepNow] = useState(() => () => {
    const { run: last, notes: typed } = latest.current;
    const kept = useWorkspaceStore.getState().workspace?.runs[last.id];
    if (kept !== undefined && typed !== last.notes && typed.length <= MOST_NOTES)
      changeRun(kept, { notes: typed });
  });
  // Another page is opened, or the field is left: no wait then.
  useEffect(() => keepNow, [keepNow]);
  return (
    <div className="run-notes-field" onBlur={keepNow}>
      <Field
        label="Notes"
        rows={3}
        value={notes}
        onChange={setNotes}
        placeholder="What you saw, what you tried"
        error={notes.length > MOST_NOTES ? 'Shorten the notes to 20,000 characters.' : undefined}
      />
    </div>
  );
}

const NONE = 'none';

function Incident({ run, runbook }: { readonly run: Run; readonly runbook: Runbook }) {
  const { incidents } = useWorkspace();
  const options = Object.values(incidents)
    .filter((it) => it.id === run.incident || it.pipeline === runbook.pipeline)
    .map((it) => ({
      id: it.id,
      title: it.reference === '' ? it.title : `${it.reference} ${it.title}`,
    }));
  if (options.length === 0) return null;
  return (
    <Select
      label="Incident"
      options={[{ id: NONE, title: 'No incident' }, ...options]}
      value={run.incident ?? NONE}
      onChange={(id) => changeRun(run, { incident: id === NONE ? null : id })}
    />
  );
}

/** Whose name stands at the next tick: the system's user, who began, or anybody of the team. */
function Worker({ run }: { readonly run: Run }) {
  const { people } = useWorkspace();
  useWorker((it) => it.name);
  const current = workerName();
  const team = Object.values(people)
    .filter((it) => it.archivedOn === null)
    .sort((a, b) => a.position - b.position)
    .map((it) => it.name);
  const names = [...new Set([current, run.startedBy, ...team])];
  return (
    <Select
      label="Ticks are written down for"
      options={names.map((name) => ({ id: name, title: name }))}
      value={current}
      onChange={(name) => useWorker.setState({ name })}
    />
  );
}

/** A checklist that is being worked through: boxes, who and when, notes, and the end. */
export function RunView({ run, runbook, readOnlyBecause }: Props) {
  const isReadOnly = readOnlyBecause !== null;
  const done = tickedCount(run);
  return (
    <section className="run" aria-label={`Checklist: ${run.title}`} id={run.id} tabIndex={-1}>
      <header>
        <h3>
          <ClipboardCheck size={18} aria-hidden />
          {run.title}
        </h3>
        <p className="runbook-fine">
          {done} of {run.steps.length} done · begun {instantText(run.startedAt)} by {run.startedBy}
        </p>
      </header>
      <ol>
        {run.steps.map((step, index) => (
          <Step key={index} run={run} step={step} index={index} isReadOnly={isReadOnly} />
        ))}
      </ol>
      {isReadOnly ? <p>{run.notes}</p> : <Notes run={run} />}
      <div className="run-foot">
        {isReadOnly ? null : (
          <>
            <Worker run={run} />
            <Incident run={run} runbook={runbook} />
          </>
        )}
        <Button
          kind={done === run.steps.length ? 'primary' : 'plain'}
          disabledReason={isReadOnly ? `Read only: ${readOnlyBecause}` : undefined}
          onPress={() => finishRun(run)}
        >
          Finish
        </Button>
      </div>
    </section>
  );
}
