import { History } from 'lucide-react';
import { lazy, Suspense, useEffect, useState, type SyntheticEvent } from 'react';
import type { Image } from '../../../shared/model/image.ts';
import type { Runbook } from '../../../shared/model/runbook.ts';
import { linkingTo, textsOf } from '../../../shared/runbooks/links.ts';
import { changedFields } from '../../../shared/runbooks/versions.ts';
import { announce } from '../../state/announce.ts';
import { openWorkspace } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { VersionsDialog } from './editor/versions-dialog.tsx';
import { removeRunbook } from './runbook-acts.ts';
import { draftOf, runbookOf, withoutBlanks, type RunbookDraft } from './runbook-form-draft.ts';
import { FactsFields } from './runbook-form-facts.tsx';
import { runbookFaults } from './runbook-form-faults.ts';
import { IssuesField } from './runbook-form-issues.tsx';
import { LinksField } from './runbook-form-links.tsx';
import { Underneath, useUnderneath } from './runbook-form-underneath.tsx';
import { PromisesField } from './runbook-form-promises.tsx';
import { picturesOf, restoreVersion, saveWithPictures } from './runbook-form-save.ts';
import { discardUnsaved, dropUnsaved, keepUnsaved, unsavedOf } from './unsaved.ts';
import './runbook-form.css';

interface Props {
  readonly runbook: Runbook;
  readonly isNew: boolean;
  /** With the runbook when it was saved, with null when not. */
  readonly onClose: (saved: Runbook | null) => void;
}

/** Comes with CodeMirror, which nobody needs who only reads. */
const BodyEditor = lazy(() =>
  import('./editor/body-editor.tsx').then((module) => ({ default: module.BodyEditor })),
);

const countText = (count: number) =>
  count === 1
    ? 'One field needs a change before this is saved.'
    : `${String(count)} fields need a change before this is saved.`;

const linkedText = (count: number) =>
  count === 0
    ? 'Can be undone'
    : `Can be undone. ${count === 1 ? 'One other runbook links' : `${String(count)} other runbooks link`} here`;

/** All of a runbook as fields, saved as one step. */
export function RunbookForm({ runbook, isNew, onClose }: Props) {
  const [begun] = useState(() => unsavedOf(runbook.id));
  const [draft, setDraft] = useState(() => begun?.draft ?? draftOf(runbook));
  const [saved] = useState<readonly Image[]>(() => picturesOf(runbook));
  const [pictures, setPictures] = useState<readonly Image[]>(begun?.pictures ?? saved);
  const [tried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [showsVersions, setShowsVersions] = useState(false);
  const edited = runbookOf(draft);
  const underneath = useUnderneath(runbook, edited, (next) => setDraft(draftOf(next)), begun?.base);
  const change = (part: Partial<RunbookDraft>) => setDraft((before) => ({ ...before, ...part }));
  const faults = tried ? runbookFaults(edited) : {};
  const hasChanges = changedFields(runbook, runbookOf(withoutBlanks(draft))).length > 0;
  const hasPictures = pictures.length !== saved.length || pictures.some((one, at) => one !== saved[at]);
  useEffect(() => {
    if (hasChanges || hasPictures) keepUnsaved({ base: runbook, draft, pictures, isNew });
    else dropUnsaved(runbook.id);
  }, [hasChanges, hasPictures, runbook, draft, pictures, isNew]);
  const close = (now: Runbook | null): void => {
    dropUnsaved(runbook.id);
    onClose(now);
  };

  const save = (event: SyntheticEvent) => {
    event.preventDefault();
    const tidied = withoutBlanks(draft);
    const next = runbookOf(tidied);
    const count = Object.keys(runbookFaults(next)).length;
    setDraft(tidied);
    setTried(true);
    if (count > 0) return announce(countText(count), 'assertive');
    const reason = saveWithPictures(next, pictures);
    if (reason === null) close(next);
    else setRefusal(reason);
  };
  return (
    <form className="runbook-form" onSubmit={save} noValidate>
      <div className="runbook-form-head">
        <h2>{isNew ? 'New runbook' : `Edit ${runbook.title}`}</h2>
        {isNew ? null : (
          <Button
            size="small"
            icon={<History size={13} aria-hidden />}
            onPress={() => setShowsVersions(true)}
          >
            Versions…
          </Button>
        )}
      </div>
      {refusal === null ? null : (
        <p className="runbook-refusal" role="alert">
          {refusal}
        </p>
      )}
      <Underneath {...underneath} />
      <FactsFields draft={draft} saved={runbook} onChange={change} faults={faults} />
      <IssuesField issues={draft.issues} onChange={(issues) => change({ issues })} faults={faults} />
      <PromisesField promises={draft.slas} onChange={(slas) => change({ slas })} faults={faults} />
      <LinksField links={draft.links} onChange={(links) => change({ links })} faults={faults} />
      <Suspense fallback={<p role="status">The editor is loading…</p>}>
        <BodyEditor
          runbook={runbook}
          body={draft.body}
          onBody={(body) => change({ body })}
          pictures={pictures}
          onPictures={setPictures}
          otherTexts={textsOf(edited).slice(1)}
          error={faults['body']}
        />
      </Suspense>
      <div className="runbook-form-acts">
        {isNew ? null : (
          <Button
            kind="danger"
            hint={linkedText(linkingTo(openWorkspace(), runbook.id).length)}
            onPress={() => {
              removeRunbook(runbook);
              close(null);
            }}
          >
            Remove runbook
          </Button>
        )}
        <span className="runbook-form-count">
          {Object.keys(faults).length === 0 ? null : countText(Object.keys(faults).length)}
        </span>
        <Button
          onPress={() => {
            discardUnsaved(runbook.id);
            onClose(null);
          }}
        >
          Cancel
        </Button>
        <Button kind="primary" type="submit">
          {isNew ? 'Add runbook' : 'Save runbook'}
        </Button>
      </div>
      {showsVersions ? (
        <VersionsDialog
          runbook={runbook}
          onClose={() => setShowsVersions(false)}
          restoreBarred={hasChanges ? 'Save or cancel your changes first' : undefined}
          onRestore={(version) => {
            const when =
              version.time === null ? 'at the beginning' : `at revision ${String(version.revision)}`;
            if (restoreVersion(version.runbook, when) === null) close(version.runbook);
          }}
        />
      ) : null}
    </form>
  );
}
