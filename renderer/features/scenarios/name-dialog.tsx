import { useState } from 'react';
import type { Scenario } from '../../../shared/model/scenario.ts';
import { quarterText } from '../../../shared/words/date-text.ts';
import { namePresentPlan, renameScenario } from '../../state/scenario-store.ts';
import { useView } from '../../state/view-store.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { nameRefusal } from './branch-form.ts';
import { scenariosOf } from './use-sides.ts';

interface Props {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** The plan that is given another name; null names the plan that stands. */
  readonly scenario: Scenario | null;
}

function Form({ onClose, scenario }: Omit<Props, 'isOpen'>) {
  const workspace = useWorkspace();
  const quarter = useView((view) => view.quarter);
  const [name, setName] = useState(scenario?.name ?? '');
  const [note, setNote] = useState(scenario?.note ?? '');
  const [error, setError] = useState<string | undefined>();
  const keep = (): void => {
    if (name.trim() === '') return setError('Give the plan a name.');
    const others = scenariosOf(workspace, quarter).filter(({ id }) => id !== scenario?.id);
    const taken = nameRefusal(
      name,
      others.map((other) => other.name),
    );
    if (taken !== null) return setError(taken);
    const refusal = scenario === null ? namePresentPlan(name, note) : renameScenario(scenario, name, note);
    if (refusal === null) onClose();
    else setError(refusal);
  };
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      {scenario === null ? (
        <p className="text-muted">
          Keeps the plan of {quarterText(quarter)} as it stands now, to compare with and to come back to. The
          plan itself does not change.
        </p>
      ) : null}
      <Field
        label="Name"
        value={name}
        onChange={(text) => {
          setName(text);
          setError(undefined);
        }}
        error={error}
        placeholder="As agreed in November"
        autoFocus
      />
      <Field label="Note" rows={2} value={note} onChange={setNote} />
      <div className="flex justify-end gap-2">
        <Button onPress={onClose}>Cancel</Button>
        <Button kind="primary" type="submit">
          {scenario === null ? 'Keep under this name' : 'Rename'}
        </Button>
      </div>
    </form>
  );
}

/** Gives the plan that stands a name, or a named plan another one. */
export function NameDialog({ isOpen, onClose, scenario }: Props) {
  const title = scenario === null ? 'Name the present plan' : `Rename ${scenario.name}`;
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose} actions={null}>
      <Form onClose={onClose} scenario={scenario} />
    </Dialog>
  );
}
