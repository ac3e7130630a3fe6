import { useState, type ReactNode } from 'react';
import { policyOf } from '../../../shared/fairness/policy-of.ts';
import type { RotationId } from '../../../shared/model/ids.ts';
import { changeableRotations, membersIn } from '../../../shared/scenarios/branch.ts';
import { quarterText } from '../../../shared/words/date-text.ts';
import {
  FAIRNESS_STOPS,
  fairnessStopText,
  policyChanges,
  policyChangeText,
} from '../../../shared/words/policy-values.ts';
import { today } from '../../state/clock.ts';
import { branch } from '../../state/scenario-store.ts';
import { useView } from '../../state/view-store.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Select } from '../../ui/select.tsx';
import {
  branchErrors,
  freeName,
  suggestedName,
  termsOfForm,
  type BranchErrors,
  type BranchForm,
} from './branch-form.ts';
import { scenariosOf } from './use-sides.ts';

const cadences = [
  { id: '1', title: 'Every week' },
  { id: '2', title: 'Every two weeks' },
] as const;

function Part({
  title,
  about,
  children,
}: {
  readonly title: string;
  readonly about?: string;
  readonly children: ReactNode;
}) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-2 border-t border-divider pt-3">
      <legend className="float-left w-full text-body font-medium">
        {title}
        {about === undefined ? null : <span className="font-normal text-muted"> {about}</span>}
      </legend>
      {children}
    </fieldset>
  );
}

interface PartProps {
  readonly form: BranchForm;
  readonly set: (change: Partial<BranchForm>) => void;
}

function Cadence({ form, set }: PartProps) {
  const workspace = useWorkspace();
  const quarter = useView((view) => view.quarter);
  const rotations = changeableRotations(workspace, quarter, today(workspace.about.zone));
  const weeksOf = (id: RotationId, now: 1 | 2): 1 | 2 => form.cadence[id] ?? now;
  return (
    <Part title="Turns change">
      <ul className="flex max-h-44 flex-col gap-1.5 overflow-auto">
        {rotations.map(({ id, name, cadenceWeeks }) => (
          <li key={id} className="flex items-center justify-between gap-4">
            <span className="truncate">{name}</span>
            <SegmentedControl
              label={`${name}: turns change`}
              options={cadences}
              value={weeksOf(id, cadenceWeeks) === 1 ? '1' : '2'}
              onChange={(weeks) => set({ cadence: { ...form.cadence, [id]: weeks === '1' ? 1 : 2 } })}
            />
          </li>
        ))}
      </ul>
      {rotations.length === 0 ? <p className="text-muted">No rotation has a turn left to change.</p> : null}
    </Part>
  );
}

function Without({ form, set }: PartProps) {
  const workspace = useWorkspace();
  const quarter = useView((view) => view.quarter);
  const people = membersIn(workspace, quarter, today(workspace.about.zone));
  return (
    <Part title="Without" about="as if they left before the first turn that can still change">
      <div className="grid max-h-40 grid-cols-3 gap-x-4 gap-y-1 overflow-auto p-0.5">
        {people.map(({ id, name }) => (
          <Checkbox
            key={id}
            checked={form.without.includes(id)}
            onChange={(out) =>
              set({ without: out ? [...form.without, id] : form.without.filter((other) => other !== id) })
            }
          >
            {name}
          </Checkbox>
        ))}
      </div>
    </Part>
  );
}

function Newcomer({ form, set, errors }: PartProps & { readonly errors: BranchErrors }) {
  const workspace = useWorkspace();
  const quarter = useView((view) => view.quarter);
  const rotations = changeableRotations(workspace, quarter, today(workspace.about.zone));
  return (
    <Part title="With" about="somebody who joins">
      <div className="grid grid-cols-[1fr_9rem] gap-4">
        <Field
          label="Name"
          value={form.newcomer}
          error={errors.newcomer}
          onChange={(newcomer) =>
            set({
              newcomer,
              newcomerRotations:
                form.newcomerRotations.length === 0 ? rotations.map(({ id }) => id) : form.newcomerRotations,
            })
          }
        />
        <Field
          label="% of full time"
          value={form.newcomerTime}
          error={errors.newcomerTime}
          onChange={(newcomerTime) => set({ newcomerTime })}
        />
      </div>
      {form.newcomer.trim() === '' ? null : (
        <div role="group" aria-label="Takes turns in" className="flex flex-wrap gap-x-5 gap-y-1">
          {rotations.map(({ id, name }) => (
            <Checkbox
              key={id}
              checked={form.newcomerRotations.includes(id)}
              onChange={(takes) =>
                set({
                  newcomerRotations: takes
                    ? [...form.newcomerRotations, id]
                    : form.newcomerRotations.filter((other) => other !== id),
                })
              }
            >
              {name}
            </Checkbox>
          ))}
        </div>
      )}
    </Part>
  );
}

