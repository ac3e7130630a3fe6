import { useState } from 'react';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { Deadline } from '../../../shared/model/deadline.ts';
import type { DeadlineId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { dayWithYearText } from '../../../shared/words/date-text.ts';
import { act } from '../../state/act.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { changesPast, draftOf, errorsOf, ruleOf, succeeds, type RuleDraft } from './rule-draft.ts';
import { WhatPart, WhenPart } from './rule-fields.tsx';
import { RulePreview } from './rule-preview.tsx';

interface Props {
  /** Null: a new one. */
  readonly rule: Deadline | null;
  readonly today: LocalDate;
  readonly onClose: () => void;
}

const newId = (): DeadlineId => `deadline-${crypto.randomUUID()}` as DeadlineId;
const isDay = (text: string): text is LocalDate => /^\d{4}-\d\d-\d\d$/.test(text);

const hasRecords = (workspace: Workspace, rule: Deadline): boolean =>
  Object.values(workspace.deliveries).some(({ deadline }) => deadline === rule.id);

/** Takes a rule without records away, or ends one that has some: what was delivered by it stays. */
function Leave({ rule, today, onClose }: Props & { readonly rule: Deadline }) {
  const workspace = useWorkspace();
  const ended = rule.endsOn !== null && rule.endsOn <= today;
  if (!hasRecords(workspace, rule))
    return (
      <Button
        kind="danger"
        onPress={() => {
          if (act({ kind: 'remove-deadline', deadline: rule.id }, `${rule.title} is removed.`) === null)
            onClose();
        }}
      >
        Remove
      </Button>
    );
  return (
    <Button
      disabledReason={ended ? 'It has ended already' : undefined}
      hint="What is on record stays"
      onPress={() => {
        const done = `${rule.title} ends today.`;
        if (
          act({ kind: 'save-deadline', deadline: { ...rule, endsOn: today } }, done, `End ${rule.title}`) ===
          null
        )
          onClose();
      }}
    >
      End today
    </Button>
  );
}

/** A rule to add or to change, with the next days that it names. */
export function RuleSheet({ rule, today, onClose }: Props) {
  const workspace = useWorkspace();
  const [draft, setDraft] = useState(() => draftOf(workspace, rule, today));
  const [tried, setTried] = useState(false);
  const [scope, setScope] = useState<'ahead' | 'all'>('ahead');
  const [from, setFrom] = useState<string>(today);
  const errors = errorsOf(draft);
  const last = Math.max(-1, ...Object.values(workspace.deadlines).map(({ position }) => position));
  const next = ruleOf(draft, rule?.id ?? ('deadline-new' as DeadlineId), rule?.position ?? last + 1);
  const asksFrom = rule !== null && next !== null && changesPast(rule, next, today);
  const fromFault =
    !asksFrom || scope === 'all'
      ? undefined
      : !isDay(from)
        ? 'Give a day.'
        : rule.startsOn !== null && from <= rule.startsOn
          ? `It began on ${dayWithYearText(rule.startsOn)}: give a later day.`
          : draft.endsOn !== '' && from > draft.endsOn
            ? 'It has ended before then.'
            : undefined;
  const save = (): void => {
    setTried(true);
    if (next === null || fromFault !== undefined) return;
    const done = `${next.title} is ${rule === null ? 'added' : 'changed'}.`;
    const command =
      asksFrom && scope === 'ahead' && isDay(from)
        ? succeeds(rule, next, from, newId(), `Change deadline ${next.title} from ${dayWithYearText(from)}`)
        : ({ kind: 'save-deadline', deadline: rule === null ? { ...next, id: newId() } : next } as const);
    if (act(command, done) === null) onClose();
  };
  const set = (change: Partial<RuleDraft>): void => setDraft({ ...draft, ...change });
  // An empty name is no news while the form is being filled in.
  const { title: _untitled, ...whileTyping } = errors;
  const shown = tried ? errors : whileTyping;
  return (
    <Sheet
      title={rule === null ? 'Add a deadline' : `Edit ${rule.title}`}
      isOpen
      onClose={onClose}
      actions={
        <>
          {rule === null ? null : <Leave rule={rule} today={today} onClose={onClose} />}
          <span className="flex-1" />
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" onPress={save}>
            {rule === null ? 'Add deadline' : 'Save'}
          </Button>
        </>
      }
    >
      <WhatPart draft={draft} errors={shown} set={set} />
      <WhenPart draft={draft} errors={shown} set={set} />
      {asksFrom ? (
        <section className="flex flex-col gap-3">
          <h3 className="text-section font-medium">The change counts</h3>
          <SegmentedControl
            label="The change counts"
            options={[
              { id: 'ahead', title: 'From a day on' },
              { id: 'all', title: 'For the past as well' },
            ]}
            value={scope}
            onChange={setScope}
          />
          {scope === 'ahead' ? (
            <Field
              label="From"
              type="date"
              value={from}
              onChange={setFrom}
              error={fromFault}
              hint="The rule as it was ends the day before; what is on record stays with it."
            />
          ) : (
            <p className="text-label text-warning">
              Days gone by are read by the new rule. What is on record stays, also of days that it no longer
              names.
            </p>
          )}
        </section>
      ) : null}
      <section className="flex flex-col gap-2">
        <h3 className="text-section font-medium">Next days</h3>
        <RulePreview rule={next} today={today} />
      </section>
    </Sheet>
  );
}
