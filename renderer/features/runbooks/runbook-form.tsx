import { useState, type SyntheticEvent } from 'react';
import type { Runbook } from '../../../shared/model/runbook.ts';
import { runbookFaults } from './runbook-form-faults.ts';
import { announce } from '../../state/announce.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { removeRunbook, saveRunbook } from './runbook-acts.ts';
import { draftOf, runbookOf, withoutBlanks, type RunbookDraft } from './runbook-form-draft.ts';
import { FactsFields } from './runbook-form-facts.tsx';
import { IssuesField } from './runbook-form-issues.tsx';
import { LinksField } from './runbook-form-links.tsx';
import { PromisesField } from './runbook-form-promises.tsx';
import './runbook-form.css';

interface Props {
  readonly runbook: Runbook;
  readonly isNew: boolean;
  /** With the runbook when it was saved, with null when not. */
  readonly onClose: (saved: Runbook | null) => void;
}

const countText = (count: number) =>
  count === 1
    ? 'One field needs a change before this is saved.'
    : `${String(count)} fields need a change before this is saved.`;

/** All of a runbook as fields, saved as one step. */
export function RunbookForm({ runbook, isNew, onClose }: Props) {
  const [draft, setDraft] = useState(() => draftOf(runbook));
  const [tried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const change = (part: Partial<RunbookDraft>) => setDraft((before) => ({ ...before, ...part }));
  const faults = tried ? runbookFaults(runbookOf(draft)) : {};

  const save = (event: SyntheticEvent) => {
    event.preventDefault();
    const tidied = withoutBlanks(draft);
    const edited = runbookOf(tidied);
    const count = Object.keys(runbookFaults(edited)).length;
    setDraft(tidied);
    setTried(true);
    if (count > 0) return announce(countText(count), 'assertive');
    const reason = saveRunbook(edited);
    if (reason === null) onClose(edited);
    else setRefusal(reason);
  };
  return (
    <form className="runbook-form" onSubmit={save} noValidate>
      <h2>{isNew ? 'New runbook' : `Edit ${runbook.title}`}</h2>
      {refusal === null ? null : (
        <p className="runbook-refusal" role="alert">
          {refusal}
        </p>
      )}
      <FactsFields draft={draft} saved={runbook} onChange={change} faults={faults} />
      <IssuesField issues={draft.issues} onChange={(issues) => change({ issues })} faults={faults} />
      <PromisesField promises={draft.slas} onChange={(slas) => change({ slas })} faults={faults} />
      <LinksField links={draft.links} onChange={(links) => change({ links })} faults={faults} />
      <div className="runbook-form-body">
        <Field
          label="Notes"
          hint="Markdown. HTML is shown as words, never run."
          rows={18}
          value={draft.body}
          onChange={(body) => change({ body })}
          error={faults['body']}
        />
      </div>
      <div className="runbook-form-acts">
        {isNew ? null : (
          <Button
            kind="danger"
            hint="Can be undone"
            onPress={() => {
              removeRunbook(runbook);
              onClose(null);
            }}
          >
            Remove runbook
          </Button>
        )}
        <span className="runbook-form-count">
          {Object.keys(faults).length === 0 ? null : countText(Object.keys(faults).length)}
        </span>
        <Button onPress={() => onClose(null)}>Cancel</Button>
        <Button kind="primary" type="submit">
          {isNew ? 'Add runbook' : 'Save runbook'}
        </Button>
      </div>
    </form>
  );
}
