import { expect, test } from 'vitest';
import { boardPicture } from '../../../../renderer/features/print/board-picture.ts';
import { textWidth } from '../../../../renderer/ui/fit-name.ts';
import type { Shape } from '../../../../renderer/features/print/picture-shapes.ts';
import type { QuarterId } from '../../../../shared/model/dates.ts';
import { sampleWorkspace } from '../../../../shared/sample/sample.ts';
import { aLeave, aPerson, aRotation, aShift, aWorkspace } from '../../../builders/a-workspace.ts';
import { largeWorkspace } from '../../../builders/large-workspace.ts';

const quarter = '2027-Q1' as QuarterId;
const workspace = aWorkspace({
  people: ['Ann', 'Bo'].map((name, position) => aPerson(name, { position })),
  rotations: [aRotation('Team', ['Ann', 'Bo'])],
  shifts: [aShift('2027-01-04', 'Ann'), aShift('2027-01-11', 'Bo')],
  leave: [aLeave('Ann', '2027-01-11', '2027-01-15', { reason: 'operation' })],
});

const textsOf = (shapes: readonly Shape[]): readonly string[] =>
  shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));

test('the picture has the rows that the board shows, every holder and every gap', () => {
  const both = textsOf(boardPicture(workspace, quarter, 'both').shapes);
  expect(both).toEqual(expect.arrayContaining(['On call, Q1 2027', 'Ann', 'Bo', 'Team primary', 'Leave']));
  expect(both.filter((text) => text === 'Gap')).toHaveLength(24);
  expect(textsOf(boardPicture(workspace, quarter, 'people').shapes)).not.toContain('Duties');
  expect(textsOf(boardPicture(workspace, quarter, 'rotations').shapes)).not.toContain('People');
});

test('what nobody holds stands beneath the people too, as on the Board', () => {
  const people = textsOf(boardPicture(workspace, quarter, 'people').shapes);
  expect(people).toContain('Gaps');
  expect(people.filter((text) => text === 'TEA')).toHaveLength(26);
  const full = largeWorkspace({ people: 8, weeks: 13, rotations: 1, planned: true });
  expect(textsOf(boardPicture(full, quarter, 'people').shapes)).not.toContain('Gaps');
});

test('long names have the room that they need, and the signs their meaning', () => {
  const name = 'Maximiliane von Hohenberg-Lichtenstein';
  const long = aWorkspace({ people: [aPerson(name)], rotations: [aRotation('Team', [name])], shifts: [] });
  const { shapes, width } = boardPicture(long, quarter, 'both');
  const head = shapes.find((shape) => shape.kind === 'text' && shape.text === name);
  expect(head).toMatchObject({ room: expect.any(Number) as number });
  expect(head?.kind === 'text' && head.room).toBeGreaterThanOrEqual(textWidth(name, 12));
  expect(textsOf(shapes)).toEqual(expect.arrayContaining(['Primary', 'Secondary', 'Holiday', 'Leave']));
  const last = shapes.find((shape) => shape.kind === 'text' && shape.text === 'Leave');
  expect((last?.x ?? 0) + textWidth('Leave', 11)).toBeLessThanOrEqual(width);
});

test('why somebody is away is not in the picture', () => {
  expect(JSON.stringify(boardPicture(workspace, quarter, 'both'))).not.toContain('operation');
  expect(JSON.stringify(boardPicture(sampleWorkspace(), '2026-Q4' as QuarterId, 'both'))).not.toContain(
    'Moving house',
  );
});

test('everything lies within the picture, also for thirty people', () => {
  for (const plan of [workspace, largeWorkspace({ people: 30, weeks: 13, rotations: 4, planned: true })]) {
    const { width, height, shapes } = boardPicture(plan, quarter, 'both');
    for (const shape of shapes) {
      expect(shape.x).toBeGreaterThanOrEqual(0);
      expect(shape.x + (shape.kind === 'text' ? 0 : shape.width)).toBeLessThanOrEqual(width);
      expect(shape.y + (shape.kind === 'text' ? 0 : shape.height)).toBeLessThanOrEqual(height);
    }
  }
});
