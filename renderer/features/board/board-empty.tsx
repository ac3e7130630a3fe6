import { CalendarPlus } from 'lucide-react';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { perform } from '../../state/actions.ts';
import { showScreen } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';

/** What stands in place of a plan that cannot be drawn yet: which half is missing, and the way to it. */
export function BoardEmpty({ workspace }: { readonly workspace: Workspace }) {
  const noPeople = Object.keys(workspace.people).length === 0;
  return (
    <EmptyState
      icon={<CalendarPlus size={28} aria-hidden="true" />}
      title={noPeople ? 'Nobody is in this plan yet' : 'No rotation gives out turns yet'}
      action={
        <div className="flex gap-2">
          <Button kind="primary" onPress={() => showScreen(noPeople ? 'people' : 'rotations')}>
            {noPeople ? 'Add people' : 'Choose a rotation'}
          </Button>
          <Button onPress={() => perform('new-quarter')}>Step by step</Button>
        </div>
      }
    >
      {noPeople
        ? 'Paste the names of your team. Then a rotation gives them turns, and the quarter can be planned.'
        : 'A rotation says who is called, in turns. There are three to begin with; then the quarter can be planned.'}
    </EmptyState>
  );
}
