import { ask } from '../../state/explain-store.ts';
import { Button } from '../../ui/button.tsx';

/** Leads from the gaps of a plan to what keeps them open. Nothing where there are none. */
export function WhyGaps({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return (
    <Button size="small" kind="danger" onPress={() => ask('clash')}>
      {count === 1 ? '1 gap: why?' : `${count} gaps: why?`}
    </Button>
  );
}
