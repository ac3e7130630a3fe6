import { initialsOf, lookOf } from './avatar.tsx';
import { textWidth } from './fit-name.ts';
import type { ChipFace } from './shift-chip.tsx';
import './tiny-chip.css';

/** Room for letters of 10 px in the narrowest week. */
const room = 21.5;

type Mark = string | number | true | undefined;

/**
 * A shift where there is room for three letters: the code of its duty, or whose it is. Not an element but what makes one a
 * `tiny-chip`: the view of a year shows hundreds, and the button that holds it has all of it in its label.
 *
 * @param shows what the row does not say: the mark of the duty, or the shape of the person
 */
export function tinyFace(
  face: ChipFace,
  shows: 'rotation' | 'person',
): { readonly text: string; readonly marks: Readonly<Record<`data-${string}`, Mark>> } {
  const look = shows === 'person' && face.person !== null ? lookOf(face.person.position) : null;
  const isPerson = look !== null && face.person !== null;
  const text = isPerson ? initialsOf(face.person.name) : [...face.code].slice(0, 3).join('');
  return {
    text,
    marks: {
      'data-gap': face.person === null || undefined,
      'data-hue': look === null ? face.hue % 8 : undefined,
      'data-person': look?.hue,
      'data-shape': look?.shape,
      'data-letters': isPerson && text.length > 2 ? 'many' : undefined,
      'data-wide': (!isPerson && textWidth(text, 10) > room) || undefined,
      'data-filled': look !== null || face.filled || undefined,
      'data-pinned': face.pinned || undefined,
      'data-proposed': face.proposed || undefined,
      'data-conflict': face.conflict === null ? undefined : face.accepted ? 'accepted' : 'open',
    },
  };
}
