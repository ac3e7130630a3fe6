import { ask } from '../../state/explain-store.ts';
import { Button } from '../../ui/button.tsx';
import { counted } from '../../../shared/words/number-text.ts';

/** Leads from the gaps of a plan to what keeps them open. Nothing where there are none. */
export function WhyGaps({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return (
    <Button size="small" kind="danger" onPress={() => ask('clash')}>
      {counted(count, 'gap: why?', 'gaps: why?')}
    </Button>
  );
}
