import { Check, Pin, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { Avatar } from './avatar.tsx';
import { fitName } from './fit-name.ts';
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
  readonly person: { readonly name: string; readonly position: number; readonly givenNameIsUnique: boolean } | null;
  readonly pinned: boolean;
  /** A word for the hard rule it breaks: "on leave". */
  readonly conflict: string | null;
  /** The lead has overruled that conflict: it stays marked, but no longer alarms. */
  readonly accepted: boolean;
  /** Part of a proposal that nobody has accepted yet. */
  readonly proposed: boolean;
}

interface ShiftChipProps {
  readonly face: ChipFace;
  /** What the row already says is left out. */
  readonly shows: 'rotation' | 'person' | 'both';
  /** Room in px; names are fitted to it. */
  readonly width: number;
}

function PersonLabel({ face, width }: { readonly face: ChipFace; readonly width: number }) {
  if (face.person === null) return <span className="chip-gap-word">Gap</span>;
  const name = fitName(face.person.name, face.person.givenNameIsUnique, width, 12);
  return (
    <>
      <Avatar name={face.person.name} position={face.person.position} size={20} />
      {name === null ? null : <span className="chip-name">{name}</span>}
    </>
  );
}

/** The visible body of a shift. It has no role and no focus of its own: the cell or event around it has. */
export const ShiftChip = memo(function ShiftChip({ face, shows, width }: ShiftChipProps) {
  const trailing = face.pinned ? 13 : 0;
  const rotation = shows !== 'person';
  const person = shows !== 'rotation';
  return (
    <span
      className="chip"
      data-gap={face.person === null || undefined}
      data-conflict={face.conflict === null ? undefined : face.accepted ? 'accepted' : 'open'}
      data-proposed={face.proposed || undefined}
    >
      <span className="chip-line">
        {rotation ? (
          <>
            <span className="chip-mark" data-hue={face.hue % 8} data-filled={face.filled || undefined} />
            <span className="chip-code">{face.code}</span>
            <span className="chip-role">{face.role}</span>
          </>
        ) : null}
        {person ? <PersonLabel face={face} width={width - 14 - 24 - trailing - (rotation ? 56 : 0)} /> : null}
        {face.pinned ? <Pin className="chip-pin" size={11} aria-hidden="true" /> : null}
      </span>
      {face.conflict === null ? null : (
        <span className="chip-conflict">
          {face.accepted ? <Check size={12} aria-hidden="true" /> : <TriangleAlert size={12} aria-hidden="true" />}
          <span>{face.conflict}</span>
        </span>
      )}
    </span>
  );
});
