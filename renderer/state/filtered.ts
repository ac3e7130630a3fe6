import type { ViewFilter } from '../../shared/contract/preferences.ts';
import type { PersonId, RotationId } from '../../shared/model/ids.ts';

/** Whether the filter lets a rotation pass; one without rotations lets all pass. */
export const showsRotation = ({ rotations }: ViewFilter, rotation: RotationId): boolean =>
  rotations.length === 0 || rotations.includes(rotation);

/** Whether the filter lets somebody pass. What nobody holds passes only where all do. */
export const showsPerson = ({ people }: ViewFilter, person: PersonId | null): boolean =>
  people.length === 0 || (person !== null && people.includes(person));
