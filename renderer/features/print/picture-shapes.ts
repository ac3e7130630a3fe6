/** Something to paint, in px from the top left corner of the picture. */
export type Shape =
  | {
      readonly kind: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill: string | null;
      readonly line: string | null;
      readonly dashed: boolean;
      readonly radius: number;
    }
  | {
      readonly kind: 'hatch';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly line: string;
    }
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly size: number;
      readonly weight: 400 | 600;
      readonly color: string;
      readonly room: number;
    };

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
  /** What it shows, for whoever cannot see it. */
  readonly label: string;
}

/** The light theme of the window, whatever theme is on: a picture is pasted onto white. */
export const ink = {
  ground: '#ffffff',
  text: '#16191d',
  muted: '#586271',
  divider: '#d5dae1',
  chip: '#fafbfc',
  chipLine: '#a9b2bf',
  holiday: '#fff7e0',
  leave: '#f1f3f6',
  leaveLine: '#c9d0d9',
  error: '#b42318',
} as const;
const hues = [
  '#0072b2',
  '#d55e00',
  '#009e73',
  '#b35a8b',
  '#4b2e83',
  '#2f8fc4',
  '#b87f00',
  '#6b4f1d',
] as const;

/** Measures of the picture, in px. */
export const margin = 16;
/** The first column is wider where its names are. */
export const leastHead = 176;
export const column = 104;
export const line = 20;
export const titleHeight = 40;
export const weekHeight = 36;
export const between = 18;

export const text = (
  x: number,
  y: number,
  words: string,
  room: number,
  style: Partial<Extract<Shape, { kind: 'text' }>> = {},
): Shape => ({
  kind: 'text',
  x,
  y,
  text: words,
  size: 12,
  weight: 400,
  color: ink.text,
  room,
  ...style,
});

export const box = (
  x: number,
  y: number,
  width: number,
  height: number,
  style: Partial<Extract<Shape, { kind: 'box' }>>,
): Shape => ({
  kind: 'box',
  x,
  y,
  width,
  height,
  fill: null,
  line: null,
  dashed: false,
  radius: 0,
  ...style,
});

export const mark = (x: number, y: number, hue: number, filled: boolean): Shape =>
  box(x, y + 5, 9, 9, {
    fill: filled ? (hues[hue % 8] ?? ink.text) : ink.ground,
    line: hues[hue % 8] ?? ink.text,
    radius: 2,
  });
