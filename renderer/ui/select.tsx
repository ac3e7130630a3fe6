import { ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { classes } from './classes.ts';
import { inputLook } from './field.tsx';

interface Props<Id extends string> {
  readonly label: string;
  /** Shows the label, or keeps it for screen readers only. */
  readonly labelShown?: boolean;
  readonly options: readonly { readonly id: Id; readonly title: string }[];
  readonly value: Id;
  readonly onChange: (value: Id) => void;
}

/** One of many, in a list that opens. */
export function Select<Id extends string>({ label, labelShown = true, options, value, onChange }: Props<Id>) {
  return (
    <AriaSelect
      value={value}
      aria-label={label}
      onChange={(key) => {
        const chosen = options.find((option) => option.id === key);
        if (chosen) onChange(chosen.id);
      }}
      className="flex flex-col gap-1"
    >
      {labelShown ? <Label className="text-body font-medium">{label}</Label> : null}
      <Button className={classes(inputLook, 'flex h-8 items-center justify-between gap-2')}>
        <SelectValue className="truncate" />
        <ChevronDown size={14} aria-hidden />
      </Button>
      <Popover className="max-h-80 max-w-[max(28rem,var(--trigger-width))] min-w-(--trigger-width) overflow-auto rounded-lg bg-raised p-1 shadow-float">
        <ListBox className="outline-none">
          {options.map((option) => (
            <ListBoxItem
              key={option.id}
              id={option.id}
              textValue={option.title}
              className="cursor-default rounded-md px-2 py-1.5 text-body wrap-anywhere text-ink outline-none data-focused:bg-selection data-selected:font-medium"
            >
              {option.title}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
