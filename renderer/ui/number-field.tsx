import { Minus, Plus } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { NumberField as AriaNumberField } from 'react-aria-components/NumberField';

interface Props {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}

const stepLook =
  'flex h-full w-7 items-center justify-center text-muted data-hovered:bg-hover data-pressed:bg-pressed data-disabled:opacity-40';

/** A whole number between two limits, typed or stepped. */
export function NumberField({ label, value, least, most, onChange }: Props) {
  return (
    <AriaNumberField
      value={value}
      minValue={least}
      maxValue={most}
      step={1}
      onChange={(next) => {
        if (Number.isInteger(next)) onChange(next);
      }}
      className="flex items-center gap-2"
    >
      <Label>{label}</Label>
      <Group className="flex h-7.5 items-center overflow-hidden rounded-md border border-border bg-ground">
        <Button slot="decrement" className={stepLook}>
          <Minus size={13} aria-hidden />
        </Button>
        <Input className="h-full w-10 bg-transparent text-center text-body outline-none" />
        <Button slot="increment" className={stepLook}>
          <Plus size={13} aria-hidden />
        </Button>
      </Group>
    </AriaNumberField>
  );
}
