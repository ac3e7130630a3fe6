import { addDays, atTime, wallMinutes } from '../../shared/calendar/days.ts';
import type { LocalDate, LocalTime, QuarterId } from '../../shared/model/dates.ts';
import type { LayerName, PersonId, RotationId, ShiftId } from '../../shared/model/ids.ts';
import { compile } from '../../shared/planner/compile.ts';
import type { Aim } from '../../shared/planner/aim.ts';
import { aimOf } from '../../shared/planner/aim.ts';
import type { Problem } from '../../shared/planner/problem.ts';
import type { Chance, ProblemForm, SlotForm } from '../../shared/planner/problem-form.ts';
import { random } from '../../shared/planner/random.ts';
import type { CarryOn } from '../../shared/fairness/carry.ts';

/** The terms of a synthetic team (planning.md, section 8). `salt` other than 0 draws another quarter of the same kind. */
export interface InstanceTerms {
  readonly people: number;
  readonly weeks: number;
  readonly pipelines: number;
  readonly restWeeks: number;
  readonly seed: number;
  readonly pto: number;
  readonly eligible: number;
  readonly juniors: number;
  readonly holidayWeeks: readonly number[];
  /** Wishes, carry, past holidays and tasks are drawn; false leaves all of them out. */
  readonly history: boolean;
}

const quarter = [3, 8, 12];
const terms = (
  people: number,
  weeks: number,
  pipelines: number,
  restWeeks: number,
  seed: number,
  pto: number,
  eligible: number,
  juniors: number,
  holidayWeeks: readonly number[],
): InstanceTerms => ({
  people,
  weeks,
  pipelines,
  restWeeks,
  seed,
  pto,
  eligible,
  juniors,
  holidayWeeks,
  history: true,
});

export interface NamedInstance {
  readonly terms: InstanceTerms;
  /** C of the best plan for these shares, in cost units; null where nobody has proven it. */
  readonly optimum: number | null;
  /** A of everybody in q, as the paper gives it; null asks the linear program. */
  readonly attainable: readonly number[] | null;
}

/** The instances of planning.md section 8 by name. */
export const instances = {
  a: {
    terms: { ...terms(4, 13, 1, 1, 1, 0, 1, 0, []), history: false },
    optimum: 1005,
    attainable: [175, 176, 175, 176],
  },
  b: {
    terms: terms(8, 13, 1, 2, 2, 2, 1, 1, quarter),
    optimum: 5405,
    attainable: [84, 121, 82, 68, 90, 99, 128, 66],
  },
  c: {
    terms: terms(12, 13, 3, 1, 3, 1, 0.65, 1, quarter),
    optimum: 26485,
    attainable: [201, 208, 171, 267, 240, 225, 225, 224, 212, 202, 218, 190],
  },
  d: {
    terms: terms(30, 26, 3, 2, 4, 3, 0.55, 4, [2, 8, 12, 17, 21, 25]),
    optimum: 27375,
    attainable: [
      166, 172, 150, 159, 192, 180, 203, 164, 201, 161, 163, 174, 201, 164, 184, 118, 162, 194, 168, 180, 140,
      178, 179, 198, 207, 202, 139, 172, 151, 143,
    ],
  },
  e: {
    terms: terms(60, 52, 4, 3, 5, 6, 0.5, 8, [0, 6, 13, 17, 21, 27, 35, 41, 47, 51]),
    optimum: 81760,
    attainable: [
      228, 207, 206, 231, 214, 230, 228, 222, 258, 191, 205, 211, 197, 238, 207, 219, 230, 207, 234, 235, 205,
      217, 222, 219, 249, 224, 240, 229, 246, 238, 222, 254, 168, 225, 225, 255, 257, 161, 198, 226, 251, 216,
      248, 230, 189, 186, 192, 177, 251, 240, 158, 208, 219, 225, 208, 214, 227, 194, 201, 264,
    ],
  },
  f: {
    terms: terms(30, 13, 3, 2, 6, 2, 0.55, 4, quarter),
    optimum: 22560,
    attainable: [
      84, 73, 69, 85, 65, 75, 108, 59, 91, 88, 99, 65, 57, 75, 122, 103, 105, 93, 102, 103, 103, 109, 98, 74,
      97, 80, 78, 73, 93, 57,
    ],
  },
  g: {
    terms: terms(60, 13, 4, 3, 8, 2, 0.5, 8, quarter),
    optimum: 24845,
    attainable: [
      81, 72, 26, 71, 59, 45, 62, 55, 42, 52, 57, 65, 63, 50, 89, 27, 53, 43, 72, 27, 53, 82, 50, 77, 39, 33,
      11, 85, 82, 38, 78, 33, 88, 39, 47, 33, 71, 75, 81, 26, 78, 69, 54, 59, 90, 25, 35, 38, 62, 20, 48, 56,
      51, 59, 44, 55, 67, 62, 36, 81,
    ],
  },
  h: { terms: terms(60, 13, 8, 1, 11, 2, 0.3, 8, quarter), optimum: null, attainable: null },
} as const satisfies Record<string, NamedInstance>;

/** The salt of a further instance of a kind; k from 1 to 8. */
export const saltOf = (k: number): number => (k === 0 ? 0 : 1000 * k + 17);

interface Drawn {
  readonly eligible: readonly (readonly boolean[])[];
  readonly away: readonly ReadonlySet<number>[];
  readonly wish: readonly (readonly number[])[];
  readonly fullTime: readonly number[];
  readonly carry: readonly number[];
  readonly pastHolidays: readonly number[];
  readonly task: readonly number[];
}

