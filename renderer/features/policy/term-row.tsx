import { useState } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextField } from 'react-aria-components/TextField';
import type { PolicyTerms } from '../../../shared/fairness/next-policy.ts';
import type { PolicyTerm } from '../../../shared/words/policy-text.ts';
import { limitsText, readTerm, shownTerm, termValue, withTerm } from '../../../shared/words/policy-values.ts';
import { classes } from '../../ui/classes.ts';
import { inputLook } from '../../ui/field.tsx';

interface Props {
  readonly term: PolicyTerm;
  readonly draft: PolicyTerms;
  /** The policy in force, to mark what differs from it. */
  readonly present: PolicyTerms;
  readonly onChange: (draft: PolicyTerms) => void;
  /** Told whenever what is typed becomes, or no longer is, something that cannot be saved. */
  readonly onWrong: (title: string, wrong: boolean) => void;
}

/** One figure of the policy: what it means, what it comes to in an example, and the field that changes it. */
export function TermRow({ term, draft, present, onChange, onWrong }: Props) {
  const value = termValue(draft, term.id);
  const was = termValue(present, term.id);
  const shown = shownTerm(value, term);
  // What is typed stays as typed until the field is left: "0." is on the way to "0.5".
  const [typed, setTyped] = useState<string | null>(null);
  const read = readTerm(typed ?? shown, term);
  const type = (text: string): void => {
    setTyped(text);
    const next = readTerm(text, term);
    onWrong(term.title, 'error' in next);
    if ('value' in next) onChange(withTerm(draft, term.id, next.value));
  };
  return (
    <TextField
      value={typed ?? shown}
      onChange={type}
      onBlur={() => {
        if ('value' in read) setTyped(null);
      }}
      isInvalid={'error' in read}
      validationBehavior="aria"
      className="grid grid-cols-[1fr_12.5rem] items-start gap-x-6 border-b border-divider py-2.5 last:border-0"
    >
      <div className="flex flex-col gap-0.5">
        <Label className="font-medium">{term.title}</Label>
        <Text slot="description" className="text-muted">
          {term.meaning}
          <span className="block text-ink">{term.example(draft)}</span>
        </Text>
        <FieldError className="text-label text-error">{'error' in read ? read.error : ''}</FieldError>
      </div>
      <div className="flex flex-col gap-0.5">
        <div className="flex items-center gap-2">
          <Input
            inputMode="decimal"
            autoComplete="off"
            placeholder={term.empty ?? ''}
            title={limitsText(term)}
            className={classes(
              inputLook,
              'h-7.5 w-18! shrink-0 text-right',
              was !== value && 'border-accent!',
            )}
          />
          <span className="text-muted">{term.unit}</span>
        </div>
        {was === value ? null : (
          <span className="text-label text-muted">
            was {was === null ? (term.empty ?? 'none') : shownTerm(was, term)}
          </span>
        )}
      </div>
    </TextField>
  );
}
