import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';

interface Props<Id extends string> {
  readonly label: string;
  readonly options: readonly { readonly id: Id; readonly title: string }[];
  readonly value: Id;
  readonly onChange: (value: Id) => void;
}

/** One of a few, all in sight. */
export function SegmentedControl<Id extends string>({ label, options, value, onChange }: Props<Id>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = options.find((option) => keys.has(option.id));
        if (chosen) onChange(chosen.id);
      }}
      className="inline-flex h-7.5 shrink-0 items-center self-start rounded-md border border-border/60 bg-ground p-0.5"
    >
      {options.map((option) => (
        <ToggleButton
          key={option.id}
          id={option.id}
          className="h-full cursor-default rounded-[5px] px-2.5 text-body text-muted data-hovered:text-ink data-selected:bg-selection data-selected:font-medium data-selected:text-ink"
        >
          {option.title}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
