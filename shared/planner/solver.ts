/** A linear program: minimise cost · x with `lower ≤ x ≤ upper` and `rowLower ≤ rows ≤ rowUpper`, the rows in compressed form. */
export interface LinearProgram {
  readonly cost: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  /** Row r has the entries `starts[r] … starts[r + 1] - 1`. */
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

export type Solution =
  | { readonly status: 'optimal'; readonly x: Float64Array; readonly objective: number }
  | { readonly status: 'infeasible' }
  | { readonly status: 'failed'; readonly detail: string };

/** The port that a worker or the command line fills with HiGHS. */
export interface Solver {
  solve(program: LinearProgram): Promise<Solution>;
}

/** The part of the `highs` package that the port needs; its own types stay outside. */
interface HighsModel {
  readonly options: { set(values: Readonly<Record<string, boolean | number | string>>): unknown };
  run(): unknown;
  getModelStatus(): number;
  getObjectiveValue(): number;
  getSolution(): { readonly colValue?: Float64Array };
  dispose(): void;
}

interface HighsSource {
  readonly numCols: number;
  readonly numRows: number;
  readonly colCost: Float64Array;
  readonly colLower: Float64Array;
  readonly colUpper: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  readonly matrix: {
    readonly format: 'csr';
    readonly numRows: number;
    readonly numCols: number;
    readonly starts: Int32Array;
    readonly indices: Int32Array;
    readonly values: Float64Array;
  };
}

export interface HighsLike {
  createModel(source: HighsSource): HighsModel;
}

/** HiGHS's model statuses that we tell apart. */
const OPTIMAL = 7;
const INFEASIBLE = 8;
const UNBOUNDED_OR_INFEASIBLE = 9;

/** The port over a loaded `highs`. One thread, no clock: the same program gives the same solution. */
export function solverOver(highs: HighsLike): Solver {
  const run = (program: LinearProgram): Solution => {
    const { cost, lower, upper, rowLower, rowUpper, starts, columns, values } = program;
    const model = highs.createModel({
      numCols: cost.length,
      numRows: rowLower.length,
      colCost: cost,
      colLower: lower,
      colUpper: upper,
      rowLower,
      rowUpper,
      matrix: { format: 'csr', numRows: rowLower.length, numCols: cost.length, starts, indices: columns, values },
    });
    try {
      // These programs are small and have little to presolve: without it they are solved three to nine times as fast (measured).
      model.options.set({ output_flag: false, random_seed: 1, presolve: 'off' });
      model.run();
      const status = model.getModelStatus();
      if (status === INFEASIBLE || status === UNBOUNDED_OR_INFEASIBLE) return { status: 'infeasible' };
      const x = model.getSolution().colValue;
      if (status !== OPTIMAL || x === undefined) return { status: 'failed', detail: `HiGHS ended with status ${status}` };
      return { status: 'optimal', x, objective: model.getObjectiveValue() };
    } finally {
      model.dispose();
    }
  };
  return { solve: (program) => Promise.resolve().then(() => run(program)) };
}
