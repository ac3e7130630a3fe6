import { useMemo } from 'react';
import type { QuarterId } from '../../../shared/model/dates.ts';
import type { Scenario } from '../../../shared/model/scenario.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import type { Assessment } from '../../../shared/planner/attainable.ts';
import { compare, type Comparison, type PlanSide } from '../../../shared/scenarios/compare.ts';
import { useAssessmentBeside } from '../../state/assess-beside.ts';
import { memoise } from '../../state/memoise.ts';
import { isAsAccepted } from '../../state/plan-since.ts';
import { useScenarios, workspaceUnder, type SideId } from '../../state/scenario-store.ts';
import { useView } from '../../state/view-store.ts';
import { useWorkspace, useWorkspaceStore } from '../../state/workspace-store.ts';
import { PRESENT } from './branch-form.ts';

const compared = memoise(compare);

/** The named plans of a quarter, in the order they were made. */
export function scenariosOf(workspace: Workspace, quarter: QuarterId): readonly Scenario[] {
  return Object.values(workspace.scenarios)
    .filter((scenario) => scenario.quarter === quarter)
    .sort((one, other) =>
      one.createdOn < other.createdOn
        ? -1
        : one.createdOn > other.createdOn
          ? 1
          : one.name < other.name
            ? -1
            : 1,
    );
}

export interface Column {
  readonly id: SideId;
  readonly name: string;
  /** Null for the plan that stands. */
  readonly scenario: Scenario | null;
  readonly workspace: Workspace;
}

function columnOf(workspace: Workspace, quarter: QuarterId, id: SideId): Column {
  const present: Column = { id: 'present', name: PRESENT, scenario: null, workspace };
  if (id === 'present') return present;
  const scenario = workspace.scenarios[id];
  const laid = workspaceUnder(workspace, id);
  return scenario?.quarter !== quarter || laid === null
    ? present
    : { id, name: scenario.name, scenario, workspace: laid };
}

/** The two plans that are compared. With nothing chosen the newest named plan stands beside the present one. */
export function useColumns(): { readonly left: Column; readonly right: Column } {
  const workspace = useWorkspace();
  const quarter = useView((view) => view.quarter);
  const chosen = useScenarios();
  return useMemo(() => {
    const left = columnOf(workspace, quarter, chosen.left);
    const right = columnOf(workspace, quarter, chosen.right);
    const newest = scenariosOf(workspace, quarter).at(-1);
    return left.id === 'present' && right.id === 'present' && newest !== undefined
      ? { left, right: columnOf(workspace, quarter, newest.id) }
      : { left, right };
  }, [workspace, quarter, chosen.left, chosen.right]);
}

/** Both plans judged, each under its own facts; figures that need the solver follow when it has answered. */
export function useComparison({ left, right }: { readonly left: Column; readonly right: Column }): {
  readonly comparison: Comparison;
  readonly failed: string | null;
} {
  const quarter = useView((view) => view.quarter);
  const before = useAssessmentBeside(left.workspace, quarter);
  const after = useAssessmentBeside(right.workspace, quarter);
  const history = useWorkspaceStore((state) => state.history);
  const sides = useMemo(() => {
    const side = (column: Column, assessment: Assessment | null): PlanSide => ({
      workspace: column.workspace,
      assessment,
      plan: planOf(column, quarter),
      // A named plan is kept as it was planned; the one that stands can be changed by every edit.
      current: column.scenario !== null || isAsAccepted(history, quarter),
    });
    return { before: side(left, before.assessment), after: side(right, after.assessment) };
  }, [left, right, quarter, before.assessment, after.assessment, history]);
  return { comparison: compared(quarter, sides.before, sides.after), failed: before.failed ?? after.failed };
}

const planOf = ({ scenario, workspace }: Column, quarter: QuarterId) =>
  scenario === null ? (workspace.quarters[quarter]?.plan ?? null) : scenario.plan;
