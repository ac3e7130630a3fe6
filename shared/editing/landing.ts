import type { ShiftId } from '../model/ids.ts';
import type { Gesture } from './gesture.ts';

const dutyOf = (shift: ShiftId): string => shift.split('/', 2).join('/');

/** Where the hand's own turn lies after a gesture: the week that its person went to, or the turn that it gave away. Null where no turn or more than one was held. */
export function landing(gesture: Gesture): ShiftId | null {
  switch (gesture.kind) {
    case 'give':
    case 'unassign':
      return gesture.shift;
    case 'assign':
      return gesture.slot;
    case 'trade':
    case 'swap':
      return dutyOf(gesture.shift) === dutyOf(gesture.with) ? gesture.with : gesture.shift;
    case 'move':
      return gesture.toSlot;
    case 'give-and-trade':
      return gesture.slot;
    default:
      return null;
  }
}

/** The gestures that one consists of: itself, or those of a selection. */
export const partsOf = (gesture: Gesture): readonly Gesture[] =>
  gesture.kind === 'several' ? gesture.gestures : [gesture];

/** The selection after a gesture: what it moved stays selected where it went, so that it can be moved on. */
export function selectionAfter(selection: readonly ShiftId[], gesture: Gesture): readonly ShiftId[] {
  const went = new Map(
    partsOf(gesture).flatMap((one): [ShiftId, ShiftId][] => {
      const to = landing(one);
      return 'shift' in one && to !== null && to !== one.shift ? [[one.shift, to]] : [];
    }),
  );
  return selection.some((shift) => went.has(shift))
    ? [...new Set(selection.map((shift) => went.get(shift) ?? shift))]
    : selection;
}
