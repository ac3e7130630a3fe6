import { useDeferredValue, useState, type ReactNode } from 'react';
import { nextPolicy, termsOf, type PolicyTerms } from '../../../shared/fairness/next-policy.ts';
import { policyOf } from '../../../shared/fairness/policy-of.ts';
import { dayWithYearText, quarterText } from '../../../shared/words/date-text.ts';
import { counted } from '../../../shared/words/number-text.ts';
import { policyGroups } from '../../../shared/words/policy-text.ts';
import { policyChanges } from '../../../shared/words/policy-values.ts';
import { draftPolicy, useDraft } from '../../state/policy-draft.ts';
import { tryPolicy } from '../../state/scenario-store.ts';
import { useView } from '../../state/view-store.ts';
import { useWorkspace, useWorkspaceStore } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { ScrollPane } from '../../ui/scroll-pane.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import { Choices } from './choices.tsx';
import { Effect } from './effect.tsx';
import { FairnessSlider } from './fairness-slider.tsx';
import { PresetPicker } from './preset-picker.tsx';
import { lastQuarterBefore } from './quarter-effect.ts';
import { Rules } from './rules.tsx';
import { SaveDialog } from './save-dialog.tsx';
import { TermRow } from './term-row.tsx';
import { Versions } from './versions.tsx';

interface PartProps {
  readonly title: string;
  readonly about?: string;
  readonly children: ReactNode;
}

function Part({ title, about, children }: PartProps) {
  return (
    <section aria-label={title} className="flex flex-col gap-1">
      <h3 className="text-section font-semibold">{title}</h3>
      {about === undefined ? null : <p className="text-muted">{about}</p>}
      {children}
    </section>
  );
}

/** Groups of terms that fill the first screenful. */
const FIRST_GROUPS = 2;

interface FormProps {
  readonly draft: PolicyTerms;
  readonly present: PolicyTerms;
  readonly onWrong: (title: string, wrong: boolean) => void;
  /** All of it; else what can be seen at first. */
  readonly whole: boolean;
}

function Form({ draft, present, onWrong, whole }: FormProps) {
  return (
    <>
      <section
        aria-label="Wishes or fairness"
        className="flex flex-col gap-2 rounded-lg border border-divider p-4"
      >
        <FairnessSlider
          weight={draft.loadBeyondBand}
          onChange={(loadBeyondBand) => draftPolicy({ ...draft, loadBeyondBand })}
        />
        <p className="text-muted">
          Further right, the planner breaks more wishes for a more even load; further left, it grants more of
          them and lets loads differ. It sets the price of uneven load below.
        </p>
      </section>
      {policyGroups.slice(0, whole ? undefined : FIRST_GROUPS).map(({ id, title, about, terms }) => (
        <Part key={id} title={title} about={about}>
          {id === 'time-off' ? <PresetPicker draft={draft} /> : null}
          {terms.map((term) => (
            <TermRow
              key={term.id}
              term={term}
              draft={draft}
              present={present}
              onChange={draftPolicy}
              onWrong={onWrong}
            />
          ))}
          <Choices group={id} draft={draft} />
        </Part>
      ))}
    </>
  );
}

function Effects({ draft }: { readonly draft: PolicyTerms }) {
  const workspace = useWorkspace();
  const quarter = useView((view) => view.quarter);
  const last = lastQuarterBefore(workspace, quarter);
  return (
    <>
      {last === null ? (
        <p className="text-muted">No quarter before {quarterText(quarter)} has shifts to score.</p>
      ) : (
        <Effect quarter={last} draft={draft} title={`How would ${quarterText(last)} score?`} />
      )}
      <Effect quarter={quarter} draft={draft} title={`And ${quarterText(quarter)}, as it is planned?`} />
    </>
  );
}

function BelowTheTerms() {
  return (
    <>
      <Part
        title="Rules"
        about="The hand may overrule a rule for a shift, which then stays marked; the planner never does."
      >
        <Rules />
      </Part>
      <Part title="Versions">
        <Versions />
      </Part>
    </>
  );
}

/** What the team agreed counts how much: explained, tried on the last quarter and this one, and followed by newer versions. */
export function PolicyScreen() {
  const workspace = useWorkspace();
  const quarter = useView((view) => view.quarter);
  const readOnly = useWorkspaceStore((state) => state.readOnlyBecause);
  const [saving, setSaving] = useState(false);
  // Fields with something typed in them that cannot be saved: the draft does not have it, and would be saved without it.
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const [round, setRound] = useState(0);
  const draft = useDraft();
  const settled = useDeferredValue(draft);
  const whole = useSettled();
  const inForce = policyOf(workspace, quarter);
  const present = termsOf(inForce);
  const next = nextPolicy(workspace, draft, inForce.from);
  const changes = policyChanges(present, draft).length;
  const unsaved =
    wrong.length > 0
      ? `Cannot be saved as typed: ${wrong.join(', ')}`
      : changes === 0
        ? 'Nothing is changed'
        : undefined;
  const disabled = readOnly === null ? unsaved : `Read only: ${readOnly}`;
  const mark = (title: string, isWrong: boolean): void =>
    setWrong((others) => [...others.filter((other) => other !== title), ...(isWrong ? [title] : [])]);
  const discard = (): void => {
    draftPolicy(null);
    setWrong([]);
    setRound(round + 1);
  };
  return (
    <ScrollPane label="Policy">
      <div className="mx-auto grid w-full max-w-270 grid-cols-[minmax(0,1fr)_18.5rem] gap-x-10 px-8 pb-8 max-[1000px]:grid-cols-1">
        <header className="sticky top-0 z-10 col-span-full flex items-center gap-2 border-b border-divider bg-ground py-4">
          <div className="flex min-w-0 flex-1 items-baseline gap-3">
            <h2 className="text-title font-semibold">Policy</h2>
            <p className="truncate text-muted">
              Version {inForce.version}, from {dayWithYearText(inForce.from)}
              {changes === 0 ? '' : `; ${counted(changes, 'change')} drafted`}
            </p>
          </div>
          {wrong.length === 0 ? null : <p className="text-error">{unsaved}</p>}
          {changes === 0 && wrong.length === 0 ? null : <Button onPress={discard}>Discard draft</Button>}
          <Button
            disabledReason={disabled}
            hint={`Plans ${quarterText(quarter)} under the draft, beside the plan that stands`}
            onPress={() => tryPolicy(next)}
          >
            Try as a branch…
          </Button>
          <Button kind="primary" disabledReason={disabled} onPress={() => setSaving(true)}>
            Save version {next.version}…
          </Button>
        </header>
        <div className="flex min-w-0 flex-col gap-7 pt-5">
          <Form key={round} draft={draft} present={present} onWrong={mark} whole={whole} />
          {whole ? <BelowTheTerms /> : null}
        </div>
        <aside aria-label="Effect of the draft" className="pt-5">
          <div className="sticky top-20 flex flex-col gap-6">
            <Effects draft={settled} />
          </div>
        </aside>
      </div>
      <SaveDialog isOpen={saving} draft={draft} version={next.version} onClose={() => setSaving(false)} />
    </ScrollPane>
  );
}
