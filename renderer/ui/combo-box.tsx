import { ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox';
import { FieldError } from 'react-aria-components/FieldError';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { classes } from './classes.ts';
import { inputLook } from './field.tsx';

interface Props<Id extends string> {
  readonly label: string;
  readonly options: readonly { readonly id: Id; readonly title: string }[];
  readonly value: Id;
  readonly onChange: (value: Id) => void;
  readonly error?: string | undefined;
}

/** One of very many: found by typing a part of its name. */
export function ComboBox<Id extends string>({ label, options, value, onChange, error }: Props<Id>) {
  return (
    <AriaComboBox
      defaultItems={options}
      value={value}
      onChange={(key) => {
        const chosen = options.find(({ id }) => id === key);
        if (chosen !== undefined) onChange(chosen.id);
      }}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      className="flex flex-col gap-1"
    >
      <Label className="text-body font-medium">{label}</Label>
      <Group className={classes(inputLook, 'flex h-8 items-center pr-1')}>
        <Input className="min-w-0 flex-1 truncate bg-transparent outline-none" />
        <Button className="flex size-6 shrink-0 items-center justify-center rounded text-muted data-hovered:bg-hover">
          <ChevronDown size={14} aria-hidden />
        </Button>
      </Group>
      <FieldError className="text-label text-error">{error}</FieldError>
      <Popover className="max-h-80 w-(--trigger-width) min-w-64 overflow-auto rounded-lg bg-raised p-1 shadow-float">
        <ListBox<Props<Id>['options'][number]> className="outline-none">
          {(option) => (
            <ListBoxItem
              id={option.id}
              textValue={option.title}
              className="cursor-default rounded-md px-2 py-1.5 text-body wrap-anywhere text-ink outline-none data-focused:bg-selection data-selected:font-medium"
            >
              {option.title}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
