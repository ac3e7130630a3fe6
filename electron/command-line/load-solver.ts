import loadHighs from 'highs';
import { type Solver, solverOver } from '../../shared/planner/solver.ts';

/** HiGHS, loaded from the file beside this program. */
export const loadSolver = async (): Promise<Solver> => solverOver(await loadHighs());
