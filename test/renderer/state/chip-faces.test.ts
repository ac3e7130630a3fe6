import { expect, test } from 'vitest';
import { chipLabel, faceOf } from '../../../renderer/state/chip-faces.ts';
import { slotOf, type Slot } from '../../../shared/rotation/expand.ts';
import type { LayerName } from '../../../shared/model/ids.ts';
import { aRotation, aShift, aShiftId, aWorkspace, primary } from '../../builders/a-workspace.ts';

const shadow = { name: 'shadow' as LayerName, title: 'Shadow', weightPercent: 0 };
const workspace = aWorkspace({
  rotations: [aRotation('Team', ['Ann', 'Bo'], { layers: [...aRotation().layers, shadow] })],
  shifts: [aShift('2027-01-11', 'Ann', { layer: shadow.name })],
});
const face = (layer: LayerName, day: string) => {
  const slot = slotOf(workspace, aShiftId('Team', layer, day)) as Slot;
  const drawn = faceOf(workspace, slot, new Map(), false);
  return { ...drawn, label: chipLabel(workspace.rotations, slot, drawn) };
};

test('an open duty is a gap, and an open turn of who looks on is none', () => {
  expect(face(primary, '2027-01-04')).toMatchObject({ role: 'P', looksOn: false });
  expect(face(primary, '2027-01-04').label).toBe(
    'TEA P, Team, Primary, week 1, 4 January, gap, nobody assigned',
  );
  expect(face(shadow.name, '2027-01-04')).toMatchObject({ role: 'Sh', looksOn: true, filled: false });
  expect(face(shadow.name, '2027-01-04').label).toBe(
    'TEA Sh, Team, Shadow, week 1, 4 January, nobody looks on',
  );
  expect(face(shadow.name, '2027-01-11').label).toMatch(/, Ann$/);
});
