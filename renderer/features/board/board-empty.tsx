import { CalendarPlus } from 'lucide-react';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { EmptyState } from '../../ui/empty-state.tsx';

/** What stands in place of a plan that cannot be drawn yet: which half is missing. */
export function BoardEmpty({ workspace }: { readonly workspace: Workspace }) {
  const missing = Object.keys(workspace.people).length === 0 ? 'people' : 'a rotation';
  return (
    <EmptyState
      icon={<CalendarPlus size={28} aria-hidden="true" />}
      title={`This plan has no ${missing === 'people' ? 'people' : 'rotation'} yet`}
    >
      A board needs people and at least one rotation that they take turns in. Make a new plan from the start
      screen and paste the names of your team: it sets up both.
    </EmptyState>
  );
}
