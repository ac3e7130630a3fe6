import type { PersonId } from '../../../shared/model/ids.ts';
import { ask } from '../../state/explain-store.ts';
import { Button } from '../../ui/button.tsx';

/** The ways from a person's figures to the questions about their turns. */
export function AskAbout({ person }: { readonly person: PersonId }) {
  return (
    <div className="flex flex-wrap gap-2">
      <Button size="small" onPress={() => ask('swaps', { person })}>
        Swaps that help
      </Button>
      <Button size="small" onPress={() => ask('why-not', { person })}>
        Why not in a week…
      </Button>
    </div>
  );
}
