import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const sheet = (name: string): string =>
  readFileSync(resolve(import.meta.dirname, `../../../renderer/styles/${name}`), 'utf8');
const css = sheet('tokens.css');
const contrastCss = sheet('contrast.css');
type Scheme = 'light' | 'dark';

/** The colour that a token has, as the file says it. */
function token(name: string, scheme: Scheme, from: string = css): string {
  const value = new RegExp(`^  --${name}: ([^;]+);`, 'm').exec(from)?.[1] ?? '';
  const pair = /^light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)$/.exec(value);
  const colour = pair ? pair[scheme === 'light' ? 1 : 2] : /^#[0-9a-f]{6}$/.exec(value)?.[0];
  if (colour === undefined) throw new Error(`--${name} is no colour: ${value}`);
  return colour;
}

const channels = (colour: string): readonly number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
const linear = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;

/** Relative luminance and contrast of WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map(linear);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Each pair that stands in the window, with the least contrast of the light and the dark scheme. */
const pairs: readonly (readonly [ink: string, ground: string, light: number, dark: number])[] = [
  ['text', 'ground', 17.5, 15.3],
  ['text', 'panel', 16, 14],
  ['text', 'raised', 17, 13],
  ['text', 'hover', 15, 12],
  ['text', 'selection', 14, 11],
  ['muted', 'ground', 6, 7],
  ['muted', 'panel', 5.9, 6.9],
  ['muted', 'raised', 6, 6],
  ['muted', 'hover', 5.3, 6],
  ['muted', 'holiday', 5.7, 6.3],
  ['muted', 'leave', 5.5, 6.2],
  ['muted', 'selection', 5.2, 5.5],
  ['accent', 'ground', 6.1, 8.5],
  ['on-accent', 'accent', 6.1, 8.5],
  ['on-accent', 'accent-strong', 6.1, 8.5],
  ['ok', 'ground', 6.2, 9.6],
  ['ok', 'panel', 6, 9],
  ['warning', 'ground', 6.2, 7.8],
  ['warning', 'panel', 6, 7.8],
  ['warning', 'warning-ground', 6.1, 7.8],
  ['error', 'ground', 5.8, 7.2],
  ['error', 'panel', 5.7, 7.2],
  ['error', 'error-ground', 5.7, 7.1],
];

test.each(pairs)('%s on %s is legible, light and dark', (ink, ground, light, dark) => {
  expect(contrast(token(ink, 'light'), token(ground, 'light'))).toBeGreaterThanOrEqual(light);
  expect(contrast(token(ink, 'dark'), token(ground, 'dark'))).toBeGreaterThanOrEqual(dark);
});

test.each(pairs)('with more contrast, %s on %s reaches 7 : 1', (ink, ground) => {
  for (const scheme of ['light', 'dark'] as const)
    expect(
      contrast(token(ink, scheme, contrastCss), token(ground, scheme, contrastCss)),
    ).toBeGreaterThanOrEqual(7);
});

test('with more contrast, the edge of a control stands out from every ground', () => {
  for (const ground of ['ground', 'panel', 'raised', 'hover', 'holiday', 'leave', 'selection'])
    for (const scheme of ['light', 'dark'] as const)
      expect(
        contrast(token('border', scheme, contrastCss), token(ground, scheme, contrastCss)),
      ).toBeGreaterThanOrEqual(4.5);
});

test.each(['ground', 'panel', 'raised', 'holiday', 'leave'])(
  'the edge of a control can be told from %s',
  (ground) => {
    for (const scheme of ['light', 'dark'] as const)
      expect(contrast(token('border', scheme), token(ground, scheme))).toBeGreaterThanOrEqual(2.95);
  },
);

const hues = [1, 2, 3, 4, 5, 6, 7, 8] as const;

test.each(hues)('initials are legible on the hue of person %i', (hue) => {
  expect(
    contrast(token(`person-${hue}`, 'light'), token(`person-ink-${hue}`, 'light')),
  ).toBeGreaterThanOrEqual(4.75);
});

type Lab = readonly [number, number, number];

/** CIE 1976 L*a*b* under D65. */
function lab([red, green, blue]: Lab): Lab {
  const bend = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const x = bend((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047);
  const y = bend(0.2126729 * red + 0.7151522 * green + 0.072175 * blue);
  const z = bend((0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** How eyes of each kind see linear light: Machado, Oliveira and Fernandes 2009, severity 1. */
const sights = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const;

test.each(Object.keys(sights) as (keyof typeof sights)[])(
  'the hues of people are far apart for %s eyes',
  (sight) => {
    const seen = hues.map((hue) => {
      const light = channels(token(`person-${hue}`, 'light')).map(linear);
      const [red = 0, green = 0, blue = 0] = sights[sight].map((row) => {
        const value = (row as readonly number[]).reduce(
          (sum, weight, index) => sum + weight * (light[index] ?? 0),
          0,
        );
        return Math.min(1, Math.max(0, value));
      });
      return lab([red, green, blue]);
    });
    const distance = (one: Lab, other: Lab): number =>
      Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
    const distances = seen.flatMap((one, index) =>
      seen.slice(index + 1).map((other) => distance(one, other)),
    );
    expect(Math.min(...distances)).toBeGreaterThanOrEqual(15);
  },
);
