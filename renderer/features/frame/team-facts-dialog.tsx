import { useState } from 'react';
import { regionText } from '../../../shared/words/people-text.ts';
import { act } from '../../state/act.ts';
import { regionsOf } from '../../state/regions-known.ts';
import { openDialog } from '../../state/view-store.ts';
import { useWorkspace, useWorkspaceStore } from '../../state/workspace-store.ts';
import { useRegions } from '../../state/holiday-answers.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { RegionSelect } from '../../ui/region-select.tsx';
import { ZoneBox } from '../../ui/zone-box.tsx';
import { aboutOfFacts, isAbout, type TeamFacts, type TeamFactsErrors } from './team-facts.ts';

const close = (): void => openDialog(null);

/** What the plan is called, in which zone it reads its days, and whose holidays count as points. */
export function TeamFactsDialog() {
  const { about } = useWorkspace();
  const readOnly = useWorkspaceStore((state) => state.readOnlyBecause);
  const [facts, setFacts] = useState<TeamFacts>(about);
  const [errors, setErrors] = useState<TeamFactsErrors>({});
  const countries = regionsOf(useRegions(null));
  const parts = regionsOf(useRegions(facts.region?.slice(0, 2) ?? ''));
  const set = (change: Partial<TeamFacts>): void => {
    setFacts({ ...facts, ...change });
    setErrors({});
  };
  const save = (): void => {
    const next = aboutOfFacts(facts, about);
    if (!isAbout(next)) return setErrors(next);
    if (next.name === about.name && next.zone === about.zone && next.region === about.region) return close();
    if (act({ kind: 'save-about', about: next }, 'Team facts changed.') === null) close();
  };
  return (
    <Dialog
      title="Team facts"
      isOpen
      onClose={close}
      actions={
        <>
          <Button onPress={close}>Cancel</Button>
          <Button
            kind="primary"
            onPress={save}
            disabledReason={readOnly === null ? undefined : `Read only: ${readOnly}`}
          >
            Save
          </Button>
        </>
      }
    >
      <Field
        label="Name of the plan"
        value={facts.name}
        error={errors.name}
        onChange={(name) => set({ name })}
      />
      <ZoneBox value={facts.zone} error={errors.zone} onChange={(zone) => set({ zone })} />
      <div className="grid grid-cols-2 gap-3">
        <RegionSelect
          value={facts.region}
          onChange={(region) => set({ region })}
          countries={countries}
          parts={parts}
          nameOf={regionText}
          none="None"
        />
      </div>
      <p className="text-label text-muted">
        {facts.region === null
          ? 'Without a region no holiday counts as points.'
          : `The holidays of ${regionText(facts.region)} count as points, and are kept by whoever has no region of their own.`}
      </p>
    </Dialog>
  );
}
