import { programBuilder } from '../linear-program.ts';
import type { MixedProgram } from '../solver.ts';
import type { Decision } from './decision.ts';
import { type Draft, draftOf, type Openness } from './draft.ts';
import { restRows } from './rest-rows.ts';
import { changesRow, coverRows, hardRows } from './rule-rows.ts';
import { squareRows } from './square-rows.ts';

/** The exact form of a decision: which plan costs least, in whole numbers (planning.md, section 5). */
export interface ProofProgram {
  readonly program: MixedProgram;
  /** Cost units that no column holds. */
  readonly offset: number;
  /** A plan as a value for every column, the auxiliaries at their cheapest; null where a slot is held by nobody that may. */
  encode(people: Int16Array): Float64Array | null;
  decode(x: Float64Array): Int16Array;
}

/**
 * Builds the program. Its relaxation reaches the attainable shares, and every whole-number solution is a legal plan whose
 * price is the cost C of the scorer, or less where a load lies far from every share and is not in `exactLoads`.
 *
 * @param exactLoads by person: loads far from the share whose price must be exact all the same
 */
export function proofProgram(decision: Decision, openness: Openness, exactLoads: readonly ReadonlySet<number>[]): ProofProgram {
  const builder = programBuilder();
  const draft = draftOf(decision, openness, builder);
  coverRows(draft, openness);
  hardRows(draft);
  changesRow(draft);
  let offset = 0;
  if (openness !== 'fewest') {
    restRows(draft);
    const { total, load, holidays } = decision.keptCost;
    offset = squareRows(draft, exactLoads) + total - load - holidays;
  }
  return { program: builder.build(), offset, ...coding(draft) };
}

function coding({ decision, at, slots, persons, open, fills, builder }: Draft): Pick<ProofProgram, 'encode' | 'decode'> {
  const { kept, decided, problem } = decision;
  return {
    encode: (people) => {
      const x = new Float64Array(builder.width());
      for (const [slot, person] of people.entries()) {
        if (decided[slot] !== 1) continue;
        const column = person >= 0 ? (at[slot * problem.people.length + person] as number) : (open[slot] as number);
        if (column < 0) return null;
        x[column] = 1;
      }
      for (const fill of fills) fill(x, people);
      return x;
    },
    decode: (x) => {
      const people = Int16Array.from(kept);
      slots.forEach((slot, column) => { if ((x[column] as number) > 0.5) people[slot] = persons[column] as number; });
      return people;
    },
  };
}
