import type { PolicyTerms } from '../../../shared/fairness/next-policy.ts';
import { policyChoices } from '../../../shared/words/policy-choices.ts';
import { draftPolicy } from '../../state/policy-draft.ts';
import { Select } from '../../ui/select.tsx';

interface Props {
  readonly group: string;
  readonly draft: PolicyTerms;
}

/** What is chosen, not counted, of one group of terms. */
export function Choices({ group, draft }: Props) {
  const own = policyChoices.filter((choice) => choice.group === group);
  if (own.length === 0) return null;
  return (
    <div className="grid max-w-180 grid-cols-2 gap-x-6 gap-y-3 py-2">
      {own.map(({ id, title, options, chosen, choose }) => (
        <Select
          key={id}
          label={title}
          options={options}
          value={chosen(draft)}
          onChange={(option) => draftPolicy(choose(draft, option))}
        />
      ))}
    </div>
  );
}
