import { memo } from 'react';
import { initialsOf, lookOf } from './avatar.tsx';
import { textWidth } from './fit-name.ts';
import type { ChipFace } from './shift-chip.tsx';
import './tiny-chip.css';

interface Props {
  readonly face: ChipFace;
  /** What the row does not say: the mark of the duty, or the shape of the person. */
  readonly shows: 'rotation' | 'person';
}

/** Room for letters of 10 px in the narrowest week. */
const room = 21.5;

/** A shift where there is room for three letters: the code of its duty, or whose it is. One element, for the view of a year shows hundreds; all of it stands in its label. */
export const TinyChip = memo(function TinyChip({ face, shows }: Props) {
  const look = shows === 'person' && face.person !== null ? lookOf(face.person.position) : null;
  const isPerson = look !== null && face.person !== null;
  const text = isPerson ? initialsOf(face.person.name) : [...face.code].slice(0, 3).join('');
  return (
    <span
      className="tiny-chip"
      data-gap={face.person === null || undefined}
      data-hue={look === null ? face.hue % 8 : undefined}
      data-person={look?.hue}
      data-shape={look?.shape}
      data-long={(isPerson && text.length > 2) || undefined}
      data-wide={(!isPerson && textWidth(text, 10) > room) || undefined}
      data-filled={look !== null || face.filled || undefined}
      data-pinned={face.pinned || undefined}
      data-proposed={face.proposed || undefined}
      data-conflict={face.conflict === null ? undefined : face.accepted ? 'accepted' : 'open'}
    >
      {text}
    </span>
  );
});
