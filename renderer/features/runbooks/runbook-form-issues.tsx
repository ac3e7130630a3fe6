import { ChevronDown, ChevronRight, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import type { RunbookFaults } from './runbook-form-faults.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { moved, OrderList } from '../../ui/order-list.tsx';
import { changed, emptyIssue, keyed, without, type IssueDraft, type Keyed } from './runbook-form-draft.ts';

interface Props {
  readonly issues: readonly Keyed<IssueDraft>[];
  readonly onChange: (issues: readonly Keyed<IssueDraft>[]) => void;
  readonly faults: RunbookFaults;
}

function Steps({
  issue,
  at,
  faults,
  onChange,
}: {
  readonly issue: IssueDraft;
  readonly at: number;
  readonly faults: RunbookFaults;
  readonly onChange: (steps: IssueDraft['steps']) => void;
}) {
  const { steps } = issue;
  const put = (key: string, value: string) =>
    onChange(steps.map((it) => (it.key === key ? { key, value } : it)));
  return (
    <div className="runbook-form-steps" role="group" aria-label="Steps">
      <span className="runbook-form-label">Steps, the first safe action first</span>
      <OrderList
        label="Steps"
        items={steps.map(({ key, value }, index) => ({
          id: key,
          name: `step ${String(index + 1)}`,
          content: (
            <div className="runbook-form-step">
              <Field
                label={`Step ${String(index + 1)}`}
                labelShown={false}
                rows={1}
                value={value}
                onChange={(text) => put(key, text)}
                error={faults[`issues/${String(at)}/steps/${String(index)}`]}
              />
              <IconButton
                label={`Remove step ${String(index + 1)}`}
                icon={<Trash2 size={14} aria-hidden />}
                onPress={() => onChange(without(steps, key))}
              />
            </div>
          ),
        }))}
        onMove={(from, to) => onChange(moved(steps, from, to))}
      />
      <Button
        size="small"
        kind="quiet"
        icon={<Plus size={13} aria-hidden />}
        disabledReason={steps.length >= 50 ? 'An issue has at most 50 steps' : undefined}
        onPress={() => onChange([...steps, keyed('')])}
      >
        Add step
      </Button>
      {faults[`issues/${String(at)}/steps`] === undefined ? null : (
        <p className="runbook-form-fault">{faults[`issues/${String(at)}/steps`]}</p>
      )}
    </div>
  );
}

function IssueFields({
  issue,
  at,
  faults,
  onChange,
}: {
  readonly issue: IssueDraft;
  readonly at: number;
  readonly faults: RunbookFaults;
  readonly onChange: (part: Partial<IssueDraft>) => void;
}) {
  const place = `issues/${String(at)}`;
  return (
    <div className="runbook-form-fields">
      <Field
        label="Symptom"
        hint="What somebody sees"
        value={issue.symptom}
        onChange={(symptom) => onChange({ symptom })}
        error={faults[`${place}/symptom`]}
      />
      <Field
        label="Likely cause"
        rows={2}
        value={issue.cause}
        onChange={(cause) => onChange({ cause })}
        error={faults[`${place}/cause`]}
      />
      <Steps issue={issue} at={at} faults={faults} onChange={(steps) => onChange({ steps })} />
      <Field
        label="Escalation"
        hint="Whom to call, and from when on"
        rows={2}
        value={issue.escalation}
        onChange={(escalation) => onChange({ escalation })}
        error={faults[`${place}/escalation`]}
      />
    </div>
  );
}

/** Common issues, each closed to one line until it is worked on: a runbook may have two hundred. */
export function IssuesField({ issues, onChange, faults }: Props) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (key: string) =>
    setOpen((before) =>
      before.has(key) ? new Set([...before].filter((it) => it !== key)) : new Set([...before, key]),
    );
  const add = () => {
    const issue = emptyIssue();
    onChange([...issues, issue]);
    setOpen((before) => new Set([...before, issue.key]));
  };
  const isFaulty = (at: number) =>
    Object.keys(faults).some((place) => place.startsWith(`issues/${String(at)}/`));
  return (
    <fieldset className="runbook-form-list">
      <legend>Common issues</legend>
      <OrderList
        label="Common issues"
        items={issues.map(({ key, value }, at) => {
          const isOpen = open.has(key) || isFaulty(at);
          const name = value.symptom.trim() === '' ? `issue ${String(at + 1)}` : value.symptom;
          return {
            id: key,
            name,
            content: (
              <div className="runbook-form-issue">
                <div className="runbook-form-issue-head">
                  <AriaButton
                    className="runbook-form-toggle"
                    aria-expanded={isOpen}
                    onPress={() => toggle(key)}
                  >
                    {isOpen ? <ChevronDown size={14} aria-hidden /> : <ChevronRight size={14} aria-hidden />}
                    <span>{value.symptom.trim() === '' ? 'New issue' : value.symptom}</span>
                  </AriaButton>
                  <IconButton
                    label={`Remove ${name}`}
                    icon={<Trash2 size={14} aria-hidden />}
                    onPress={() => onChange(without(issues, key))}
                  />
                </div>
                {isOpen ? (
                  <IssueFields
                    issue={value}
                    at={at}
                    faults={faults}
                    onChange={(part) => onChange(changed(issues, key, part))}
                  />
                ) : null}
              </div>
            ),
          };
        })}
        onMove={(from, to) => onChange(moved(issues, from, to))}
      />
      {faults['issues'] === undefined ? null : <p className="runbook-form-fault">{faults['issues']}</p>}
      <Button size="small" icon={<Plus size={13} aria-hidden />} onPress={add}>
        Add issue
      </Button>
    </fieldset>
  );
}
