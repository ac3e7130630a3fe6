import { presetIds, presetOf, withPreset } from '../../../shared/comp-time/presets.ts';
import type { PolicyTerms } from '../../../shared/fairness/next-policy.ts';
import { presetBasis, presetText } from '../../../shared/words/preset-text.ts';
import { draftPolicy } from '../../state/policy-draft.ts';
import { Select } from '../../ui/select.tsx';

const own = { id: 'own', title: 'Your own terms' } as const;

/** Common ways of giving time off in return, each with its limits; the terms below say what it sets. */
export function PresetPicker({ draft }: { readonly draft: PolicyTerms }) {
  const preset = presetOf(draft.compTime);
  const options = presetIds.map((id) => ({ id: id, title: presetText(id).title }));
  return (
    <div className="flex flex-col gap-1.5 rounded-lg border border-divider p-4">
      <div className="max-w-90">
        <Select
          label="Start from"
          options={preset === null ? [own, ...options] : options}
          value={preset ?? 'own'}
          onChange={(id) => {
            if (id !== 'own') draftPolicy({ ...draft, compTime: withPreset(draft.compTime, id) });
          }}
        />
      </div>
      {preset === null ? null : <p>{presetText(preset).limits}</p>}
      <p className="text-muted">{presetBasis}</p>
    </div>
  );
}
