import { useState } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { TextField } from 'react-aria-components/TextField';
import type { Command } from '../../../shared/editing/command.ts';
import type { Person } from '../../../shared/model/person.ts';
import type { Rotation } from '../../../shared/model/rotation.ts';
import { refusalText } from '../../../shared/words/refusal-text.ts';
import { ruleLines } from '../../../shared/words/rule-text.ts';
import { stepTitle } from '../../../shared/words/step-title.ts';
import { runCommand } from '../../state/run-command.ts';
import { showToast } from '../../state/toast-store.ts';
import { openWorkspace, useWorkspace } from '../../state/workspace-store.ts';
import { classes } from '../../ui/classes.ts';
import { inputLook } from '../../ui/field.tsx';

function make(command: Command): void {
  const workspace = openWorkspace();
  const made = runCommand(command, stepTitle(command, workspace));
  if (!made.ok && made.reason.kind !== 'no-change')
    showToast({ text: refusalText(made.reason, workspace), tone: 'error' });
}

interface WholeProps {
  readonly label: string;
  readonly value: number | null;
  readonly most: number;
  readonly unit: string;
  /** Empty is null, where nothing is asked for. */
  readonly mayBeEmpty: boolean;
  readonly onSave: (value: number | null) => void;
}

/** A whole number that is saved when the field is left, or on Enter; what cannot be is said under it. */
function Whole({ label, value, most, unit, mayBeEmpty, onSave }: WholeProps) {
  const shown = value === null ? '' : String(value);
  const [typed, setTyped] = useState<string | null>(null);
  const text = (typed ?? shown).trim();
  const number = text === '' ? null : Number(text);
  const fine = number === null ? mayBeEmpty : Number.isInteger(number) && number >= 0 && number <= most;
  const save = (): void => {
    if (!fine) return;
    setTyped(null);
    if (number !== value) onSave(number);
  };
  return (
    <TextField
      value={typed ?? shown}
      onChange={setTyped}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save();
        if (event.key === 'Escape') setTyped(null);
      }}
      isInvalid={!fine}
      validationBehavior="aria"
      className="flex flex-col"
    >
      <div className="flex items-center gap-2">
        <Label className="min-w-0 flex-1 truncate">{label}</Label>
        <Input
          inputMode="numeric"
          autoComplete="off"
          placeholder={mayBeEmpty ? 'none' : ''}
          className={classes(inputLook, 'h-7 w-14! shrink-0 text-right')}
        />
        <span className="w-12 text-muted">{unit}</span>
      </div>
      <FieldError className="text-right text-label text-error">
        Give a whole number, 0 to {most}
        {mayBeEmpty ? ', or nothing' : ''}.
      </FieldError>
    </TextField>
  );
}

const inOrder = <Row extends { readonly position: number; readonly archivedOn: string | null }>(
  table: Readonly<Record<string, Row>>,
): readonly Row[] =>
  Object.values(table)
    .filter(({ archivedOn }) => archivedOn === null)
    .sort((one, other) => one.position - other.position);

const restOf = (rotation: Rotation) => (
  <Whole
    key={rotation.id}
    label={rotation.name}
    value={rotation.restWeeks}
    most={12}
    unit="weeks"
    mayBeEmpty={false}
    onSave={(restWeeks) =>
      make({ kind: 'save-rotation', rotation: { ...rotation, restWeeks: restWeeks ?? 0 } })
    }
  />
);

const capOf = (person: Person) => (
  <Whole
    key={person.id}
    label={person.name}
    value={person.mostShiftsAQuarter}
    most={200}
    unit="turns"
    mayBeEmpty
    onSave={(mostShiftsAQuarter) => make({ kind: 'save-person', person: { ...person, mostShiftsAQuarter } })}
  />
);

/** Every rule that the planner keeps, which of them have a price, and those that are set rotation by rotation and person by person. */
export function Rules() {
  const workspace = useWorkspace();
  const exclusive = inOrder(workspace.rotations).filter(({ kind }) => kind === 'exclusive');
  const lines = ruleLines();
  return (
    <div className="flex flex-col gap-5">
      {(['always', 'priced'] as const).map((kind) => (
        <div key={kind}>
          <h4 className="pb-1 text-label font-medium text-muted">
            {kind === 'always' ? 'Always kept by the planner' : 'Kept as far as their price goes'}
          </h4>
          <ul>
            {lines
              .filter((rule) => rule.kind === kind)
              .map(({ id, title, meaning }) => (
                <li
                  key={id}
                  className="grid grid-cols-[13rem_1fr] gap-4 border-b border-divider py-1.5 last:border-0"
                >
                  <span className="font-medium">{title}</span>
                  <span className="text-muted">{meaning}</span>
                </li>
              ))}
          </ul>
        </div>
      ))}
      <div className="grid grid-cols-2 gap-10">
        <div role="group" aria-label="Weeks of rest by rotation" className="flex flex-col gap-1.5">
          <h4 className="text-label font-medium text-muted">Rest between two turns</h4>
          {exclusive.map(restOf)}
          <p className="text-label text-muted">Watches ask for no rest.</p>
        </div>
        <div role="group" aria-label="Cap by person" className="flex flex-col gap-1.5">
          <h4 className="text-label font-medium text-muted">Most turns in a quarter</h4>
          {inOrder(workspace.people).map(capOf)}
        </div>
      </div>
    </div>
  );
}
