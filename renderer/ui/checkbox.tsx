import type { ReactNode } from 'react';
import { Check } from 'lucide-react';
import { CheckboxButton, CheckboxField } from 'react-aria-components/Checkbox';

interface Props {
  readonly children: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** One thing that is so or not so. The whole line is what is clicked. */
export function Checkbox({ children, checked, onChange }: Props) {
  return (
    <CheckboxField isSelected={checked} onChange={onChange} className="min-w-0">
      <CheckboxButton className="group flex min-h-6 min-w-0 cursor-default items-center gap-2 rounded text-body data-focus-visible:outline-2 data-focus-visible:outline-offset-2 data-focus-visible:outline-accent">
        <span
          aria-hidden
          className="inline-flex size-4 shrink-0 items-center justify-center rounded border border-border bg-ground text-on-accent group-data-selected:border-accent group-data-selected:bg-accent"
        >
          {checked ? <Check size={12} strokeWidth={3} /> : null}
        </span>
        <span className="min-w-0 truncate">{children}</span>
      </CheckboxButton>
    </CheckboxField>
  );
}
