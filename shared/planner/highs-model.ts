/** The parts of the `highs` package (1.15.3) that the solver port needs; its own types stay outside. */

export interface HighsEvent {
  readonly data: {
    readonly mip_dual_bound?: number;
    readonly mip_node_count?: bigint;
    readonly mip_solution?: Float64Array;
  };
}

/** Called while `run` works, by number of the channel. */
type HighsCallbacks = Readonly<Record<number, (event: HighsEvent) => undefined>>;

export interface HighsModel {
  readonly options: { set(values: Readonly<Record<string, boolean | number | string>>): unknown };
  readonly info: { get(name: string): bigint | number };
  run(callbacks?: HighsCallbacks): unknown;
  getModelStatus(): number;
  getObjectiveValue(): number;
  getRunTime(): number;
  getSolution(): { readonly colValue?: Float64Array };
  setSolution(solution: { readonly colValue: Float64Array }): unknown;
  dispose(): void;
}

export interface HighsSource {
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
  readonly integrality?: Int32Array;
}

export interface HighsLike {
  createModel(source: HighsSource): HighsModel;
}

/** HiGHS's model statuses that we tell apart. */
export const modelStatus = { optimal: 7, infeasible: 8, unboundedOrInfeasible: 9, timeLimit: 13, solutionLimit: 16 } as const;

/** HiGHS's channels: every better plan; and a poll at which the bound can be read. */
export const channel = { betterSolution: 4, poll: 6 } as const;
