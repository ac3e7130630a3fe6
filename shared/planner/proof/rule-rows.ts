import { OPEN, rowOf } from '../problem.ts';
import { columnsOf, type Draft, type Entries, type Openness } from './draft.ts';

/** H1: every slot is held, or open at a price. */
export function coverRows({ decision, builder, at, open, fills }: Draft, openness: Openness): void {
  const { problem, decided } = decision;
  const width = problem.people.length;
  const weighed: Entries = [];
  problem.slots.forEach((_, slot) => {
    if (decided[slot] !== 1) return;
    const entries: Entries = [];
    for (let person = 0; person < width; person++) {
      const column = at[slot * width + person] as number;
      if (column >= 0) entries.push([column, 1]);
    }
    if (openness !== 'none') {
      const weight = problem.gapWeight[slot] as number;
      const column = builder.column(openness === 'fewest' ? weight : 0, 0, 1, 'whole');
      open[slot] = column;
      entries.push([column, 1]);
      weighed.push([column, weight]);
      fills.push((x, people) => { x[column] = people[slot] === OPEN ? 1 : 0; });
    }
    builder.row(1, 1, entries);
  });
  if (typeof openness === 'object') builder.row(-Infinity, openness.atMost, weighed);
}

/** H3 and H5: cliques of turns held at one moment, and caps. Who holds a turn that stays has no column for those beside it. */
export function hardRows(draft: Draft): void {
  const { decision, builder } = draft;
  const { problem, kept } = decision;
  const { cliques } = problem;
  for (let row = 0; row + 1 < cliques.starts.length; row++) {
    const slots = rowOf(cliques, row);
    problem.people.forEach((_, person) => {
      const entries = columnsOf(draft, slots, person);
      if (entries.length > 1) builder.row(-Infinity, 1, entries);
    });
  }
  const held = new Int32Array(problem.people.length);
  for (const person of kept) if (person >= 0) held[person] = (held[person] ?? 0) + 1;
  problem.people.forEach((_, person) => {
    const cap = problem.cap[person] as number;
    if (cap < 0) return;
    const entries = columnsOf(draft, problem.slots.keys(), person);
    const free = cap - (held[person] as number);
    if (entries.length > free) builder.row(-Infinity, free, entries);
  });
}

/** At most so many held slots go to somebody else. */
export function changesRow({ decision, builder, at }: Draft): void {
  const { problem, present, decided, maxChanges } = decision;
  if (maxChanges === null) return;
  const width = problem.people.length;
  const entries: Entries = [];
  let holders = 0;
  problem.slots.forEach((_, slot) => {
    const holder = present[slot] as number;
    if (decided[slot] !== 1 || holder < 0) return;
    holders += 1;
    const column = at[slot * width + holder] as number;
    if (column >= 0) entries.push([column, 1]);
  });
  if (holders > maxChanges) builder.row(holders - maxChanges, Infinity, entries);
}
