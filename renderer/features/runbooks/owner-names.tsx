import type { PersonId } from '../../../shared/model/ids.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Avatar } from '../../ui/avatar.tsx';

/** A person as avatar and name; `Nobody` where there is none. */
export function PersonName({
  person,
  size = 20,
}: {
  readonly person: PersonId | null;
  readonly size?: number;
}) {
  const { people } = useWorkspace();
  const record = person === null ? undefined : people[person];
  if (record === undefined) return <span className="runbook-person runbook-nobody">Nobody</span>;
  return (
    <span className="runbook-person">
      <Avatar name={record.name} position={record.position} size={size} />
      {record.name}
    </span>
  );
}

/** Both owners, primary first, as they stand in a list. */
export function OwnerNames({
  primary,
  secondary,
}: {
  readonly primary: PersonId | null;
  readonly secondary: PersonId | null;
}) {
  return (
    <span className="runbook-owner-names">
      <PersonName person={primary} />
      <PersonName person={secondary} />
    </span>
  );
}
