import { programBuilder, type ProgramBuilder } from '../linear-program.ts';
import type { MixedProgram } from '../solver.ts';
import { adjacentDays, apartPairs, type Roster, triples, weekdaysOf, weekendsAfterWednesday, weekendsOf } from './roster.ts';
import { imbalanceOf } from './roster-cost.ts';

/** The program, and how to read who serves when from its solution. */
export interface RosterProgram {
  readonly program: MixedProgram;
  /** A roster as a value for every column, to start from. */
  readonly encode: (people: readonly number[]) => Float64Array;
  /** Who serves each day. */
  readonly decode: (x: Float64Array) => readonly number[];
}

/** Fills auxiliary columns with the least that a roster needs there. */
type Fill = (x: Float64Array, people: readonly number[]) => void;

/** The column that says that somebody serves a day; undefined where they cannot. */
type ColumnOf = (day: number, person: number) => number | undefined;

const everybody = ({ staff }: Roster): readonly number[] => Array.from({ length: staff }, (_, person) => person);

/** Columns of one person over some days; shorter than the days where they cannot serve some of them. */
const columnsOn = (columnOf: ColumnOf, days: readonly number[], person: number): readonly number[] =>
  days.flatMap((day) => columnOf(day, person) ?? []);

/** One column that is 1 where anybody serves both of two days. */
function pricePair(builder: ProgramBuilder, roster: Roster, columnOf: ColumnOf, price: number, days: readonly [number, number]): Fill | null {
  const pairs = everybody(roster).map((person) => columnsOn(columnOf, days, person)).filter(({ length }) => length === 2);
  if (price === 0 || pairs.length === 0) return null;
  const both = builder.column(price, 0, 1);
  for (const pair of pairs) builder.row(-Infinity, 1, [...pair.map((column): [number, number] => [column, 1]), [both, -1]]);
  return (x, people) => { x[both] = people[days[0]] === people[days[1]] ? 1 : 0; };
}

/**
 * The imbalance of one kind of days, at price 1: |w_s n_t − w_t n_s| ≤ 100 × imbalance. With equal shares only the largest and
 * the smallest count matter, and the mean bounds both: two columns in place of a row for each pair of people.
 */
function priceImbalance(builder: ProgramBuilder, roster: Roster, columnOf: ColumnOf, days: readonly number[]): Fill {
  const { staff, workLoad } = roster;
  const imbalance = builder.column(1, 0, days.length, 'whole');
  const counts = everybody(roster).map((person) => {
    const count = builder.column(0, 0, days.length);
    const served = columnsOn(columnOf, days, person).map((column): [number, number] => [column, -1]);
    builder.row(0, 0, [[count, 1], ...served]);
    return count;
  });
  const fillCounts: Fill = (x, people) => {
    counts.forEach((column, person) => { x[column] = days.filter((day) => people[day] === person).length; });
    x[imbalance] = imbalanceOf(roster, people, days);
  };
  const share = workLoad[0] ?? 100;
  if (workLoad.every((one) => one === share)) {
    const most = builder.column(0, Math.ceil(days.length / staff), days.length, 'whole');
    const least = builder.column(0, 0, Math.floor(days.length / staff), 'whole');
    for (const count of counts) {
      builder.row(-Infinity, 0, [[count, 1], [most, -1]]);
      builder.row(0, Infinity, [[count, 1], [least, -1]]);
    }
    builder.row(-Infinity, 0, [[most, share], [least, -share], [imbalance, -100]]);
    return (x, people) => {
      fillCounts(x, people);
      const served = counts.map((column) => x[column] ?? 0);
      x[most] = Math.max(...served);
      x[least] = Math.min(...served);
    };
  }
  counts.forEach((one, s) => {
    counts.forEach((other, t) => {
      if (s !== t) builder.row(-Infinity, 0, [[other, workLoad[s] ?? 0], [one, -(workLoad[t] ?? 0)], [imbalance, -100]]);
    });
  });
  return fillCounts;
}

/**
 * The roster as a mixed program: one column per day and person who may serve it, the objective as in the file's model. Every
 * optimal solution costs a whole number.
 */
export function rosterProgram(roster: Roster): RosterProgram {
  const builder = programBuilder();
  const columns = roster.candidates.map((people) => new Map(people.map((person) => [person, builder.column(0, 0, 1, 'whole')])));
  const columnOf: ColumnOf = (day, person) => columns[day]?.get(person);
  const atMost = (most: number, days: readonly number[]): void => {
    for (const person of everybody(roster)) {
      const own = columnsOn(columnOf, days, person);
      if (own.length > most) builder.row(-Infinity, most, own.map((column) => [column, 1]));
    }
  };
  for (const day of columns) builder.row(1, 1, [...day.values()].map((column) => [column, 1]));
  for (const pair of apartPairs(roster)) atMost(1, pair);
  for (const day of triples(roster)) {
    // Around a weekend two neighbours are apart already.
    if (![day, day + 1, day + 2].some((one) => roster.isWeekend[one])) atMost(2, [day, day + 1, day + 2]);
  }
  const fills = [
    ...adjacentDays(roster).map((day) => pricePair(builder, roster, columnOf, roster.adjacentPrice, [day, day + 1])),
    ...weekendsAfterWednesday(roster).map((day) => pricePair(builder, roster, columnOf, roster.wednesdayPrice, [day, day - 2])),
    priceImbalance(builder, roster, columnOf, weekdaysOf(roster)),
    priceImbalance(builder, roster, columnOf, weekendsOf(roster)),
  ];
  const program = builder.build();
  return {
    program,
    encode: (people) => {
      const x = new Float64Array(program.cost.length);
      people.forEach((person, day) => {
        const column = columnOf(day, person);
        if (column !== undefined) x[column] = 1;
      });
      for (const fill of fills) fill?.(x, people);
      return x;
    },
    decode: (x) => columns.map((day) => [...day].find(([, column]) => (x[column] ?? 0) > 0.5)?.[0] ?? -1),
  };
}
