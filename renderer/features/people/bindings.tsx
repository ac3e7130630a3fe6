import { dateOf, quarterOf } from '../../../shared/calendar/days.ts';
import type { Binding } from '../../../shared/editing/leaving.ts';
import { recordOf } from '../../../shared/model/tables.ts';
import { bindingPlaceText, bindingText } from '../../../shared/words/people-text.ts';
import { showQuarter, showRunbook, showScreen, showShifts } from '../../state/view-store.ts';
import { openWorkspace, useWorkspace } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';

/** Goes to where something that binds somebody is dealt with. */
function goTo(binding: Binding): void {
  switch (binding.kind) {
    case 'shift':
    case 'running-shift': {
      const shift = recordOf(openWorkspace(), 'shifts', binding.id);
      if (shift !== undefined) showQuarter(quarterOf(dateOf(shift.start)));
      return showShifts([binding.id]);
    }
    case 'task':
      return showScreen('tasks');
    case 'runbook':
      return showRunbook(binding.id);
    case 'leave':
      return showScreen('leave');
    case 'turns':
      return showScreen('rotations');
  }
}

/** What still rests on somebody, each with the way to it. */
export function Bindings({ bindings }: { readonly bindings: readonly Binding[] }) {
  const workspace = useWorkspace();
  return (
    <ul className="flex max-h-56 flex-col overflow-auto">
      {bindings.map((binding) => (
        <li
          key={`${binding.kind} ${binding.id} ${binding.kind === 'task' ? binding.role : ''}`}
          className="flex items-center gap-3 border-b border-divider py-1 last:border-b-0"
        >
          <span className="min-w-0 flex-1 wrap-anywhere">{bindingText(workspace, binding)}</span>
          <Button size="small" kind="quiet" onPress={() => goTo(binding)}>
            {bindingPlaceText[binding.kind]}
          </Button>
        </li>
      ))}
    </ul>
  );
}
