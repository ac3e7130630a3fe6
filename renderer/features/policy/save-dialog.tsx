import { useState } from 'react';
import { nextQuarter } from '../../../shared/calendar/days.ts';
import type { PolicyTerms } from '../../../shared/fairness/next-policy.ts';
import { policyOf } from '../../../shared/fairness/policy-of.ts';
import type { QuarterId } from '../../../shared/model/dates.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { quarterText } from '../../../shared/words/date-text.ts';
import { policyChanges, policyChangeText } from '../../../shared/words/policy-values.ts';
import { saveDraft } from '../../state/policy-draft.ts';
import { useView } from '../../state/view-store.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';

const OFFERED = 3;

/** Quarters from which a new version can hold: the one on view, unless it is closed, and those after it. */
export function quartersOffered(workspace: Workspace, quarter: QuarterId): readonly QuarterId[] {
  const isClosed = (one: QuarterId): boolean => (workspace.quarters[one]?.closedOn ?? null) !== null;
  const offered: QuarterId[] = [];
  for (let next = quarter; offered.length < OFFERED; next = nextQuarter(next))
    if (!isClosed(next)) offered.push(next);
  return offered;
}

interface Props {
  readonly isOpen: boolean;
  readonly draft: PolicyTerms;
  readonly version: number;
  readonly onClose: () => void;
}

function Body({ draft, version, onClose }: Omit<Props, 'isOpen'>) {
  const workspace = useWorkspace();
  const quarter = useView((view) => view.quarter);
  const offered = quartersOffered(workspace, quarter);
  const [from, setFrom] = useState<QuarterId>(offered[0] ?? quarter);
  const [error, setError] = useState<string | null>(null);
  return (
    <>
      <ul className="list-inside list-disc marker:text-border">
        {policyChanges(policyOf(workspace, quarter), draft).map((change) => (
          <li key={change.title}>{policyChangeText(change)}</li>
        ))}
      </ul>
      <Select
        label="In force from"
        options={offered.map((id) => ({ id, title: quarterText(id) }))}
        value={from}
        onChange={setFrom}
      />
      <p className="text-muted">
        Quarters before it keep the version that they are scored with. The plan itself does not change: plan
        again to make use of it.
      </p>
      {error === null ? null : (
        <p role="alert" className="text-error">
          {error}
        </p>
      )}
      <div className="flex justify-end gap-2">
        <Button onPress={onClose}>Cancel</Button>
        <Button
          kind="primary"
          onPress={() => {
            const refusal = saveDraft(draft, from);
            if (refusal === null) onClose();
            else setError(refusal);
          }}
        >
          Save version {version}
        </Button>
      </div>
    </>
  );
}

/** What changes, and from which quarter on. */
export function SaveDialog({ isOpen, ...rest }: Props) {
  return (
    <Dialog
      title={`Save policy version ${rest.version}`}
      isOpen={isOpen}
      onClose={rest.onClose}
      actions={null}
    >
      <Body {...rest} />
    </Dialog>
  );
}
