import type { LocalDate } from '../../model/dates.ts';
import type { LeaveId, PersonId, RotationId, ShiftId } from '../../model/ids.ts';

/** A rule or a fact that a plan has to bow to, by its name: what a conflict is made of. */
export type Claim =
  /** H1: somebody holds this turn. */
  | { readonly kind: 'held'; readonly shift: ShiftId }
  /** H3: nobody holds two turns of this watch at once; null is of all exclusive rotations. */
  | { readonly kind: 'one-at-a-time'; readonly rotation: RotationId | null }
  /** H2: nobody is on call while on leave. */
  | { readonly kind: 'leave'; readonly leave: LeaveId; readonly person: PersonId }
  /** H2: takes turns in this rotation, but in other layers. */
  | { readonly kind: 'layers'; readonly rotation: RotationId; readonly person: PersonId }
  /** H2: only its participants and stand-ins take turns in this rotation. */
  | { readonly kind: 'participants'; readonly rotation: RotationId }
  /** H2: not in the team before this day, or after it. */
  | { readonly kind: 'joins' | 'leaves'; readonly person: PersonId; readonly on: LocalDate }
  /** H4: this turn is pinned. `asked` pins stand in no file, but in the question. */
  | { readonly kind: 'pin'; readonly shift: ShiftId; readonly person: PersonId; readonly asked: boolean }
  /** H5: at most so many turns in the quarter. */
  | { readonly kind: 'cap'; readonly person: PersonId; readonly cap: number };

/** Equal keys, equal claims. */
export function keyOf(claim: Claim): string {
  switch (claim.kind) {
    case 'held':
      return `held ${claim.shift}`;
    case 'one-at-a-time':
      return `one-at-a-time ${claim.rotation ?? ''}`;
    case 'leave':
      return `leave ${claim.leave}`;
    case 'layers':
      return `layers ${claim.rotation} ${claim.person}`;
    case 'participants':
      return `participants ${claim.rotation}`;
    case 'joins':
    case 'leaves':
      return `${claim.kind} ${claim.person}`;
    case 'pin':
      return `pin ${claim.shift} ${claim.person}`;
    case 'cap':
      return `cap ${claim.person}`;
  }
}