/** Another weight of fairness against wishes, or the policy that was drafted on its own screen. */
function OtherPolicy({ form, set }: PartProps) {
  const workspace = useWorkspace();
  const quarter = useView((view) => view.quarter);
  const present = policyOf(workspace, quarter);
  const changes = form.policy === null ? [] : policyChanges(present, form.policy);
  const options = [
    { id: 'as-now', title: 'As now' },
    ...FAIRNESS_STOPS.map((stop, place) => ({ id: String(stop), title: fairnessStopText(place) })),
    ...((form.policy !== null && !FAIRNESS_STOPS.some((stop) => stop === form.policy?.loadBeyondBand)) ||
    changes.length > 1
      ? [{ id: 'draft', title: 'As drafted' }]
      : []),
  ];
  const only =
    changes.length <= 1 &&
    form.policy !== null &&
    FAIRNESS_STOPS.some((stop) => stop === form.policy?.loadBeyondBand);
  return (
    <Part
      title="Policy"
      about={
        changes.length > 1
          ? changes.map(policyChangeText).join('; ')
          : 'other weights are tried from the Policy screen'
      }
    >
      <Select
        label="Policy"
        labelShown={false}
        options={options}
        value={form.policy === null ? 'as-now' : only ? String(form.policy.loadBeyondBand) : 'draft'}
        onChange={(id) => {
          if (id === 'as-now') set({ policy: null });
          else if (id !== 'draft') set({ policy: { ...present, loadBeyondBand: Number(id) } });
        }}
      />
    </Part>
  );
}

function Form({ begin, onClose }: { readonly begin: BranchForm; readonly onClose: () => void }) {
  const workspace = useWorkspace();
  const quarter = useView((view) => view.quarter);
  const [form, setForm] = useState(begin);
  const [errors, setErrors] = useState<BranchErrors>({});
  const set = (change: Partial<BranchForm>): void => {
    setForm({ ...form, ...change });
    setErrors({});
  };
  const rotations = changeableRotations(workspace, quarter, today(workspace.about.zone));
  const taken = scenariosOf(workspace, quarter).map(({ name }) => name);
  const suggested = freeName(suggestedName(workspace, rotations, form), taken);
  const plan = (): void => {
    const found = branchErrors(
      form,
      Object.values(workspace.people).map(({ name }) => name),
      taken,
    );
    if (Object.keys(found).length > 0) return setErrors(found);
    branch(form.name.trim() === '' ? suggested : form.name, form.note, termsOfForm(form));
    onClose();
  };
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        plan();
      }}
    >
      <Field
        label="Name"
        value={form.name}
        onChange={(name) => set({ name })}
        placeholder={suggested}
        error={errors.name}
        hint="Left empty, it is named by what it changes."
        autoFocus
      />
      <Cadence form={form} set={set} />
      <Without form={form} set={set} />
      <Newcomer form={form} set={set} errors={errors} />
      <OtherPolicy form={form} set={set} />
      <div className="flex justify-end gap-2 border-t border-divider pt-3">
        <Button onPress={onClose}>Cancel</Button>
        <Button kind="primary" type="submit">
          Plan the branch
        </Button>
      </div>
    </form>
  );
}

interface Props {
  /** What the form begins with; null is closed. */
  readonly begin: BranchForm | null;
  readonly onClose: () => void;
}

/** Asks what a branch of the quarter is to change; what is left alone stays as it is. Planned in the worker, kept under its name. */
export function BranchDialog({ begin, onClose }: Props) {
  const quarter = useView((view) => view.quarter);
  return (
    <Dialog
      title={`Branch ${quarterText(quarter)}`}
      isOpen={begin !== null}
      onClose={onClose}
      actions={null}
      size="wide"
    >
      {begin === null ? null : <Form begin={begin} onClose={onClose} />}
    </Dialog>
  );
}
