import { memo } from 'react';
import './avatar.css';

/**
 * Eight hues that stay apart under the three common kinds of colour blindness, each with its own ink: the tokens
 * `--person-1` to `--person-8`. With four shapes and the initials nobody is told by colour alone.
 */
const hueCount = 8;

export const avatarShapes = ['circle', 'square', 'hexagon', 'shield'] as const;
export type AvatarShape = (typeof avatarShapes)[number];

const outlines: Readonly<Record<AvatarShape, string>> = {
  circle: 'M12 1a11 11 0 1 1 0 22a11 11 0 0 1 0-22Z',
  square: 'M5.5 1.5h13a4 4 0 0 1 4 4v13a4 4 0 0 1-4 4h-13a4 4 0 0 1-4-4v-13a4 4 0 0 1 4-4Z',
  hexagon:
    'M7.2 1.5h9.6a1.6 1.6 0 0 1 1.4.8l4.7 8.9a1.6 1.6 0 0 1 0 1.6l-4.7 8.9a1.6 1.6 0 0 1-1.4.8H7.2a1.6 1.6 0 0 1-1.4-.8L1.1 12.8a1.6 1.6 0 0 1 0-1.6l4.7-8.9a1.6 1.6 0 0 1 1.4-.8Z',
  shield: 'M3.5 1.5h17a2 2 0 0 1 2 2V12c0 5.6-4.2 8.9-10.5 11C5.7 20.9 1.5 17.6 1.5 12V3.5a2 2 0 0 1 2-2Z',
};

/**
 * One or two letters for a name: first letters of its first and last word. `Amara` gives A; numbers count: `Engineer 1` gives
 * E1, `Engineer 12` gives E12. Brackets and dashes around a word are no letters.
 */
export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((word) => word !== '');
  const first = [...(words[0] ?? '?')][0] ?? '?';
  const tail = words.length > 1 ? (words[words.length - 1] ?? '') : '';
  const last = /^\d+$/.test(tail) ? tail.replace(/^0+(?=\d)/, '').slice(-2) : ([...tail][0] ?? '');
  return (first + last).toLocaleUpperCase();
}

/** Colour (1 to 8) and shape of the n-th person: 32 looks before one comes again. */
export function lookOf(position: number): { readonly hue: number; readonly shape: AvatarShape } {
  const shape = avatarShapes[Math.floor(position / hueCount) % avatarShapes.length] ?? 'circle';
  return { hue: (position % hueCount) + 1, shape };
}

interface AvatarProps {
  readonly name: string;
  /** Place of the person in the team's list, from 0. */
  readonly position: number;
  /** Width and height in px; from 20 up the initials stand at 11 px. */
  readonly size?: number;
  /** False where the name stands right beside it and room is short. */
  readonly showsInitials?: boolean;
}

/** A person as coloured shape with initials. Decorative: the name always stands beside it or in the label. */
export const Avatar = memo(function Avatar({ name, position, size = 24, showsInitials = true }: AvatarProps) {
  const { hue, shape } = lookOf(position);
  const initials = initialsOf(name);
  const fontSize = (11.25 * 24) / Math.max(size, 20);
  return (
    <svg
      className="avatar"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
      data-shape={shape}
    >
      <path d={outlines[shape]} fill={`var(--person-${hue})`} />
      {showsInitials ? (
        <text
          x="12"
          y="12"
          fill={`var(--person-ink-${hue})`}
          fontSize={fontSize}
          textAnchor="middle"
          dominantBaseline="central"
          {...(initials.length > 2 || (initials.length > 1 && /[MW]/.test(initials))
            ? { textLength: 17, lengthAdjust: 'spacingAndGlyphs' }
            : {})}
        >
          {initials}
        </text>
      ) : null}
    </svg>
  );
});
