import { textWidth } from '../../ui/fit-name.ts';
import { box, ink, text, type Shape } from './picture-shapes.ts';

interface Entry {
  readonly words: string;
  readonly sign: (x: number, y: number) => readonly Shape[];
}

const size = 11;
/** Room of a sign, and between entries, in px. */
const [forSign, apart] = [15, 14];

const square = (x: number, y: number, filled: boolean): Shape =>
  box(x, y - 9, 9, 9, { fill: filled ? ink.muted : ink.ground, line: ink.muted, radius: 2 });

/** In the words of the Board. */
const entries: readonly Entry[] = [
  { words: 'Primary', sign: (x, y) => [square(x, y, true)] },
  { words: 'Secondary', sign: (x, y) => [square(x, y, false)] },
  { words: 'Holiday', sign: (x, y) => [text(x, y, '◆', forSign, { size, color: ink.muted })] },
  {
    words: 'Leave',
    sign: (x, y) => [
      box(x - 2, y - 9, 12, 10, { fill: ink.leave, radius: 2 }),
      { kind: 'hatch', x: x - 2, y: y - 9, width: 12, height: 10, line: ink.leaveLine },
    ],
  },
];

/** What the signs mean, in a line that ends at `right`: whoever is sent the picture has no Board to ask. */
export function legend(right: number, y: number): readonly Shape[] {
  const shapes: Shape[] = [];
  let x = right;
  for (const { words, sign } of entries.toReversed()) {
    const width = Math.ceil(textWidth(words, size));
    x -= width;
    shapes.push(text(x, y, words, width + 4, { size, color: ink.muted }));
    x -= forSign;
    shapes.push(...sign(x, y));
    x -= apart;
  }
  return shapes;
}
