import { Check, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { Avatar } from './avatar.tsx';
import { fitName, textWidth } from './fit-name.ts';
import './shift-chip.css';

/** Everything a chip shows: plain texts, so that boards, calendars and the hand that drags draw the same one. */
export interface ChipFace {
  /** Three letters of the rotation: `PRO`. */
  readonly code: string;
  /** `P`, `S`, or the first letter of another layer. */
  readonly role: string;
  /** Filled square for the first layer, hollow for the others. */
  readonly filled: boolean;
  /** Place of the rotation in its list: its hue. */
  readonly hue: number;
  readonly person: {
    readonly name: string;
    readonly position: number;
    readonly givenNameIsUnique: boolean;
  } | null;
  readonly pinned: boolean;
  /** A word for the hard rule it breaks: "on leave". */
  readonly conflict: string | null;
  /** The lead has overruled that conflict: it stays marked, but no longer alarms. */
  readonly accepted: boolean;
  /** Part of a proposal that nobody has accepted yet. */
  readonly proposed: boolean;
  /** A layer that carries no duty: open, it is no gap. */
  readonly looksOn?: boolean;
}

interface ShiftChipProps {
  readonly face: ChipFace;
  /** What the row already says is left out. */
  readonly shows: 'rotation' | 'person' | 'both';
  /** Room in px; names are fitted to it. */
  readonly width: number;
  /** More about it, where there is room at its end. */
  readonly trailing?: string;
}

/** Room for text between borders and padding. */
const innerWidth = (width: number): number => width - 10;

/** From this much room on the avatar carries initials; below, shape and colour alone leave the room to the name. */
const roomForInitials = 72;

interface PersonLabelProps {
  readonly face: ChipFace;
  readonly room: number;
  /** The whole name wherever it fits, not only where the given one is shared. */
  readonly whole: boolean;
}

function PersonLabel({ face, room, whole }: PersonLabelProps) {
  if (face.person === null)
    return face.looksOn === true ? (
      <span className="chip-role">Nobody</span>
    ) : (
      <span className="chip-gap-word">Gap</span>
    );
  const { name, position } = face.person;
  const givenNameIsUnique = face.person.givenNameIsUnique && !(whole && textWidth(name, 12) <= room - 24);
  if (room >= roomForInitials) {
    return (
      <>
        <Avatar name={name} position={position} size={20} />
        <span className="chip-name">{fitName(name, givenNameIsUnique, room - 24, 12) ?? ''}</span>
      </>
    );
  }
  const fitted = fitName(name, givenNameIsUnique, room - 15, 11.5);
  return (
    <>
      <Avatar
        name={name}
        position={position}
        size={fitted === null ? 20 : 12}
        showsInitials={fitted === null}
      />
      {fitted === null ? null : <span className="chip-name">{fitted}</span>}
    </>
  );
}

/** The visible body of a shift. It has no role and no focus of its own: the cell or event around it has. */
export const ShiftChip = memo(function ShiftChip({ face, shows, width, trailing }: ShiftChipProps) {
  const rotation = shows !== 'person';
  const person = shows !== 'rotation';
  const isLong = face.code.length > 3;
  const forCode = 12 + textWidth(face.code, isLong ? 10.5 : 11.5);
  // The filled or hollow mark says the role too: the letter goes first where room is short.
  const showsRole = forCode + 10 <= innerWidth(width);
  return (
    <span
      className="chip"
      data-gap={(face.person === null && face.looksOn !== true) || undefined}
      data-conflict={face.conflict === null ? undefined : face.accepted ? 'accepted' : 'open'}
      data-proposed={face.proposed || undefined}
    >
      {face.pinned ? <span className="chip-pin" /> : null}
      <span className="chip-line">
        {rotation ? (
          <>
            <span className="chip-mark" data-hue={face.hue % 8} data-filled={face.filled || undefined} />
            <span className="chip-code" data-long={isLong || undefined}>
              {face.code}
            </span>
            {showsRole ? <span className="chip-role">{face.role}</span> : null}
          </>
        ) : null}
        {person ? (
          <PersonLabel
            face={face}
            room={innerWidth(width) - (rotation ? forCode + 16 : 0)}
            whole={rotation}
          />
        ) : null}
        {trailing === undefined ? null : <span className="chip-trailing">{trailing}</span>}
      </span>
      {face.conflict === null ? null : (
        <span className="chip-conflict">
          {face.accepted ? (
            <Check size={12} aria-hidden="true" />
          ) : (
            <TriangleAlert size={12} aria-hidden="true" />
          )}
          <span>{face.conflict}</span>
        </span>
      )}
    </span>
  );
});
