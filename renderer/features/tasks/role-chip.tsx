import type { PersonId, TaskId } from '../../../shared/model/ids.ts';
import type { OwnerRole } from '../../../shared/runbooks/owners.ts';
import { roleLetter } from '../../../shared/words/task-text.ts';

interface Props {
  readonly role: OwnerRole;
  /** Of a preview: this one comes, that one goes. */
  readonly change?: 'comes' | 'goes' | undefined;
  /** Absent on a chip that is only shown. */
  readonly task?: TaskId;
  readonly person?: PersonId | null;
  /** For lists, where it only names the role of whoever stands beside it. */
  readonly small?: boolean;
}

/** A role in its cell: P filled, S hollow, so that the two differ without colour. What it means stands in the cell's name. */
export function RoleChip({ role, change, task, person, small = false }: Props) {
  return (
    <span
      aria-hidden
      className="role-chip"
      data-role={role}
      data-change={change}
      data-small={small || undefined}
      {...(task === undefined || change === 'goes'
        ? {}
        : { 'data-held-task': task, 'data-held-role': role, 'data-held-person': person ?? '' })}
    >
      {roleLetter[role]}
    </span>
  );
}
