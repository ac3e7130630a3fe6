import { Plus, Trash2 } from 'lucide-react';
import { saysBusinessHours } from '../../../shared/runbooks/business-promise.ts';
import { ordinal } from '../../../shared/runbooks/page-dates.ts';
import type { RunbookFaults } from './runbook-form-faults.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Select } from '../../ui/select.tsx';
import { changed, emptyPromise, without, type Keyed, type PromiseDraft } from './runbook-form-draft.ts';

const days = [
  { id: '', title: 'No day' },
  ...Array.from({ length: 31 }, (_, at) => ({ id: String(at + 1), title: `By the ${ordinal(at + 1)}` })),
];
const severities = [
  { id: 'any', title: 'Any severity' },
  { id: 'critical', title: 'Critical only' },
  { id: 'normal', title: 'Normal only' },
] as const;

interface Props {
  readonly promises: readonly Keyed<PromiseDraft>[];
  readonly onChange: (promises: readonly Keyed<PromiseDraft>[]) => void;
  readonly faults: RunbookFaults;
}

/** What is promised: its words, its day of the month, its clock. */
export function PromisesField({ promises, onChange, faults }: Props) {
  return (
    <fieldset className="runbook-form-list">
      <legend>Service levels</legend>
      {promises.map(({ key, value }, at) => {
        const number = String(at + 1);
        const put = (part: Partial<PromiseDraft>) => onChange(changed(promises, key, part));
        return (
          <div key={key} className="runbook-form-promise" role="group" aria-label={`Service level ${number}`}>
            <div className="runbook-form-promise-words">
              <Field
                label="Promise"
                placeholder="Resolved within 24 hours"
                value={value.text}
                onChange={(text) => put({ text })}
                error={faults[`slas/${String(at)}/text`]}
              />
            </div>
            <Select
              label="Each month"
              options={days}
              value={value.dayOfMonth === null ? '' : String(value.dayOfMonth)}
              onChange={(day) => put({ dayOfMonth: day === '' ? null : Number(day) })}
            />
            <Field
              label="Clock, hours"
              placeholder="none"
              value={value.hours}
              onChange={(hours) => put({ hours })}
              error={faults[`slas/${String(at)}/hours`]}
              hint={
                value.hours !== '' && saysBusinessHours(value.text)
                  ? 'Business hours: Mon to Fri, 09:00 to 17:00'
                  : undefined
              }
            />
            <Select
              label="Severity"
              options={severities}
              value={value.severity ?? 'any'}
              onChange={(severity) => put({ severity: severity === 'any' ? null : severity })}
            />
            <IconButton
              label={`Remove service level ${number}`}
              icon={<Trash2 size={14} aria-hidden />}
              onPress={() => onChange(without(promises, key))}
            />
          </div>
        );
      })}
      {faults['slas'] === undefined ? null : <p className="runbook-form-fault">{faults['slas']}</p>}
      <Button
        size="small"
        icon={<Plus size={13} aria-hidden />}
        onPress={() => onChange([...promises, emptyPromise()])}
      >
        Add service level
      </Button>
    </fieldset>
  );
}
