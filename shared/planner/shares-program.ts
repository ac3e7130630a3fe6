import { breakpoints, programBuilder, type ProgramBuilder } from './linear-program.ts';
import { type Problem, type Rows, rowOf } from './problem.ts';
import type { LinearProgram } from './solver.ts';

/** How the program may bend where the rules cannot all hold. */
export interface Softness {
  /** Price of a rest breach; null makes rest a hard row. */
  readonly rest: number | null;
  /** Price of an open slot per gap weight; null makes coverage hard. */
  readonly open: number | null;
}

/** The variables of the program: which of them say that a person takes a slot. */
export interface SharesProgram {
  readonly program: LinearProgram;
  readonly slot: Int32Array;
  readonly person: Int32Array;
}

type Entries = [number, number][];

/**
 * A stand-in may count for the attainable share only where the regular people are too few: else the shares would ask the
 * owners to take turns in every watch, and the pair would be a rule no more.
 */
function legalForShares(problem: Problem, slot: number): readonly number[] {
  const width = problem.people.length;
  const all = [...rowOf(problem.candidates, slot)];
  const regular = all.filter((person) => problem.legal[slot * width + person] === 1);
  const together = [slot, ...rowOf(problem.clashes, slot)].filter((other) => problem.slots[other]?.rotation === problem.slots[slot]?.rotation);
  const pairs = new Set(together.flatMap((other) => [...rowOf(problem.candidates, other)].filter((person) => problem.legal[other * width + person] === 1)));
  const enough = regular.length > 0 && pairs.size >= new Set(together.map((other) => problem.slots[other]?.layer)).size;
  return enough ? regular : all;
}

/** For each person, the rows that let at most one of some slots be theirs; `free` says how many are free. */
function atMostOne(builder: ProgramBuilder, problem: Problem, at: Int32Array, rows: Rows, limit: (row: number, person: number) => number, soft: number | null): void {
  const width = problem.people.length;
  for (let row = 0; row + 1 < rows.starts.length; row++) {
    const slots = rowOf(rows, row);
    for (let person = 0; person < width; person++) {
      const entries: Entries = [];
      for (const slot of slots) {
        const column = at[slot * width + person] as number;
        if (column >= 0) entries.push([column, 1]);
      }
      const most = limit(row, person);
      if (entries.length <= most) continue;
      if (soft !== null) entries.push([builder.column(soft, 0, Infinity), -1]);
      builder.row(-Infinity, most, entries);
    }
  }
}

function byWindow(problem: Problem): Rows {
  const lists: number[][] = Array.from({ length: problem.windowCount }, () => []);
  problem.slots.forEach((_, slot) => { for (const window of rowOf(problem.windows, slot)) lists[window]?.push(slot); });
  const starts = new Int32Array(lists.length + 1);
  lists.forEach((list, row) => (starts[row + 1] = (starts[row] as number) + list.length));
  return { starts, items: Int32Array.from(lists.flat()) };
}

/**
 * The linear program whose best solution gives the attainable shares (planning.md, section 3): the squares of what people hold
 * against their targets, followed by secants, under H1 to H3, H5 and rest, and without wishes, pins and stability.
 *
 * Nor are worked weeks held fast: what was worked unevenly is a difference that is made up or carried, and no fate. With them
 * fixed, the share of a finished quarter would be whatever was worked, and nothing would ever be carried.
 *
 * @param targets t of everybody, in q
 */
export function sharesProgram(problem: Problem, targets: readonly number[], softness: Softness): SharesProgram {
  const builder = programBuilder();
  const width = problem.people.length;
  const at = new Int32Array(problem.slots.length * width).fill(-1);
  const slotOf: number[] = [];
  const personOf: number[] = [];
  problem.slots.forEach((_, slot) => {
    for (const person of legalForShares(problem, slot)) {
      at[slot * width + person] = builder.column(0, 0, 1);
      slotOf.push(slot);
      personOf.push(person);
    }
  });
  // Behind the columns of people, whose numbers are the places in `slot` and `person`, come all others.
  problem.slots.forEach((_, slot) => {
    const entries: Entries = [...rowOf(problem.candidates, slot)].flatMap((person): Entries => {
      const column = at[slot * width + person] as number;
      return column >= 0 ? [[column, 1]] : [];
    });
    if (entries.length === 0) return;
    if (softness.open !== null) entries.push([builder.column(softness.open * (problem.gapWeight[slot] as number), 0, 1), 1]);
    builder.row(1, 1, entries);
  });
  atMostOne(builder, problem, at, problem.cliques, () => 1, null);
  const free = (window: number, person: number) => Math.max(0, 1 - (problem.leadIn[window * width + person] as number));
  atMostOne(builder, problem, at, byWindow(problem), free, softness.rest);
  problem.people.forEach((_, person) => {
    const own = problem.slots.flatMap((__, slot): Entries => {
      const column = at[slot * width + person] as number;
      return column >= 0 ? [[column, problem.load[slot] as number]] : [];
    });
    const cap = problem.cap[person] as number;
    if (cap >= 0 && own.length > cap) builder.row(-Infinity, cap, own.map(([column]) => [column, 1]));
    const target = targets[person] as number;
    const points = breakpoints(target, own.reduce((sum, [, load]) => sum + load, 0));
    const entries: Entries = [...own];
    for (let piece = 1; piece < points.length; piece++) {
      const [from, to] = [points[piece - 1] as number, points[piece] as number];
      entries.push([builder.column(from + to - 2 * target, 0, to - from), -1]);
    }
    if (own.length > 0) builder.row(0, 0, entries);
  });
  return { program: builder.build(), slot: Int32Array.from(slotOf), person: Int32Array.from(personOf) };
}
