import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField } from 'react-aria-components/TextField';
import { classes } from './classes.ts';

interface Props {
  readonly label: string;
  /** Shows the label, or keeps it for screen readers only. */
  readonly labelShown?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  /** What is wrong with the value, as a sentence; shown under the field. */
  readonly error?: string | undefined;
  /** More than one line: how many are shown. */
  readonly rows?: number;
  readonly type?: 'text' | 'date' | 'search' | 'password';
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
}

export const inputLook =
  'w-full rounded-md border border-border bg-ground px-2.5 text-body text-ink placeholder:text-muted data-focused:border-accent data-invalid:border-error';

/** A labelled text field; its error stands under it and is read with it. */
export function Field({
  label,
  labelShown = true,
  value,
  onChange,
  hint,
  error,
  rows,
  type = 'text',
  placeholder,
  autoFocus,
}: Props) {
  // A name is written from where its letters begin; what is empty stays with its label.
  const dir = type === 'text' && value !== '' ? 'auto' : undefined;
  return (
    <TextField
      value={value}
      onChange={onChange}
      type={type}
      isInvalid={error !== undefined}
      autoFocus={autoFocus ?? false}
      validationBehavior="aria"
      className="flex flex-col gap-1"
    >
      <Label className={labelShown ? 'text-body font-medium' : 'sr-only'}>{label}</Label>
      {rows === undefined ? (
        <Input dir={dir} placeholder={placeholder ?? ''} className={classes(inputLook, 'h-8')} />
      ) : (
        <TextArea
          rows={rows}
          dir={dir}
          placeholder={placeholder ?? ''}
          className={classes(inputLook, 'resize-y py-1.5')}
        />
      )}
      {hint !== undefined && error === undefined ? (
        <Text slot="description" className="text-label text-muted">
          {hint}
        </Text>
      ) : null}
      <FieldError className="text-label text-error">{error}</FieldError>
    </TextField>
  );
}