/** Draws a team. The order of the draws is the specification: changing it changes every instance. */
function draw(
  { people: n, weeks: w, pipelines: p, seed, pto, eligible: share, history }: InstanceTerms,
  salt: number,
): Drawn {
  const r = random(seed * 7919 + salt);
  const any = (below: number) => Math.floor(r() * below);
  const people = Array.from({ length: n });
  const eligible = people.map(() => {
    const row = Array.from({ length: p }, () => r() < share);
    if (!row.includes(true)) row[any(p)] = true;
    return row;
  });
  for (let line = 0; line < p; line++) {
    while (eligible.filter((row) => row[line]).length < Math.min(n, 4))
      (eligible[any(n)] as boolean[])[line] = true;
  }
  const away = people.map(() => {
    const set = new Set<number>();
    for (let left = pto; left > 0;) {
      const length = Math.min(left, 1 + any(2));
      const from = any(w - length + 1);
      for (let k = 0; k < length; k++) set.add(from + k);
      left -= length;
    }
    return set;
  });
  const wish = people.map(() =>
    Array.from({ length: w }, () => {
      if (!history) return 0;
      const u = r();
      return u < 0.1 ? 160 : u < 0.15 ? -80 : 0;
    }),
  );
  const fullTime = people.map(() => (history && r() < 0.15 ? 80 : 100));
  const carry = people.map(() => (history ? Math.round((r() * 2 - 1) * 28) : 0));
  const pastHolidays = people.map(() => (history ? any(3) : 0));
  const task = people.map(() => (history ? Math.round(r() * 24) : 0));
  return { eligible, away, wish, fullTime, carry, pastHolidays, task };
}

const firstMonday = '2027-01-04' as LocalDate;
const nine = '09:00' as LocalTime;
const layers = ['primary', 'secondary'] as const;

function slotForm(
  { pipelines, restWeeks, holidayWeeks }: InstanceTerms,
  week: number,
  line: number,
  layer: number,
): SlotForm {
  const date = addDays(firstMonday, 7 * week);
  const start = atTime(date, nine);
  const end = atTime(addDays(date, 7), nine);
  const rotation = `rotation-${line}` as RotationId;
  const name = layers[layer] as LayerName;
  const heavy = pipelines >= 3 && line % 3 === 2 ? 1.5 : 1;
  return {
    slot: { id: `${rotation}/${name}/${date}` as ShiftId, rotation, layer: name, start, end },
    spans: [{ start: wallMinutes(start), end: wallMinutes(end) }],
    from: wallMinutes(start),
    until: wallMinutes(end),
    lane: 'exclusive',
    restWeeks,
    load: (4 * (holidayWeeks.includes(week) ? 11 : 9) * heavy) / (layer + 1),
    gapWeight: layer === 0 ? 3 : 2,
    regular: true,
    cover: false,
  };
}

/** An instance as the planner takes it, with what its people carry. */
export interface Instance {
  readonly problem: Problem;
  readonly carry: readonly CarryOn[];
}

/**
 * Makes an instance in benchmark form: dead-band 9 q, every holiday past counted in full, no lead-in and so no rest windows in
 * the first weeks.
 *
 * @param team salt that who may take what and their share of full time are drawn by: the same one keeps the team from quarter to quarter
 */
export function makeInstance(terms: InstanceTerms, salt = 0, team = salt): Instance {
  const { eligible, fullTime } = draw(terms, team);
  const drawn = { ...draw(terms, salt), eligible, fullTime };
  const slots: SlotForm[] = [];
  const at: { week: number; line: number; layer: number }[] = [];
  for (let week = 0; week < terms.weeks; week++) {
    for (let line = 0; line < terms.pipelines; line++) {
      for (let layer = 0; layer < 2; layer++) {
        slots.push(slotForm(terms, week, line, layer));
        at.push({ week, line, layer });
      }
    }
  }
  const chances: Chance[] = at.flatMap(({ week, line, layer }, slot) =>
    drawn.eligible.flatMap((row, person): readonly Chance[] =>
      row[line] === true && !drawn.away[person]?.has(week) && !(person < terms.juniors && layer === 0)
        ? [{ slot, person, standIn: false, wish: drawn.wish[person]?.[week] ?? 0, standInPrice: 0 }]
        : [],
    ),
  );
  const form: ProblemForm = {
    quarter: '2027-Q1' as QuarterId,
    people: drawn.fullTime.map((fullTime, person) => ({
      id: `person-${String(person).padStart(3, '0')}` as PersonId,
      fullTime,
      presence: fullTime * (terms.weeks - (drawn.away[person]?.size ?? 0)),
      tasks: drawn.task[person] ?? 0,
      cap: null,
    })),
    slots,
    chances,
    holidays: (slot) => (terms.holidayWeeks.includes(at[slot]?.week ?? -1) ? 4 : 0),
    leadIn: [],
    windowsFromWeek: terms.restWeeks,
    band: 9,
    weights: { restBreach: 2000, loadBeyondBand: 5, holidayBalance: 15, changedSlot: 40 },
  };
  const carry = drawn.carry.map((load, person) => ({
    load,
    holidays: 4 * (drawn.pastHolidays[person] ?? 0),
    forgiven: 0,
  }));
  return { problem: compile(form), carry };
}

/** The aim of an instance in benchmark form: z counts past holidays whole, against no share. */
export function aimOfInstance({ problem, carry }: Instance, attainable: readonly number[] | null): Aim {
  const aim = aimOf(problem, carry, attainable);
  return { ...aim, holidayBase: Int32Array.from(carry, ({ holidays }) => holidays) };
}
