import { dateOf, isoWeek, mondayOf } from '../../shared/calendar/days.ts';
import type { PersonId, ShiftId } from '../../shared/model/ids.ts';
import type { RuleName } from '../../shared/model/rules.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import type { Finding } from '../../shared/planner/finding.ts';
import type { Slot } from '../../shared/rotation/expand.ts';
import { isShadow } from '../../shared/rotation/shadow.ts';
import { nameAlone } from '../../shared/words/names.ts';
import { dateText } from '../../shared/words/date-text.ts';
import { memoise } from './memoise.ts';

/** What the chip of a slot shows; the shape that `ui/shift-chip.tsx` draws. */
export interface Face {
  readonly code: string;
  readonly role: string;
  readonly filled: boolean;
  readonly hue: number;
  readonly person: {
    readonly name: string;
    readonly position: number;
    readonly givenNameIsUnique: boolean;
  } | null;
  readonly pinned: boolean;
  readonly conflict: string | null;
  readonly accepted: boolean;
  readonly proposed: boolean;
  readonly looksOn: boolean;
}

/** One short word for each hard rule: it must stand on a chip of 64 px. The card says the whole sentence. */
const conflictWords: Readonly<Partial<Record<RuleName, string>>> = {
  'on-leave': 'Leave',
  'not-eligible': 'May not',
  'two-roles-two-people': '2 roles',
  'no-overlap': 'Overlap',
  'shift-cap': 'Cap',
};

const namesakes = memoise((people: Workspace['people']): ReadonlySet<PersonId> => {
  const byGiven = new Map<string, PersonId[]>();
  for (const { id, name } of Object.values(people)) {
    const given = name.trim().split(/\s+/)[0] ?? name;
    byGiven.set(given, [...(byGiven.get(given) ?? []), id]);
  }
  return new Set([...byGiven.values()].filter((ids) => ids.length > 1).flat());
});

/** True when no one else's name begins with the same word: then the given name alone will do. */
export const hasOwnGivenName = (people: Workspace['people'], person: PersonId): boolean =>
  !namesakes(people).has(person);

/** The worst hard finding of each shift, gaps left out. */
export const worstFindings = memoise((findings: readonly Finding[]): ReadonlyMap<ShiftId, Finding> => {
  const worst = new Map<ShiftId, Finding>();
  for (const finding of findings) {
    if (finding.severity !== 'hard' || finding.rule === 'gap') continue;
    const known = worst.get(finding.shift);
    if (known === undefined || (known.accepted && !finding.accepted)) worst.set(finding.shift, finding);
  }
  return worst;
});

/** `P`, `S`; who looks on gets a letter more, or a shadow would read as a secondary. */
const roleOf = (title: string, looksOn: boolean): string =>
  title.slice(0, 1).toUpperCase() + (looksOn ? title.slice(1, 2).toLowerCase() : '');

/** What to draw for a slot, from the workspace on screen and what was found there. */
export function faceOf(
  workspace: Workspace,
  slot: Slot,
  worst: ReadonlyMap<ShiftId, Finding>,
  proposed: boolean,
): Face {
  const rotation = workspace.rotations[slot.rotation];
  const layer = rotation?.layers.findIndex(({ name }) => name === slot.layer) ?? -1;
  const shift = workspace.shifts[slot.id];
  const person = shift === undefined ? undefined : workspace.people[shift.person];
  const finding = worst.get(slot.id);
  const looksOn = rotation !== undefined && isShadow(rotation, slot.layer);
  return {
    code: rotation?.code ?? '?',
    role: roleOf(rotation?.layers[layer]?.title ?? slot.layer, looksOn),
    filled: layer === 0,
    hue: rotation?.position ?? 0,
    person:
      person === undefined
        ? null
        : {
            name: nameAlone(workspace, person.id),
            position: person.position,
            givenNameIsUnique: hasOwnGivenName(workspace.people, person.id),
          },
    pinned: shift?.pinned ?? false,
    conflict: finding === undefined ? null : (conflictWords[finding.rule] ?? 'Conflict'),
    accepted: finding?.accepted ?? false,
    proposed,
    looksOn,
  };
}

/** What a screen reader hears of a chip: "PRO P, Profit, Primary, week 3, 18 January, Bram de Vries, conflict: leave". */
export function chipLabel(rotations: Workspace['rotations'], slot: Slot, face: Face): string {
  const rotation = rotations[slot.rotation];
  const layer = rotation?.layers.find(({ name }) => name === slot.layer);
  const monday = mondayOf(dateOf(slot.start));
  return [
    `${face.code} ${face.role}`,
    rotation?.name ?? 'unknown rotation',
    layer?.title ?? slot.layer,
    `week ${isoWeek(monday)}`,
    dateText(monday),
    face.person?.name ?? (face.looksOn ? 'nobody looks on' : 'gap, nobody assigned'),
    ...(face.conflict === null
      ? []
      : [`${face.accepted ? 'accepted conflict' : 'conflict'}: ${face.conflict.toLowerCase()}`]),
    ...(face.pinned ? ['pinned'] : []),
    ...(face.proposed ? ['proposed'] : []),
  ].join(', ');
}
