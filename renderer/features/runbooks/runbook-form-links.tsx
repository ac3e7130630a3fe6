import { Plus, Trash2 } from 'lucide-react';
import type { RunbookFaults } from './runbook-form-faults.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { changed, emptyLink, without, type RunbookDraft } from './runbook-form-draft.ts';

interface Props {
  readonly links: RunbookDraft['links'];
  readonly onChange: (links: RunbookDraft['links']) => void;
  readonly faults: RunbookFaults;
}

/** Dashboards, monitors and pages that the reader may open in the browser. */
export function LinksField({ links, onChange, faults }: Props) {
  return (
    <fieldset className="runbook-form-list">
      <legend>Links</legend>
      {links.map(({ key, value }, at) => (
        <div key={key} className="runbook-form-link" role="group" aria-label={`Link ${String(at + 1)}`}>
          <Field
            label="Name"
            value={value.title}
            onChange={(title) => onChange(changed(links, key, { title }))}
            error={faults[`links/${String(at)}/title`]}
          />
          <Field
            label="Address"
            value={value.url}
            onChange={(url) => onChange(changed(links, key, { url }))}
            error={faults[`links/${String(at)}/url`]}
          />
          <IconButton
            label={`Remove link ${String(at + 1)}`}
            icon={<Trash2 size={14} aria-hidden />}
            onPress={() => onChange(without(links, key))}
          />
        </div>
      ))}
      {faults['links'] === undefined ? null : <p className="runbook-form-fault">{faults['links']}</p>}
      <Button
        size="small"
        icon={<Plus size={13} aria-hidden />}
        onPress={() => onChange([...links, emptyLink()])}
      >
        Add link
      </Button>
    </fieldset>
  );
}
