import { GitCompareArrows, GitFork, Tag } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Scenario } from '../../../shared/model/scenario.ts';
import { changeableRotations } from '../../../shared/scenarios/branch.ts';
import { quarterText } from '../../../shared/words/date-text.ts';
import { counted } from '../../../shared/words/number-text.ts';
import { verdictsLine } from '../../../shared/words/scenario-text.ts';
import { hasTurns } from '../../state/has-turns.ts';
import { today } from '../../state/clock.ts';
import { takeBranchPolicy, useScenarios } from '../../state/scenario-store.ts';
import { openDialog, useView } from '../../state/view-store.ts';
import { useWorkspace, useWorkspaceStore } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ScrollPane } from '../../ui/scroll-pane.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { BranchDialog } from './branch-dialog.tsx';
import { allInCadence, emptyBranch, type BranchForm } from './branch-form.ts';
import { BranchRun } from './branch-run.tsx';
import { NameDialog } from './name-dialog.tsx';
import { PeopleTable } from './people-table.tsx';
import { SideHeads } from './side-head.tsx';
import { TeamTable } from './team-table.tsx';
import { scenariosOf, useColumns, useComparison, type Column } from './use-sides.ts';
import { useDifferingWeeks, WeeksTable } from './weeks-table.tsx';

/** True where neither side has other facts: with every week held alike, the two are one plan. */
const isSamePlan = (left: Column, right: Column): boolean =>
  [left, right].every(
    ({ scenario }) =>
      scenario === null ||
      (scenario.facts.policy === null &&
        scenario.facts.people.length === 0 &&
        scenario.facts.rotations.length === 0),
  );

function Compared({ onRename }: { readonly onRename: (scenario: Scenario) => void }) {
  const columns = useColumns();
  const { left, right } = columns;
  const { comparison, failed } = useComparison(columns);
  const weeks = useDifferingWeeks(left, right);
  const tabs = [
    {
      id: 'people',
      title: `People: ${verdictsLine(comparison.people)}`,
      content: () => <PeopleTable comparison={comparison} left={left} right={right} />,
    },
    {
      id: 'weeks',
      title: counted(weeks.length, 'week differs', 'weeks differ'),
      content: () => <WeeksTable weeks={weeks} left={left} right={right} />,
    },
  ];
  return (
    <>
      <SideHeads left={left} right={right} onRename={onRename} />
      {failed === null ? null : <p className="text-error">The scores could not be worked out: {failed}</p>}
      {weeks.length > 0 || !isSamePlan(left, right) ? null : (
        <p className="text-muted">
          Both are the same plan now, so nothing differs. Branch it, or change the present plan, to compare.
        </p>
      )}
      <TeamTable comparison={comparison} left={left.name} right={right.name} />
      <Tabs label="Compare by" tabs={tabs} />
    </>
  );
}

interface CadenceProps {
  readonly kind: 'primary' | 'plain';
  readonly disabledReason: string | undefined;
  readonly onBranch: (form: BranchForm) => void;
}

/** The branch that is asked for most: every rotation in the other cadence. */
function TryCadence({ kind, disabledReason, onBranch }: CadenceProps) {
  const workspace = useWorkspace();
  const quarter = useView((view) => view.quarter);
  const rotations = changeableRotations(workspace, quarter, today(workspace.about.zone));
  const weekly = rotations.length > 0 && rotations.every(({ cadenceWeeks }) => cadenceWeeks === 1);
  return (
    <Button
      kind={kind}
      disabledReason={disabledReason}
      onPress={() => onBranch(allInCadence(rotations, weekly ? 2 : 1))}
    >
      {weekly ? 'Try bi-weekly…' : 'Try weekly…'}
    </Button>
  );
}

interface EmptyProps {
  readonly disabledReason: string | undefined;
  readonly onBranch: (form: BranchForm) => void;
  readonly onName: () => void;
}

function Nothing({ disabledReason: readOnly, onBranch, onName }: EmptyProps) {
  const quarter = useView((view) => view.quarter);
  const turns = hasTurns();
  const disabledReason = readOnly ?? (turns === true ? undefined : turns);
  return (
    <EmptyState
      icon={<GitCompareArrows size={28} aria-hidden />}
      title={`Nothing to compare ${quarterText(quarter)} with yet`}
      action={
        <div className="flex flex-wrap justify-center gap-2">
          <TryCadence kind="primary" disabledReason={disabledReason} onBranch={onBranch} />
          <Button disabledReason={disabledReason} onPress={() => onBranch(emptyBranch)}>
            Branch…
          </Button>
          <Button disabledReason={disabledReason} onPress={onName}>
            Name the present plan…
          </Button>
        </div>
      }
    >
      A branch is this quarter under other facts: another cadence, with or without somebody, another policy.
      It is planned beside the plan that stands, compared with it person by person, and taken over in one step
      if it is better.
    </EmptyState>
  );
}

/** Named plans of the quarter beside the one that stands: made, compared, adopted. */
export function Scenarios() {
  const workspace = useWorkspace();
  const { quarter, dialog } = useView();
  const readOnly = useWorkspaceStore((state) => state.readOnlyBecause);
  const running = useScenarios((state) => state.run !== null);
  const [branching, setBranching] = useState<BranchForm | null>(null);
  const [renaming, setRenaming] = useState<Scenario | null>(null);
  const naming = dialog === 'name-plan';
  // The command menu and the Policy screen ask for the form from outside.
  useEffect(() => {
    if (dialog !== 'branch') return;
    setBranching({ ...emptyBranch, policy: takeBranchPolicy() });
    openDialog(null);
  }, [dialog]);
  const disabledReason = readOnly === null ? undefined : `Read only: ${readOnly}`;
  const busy = disabledReason ?? (running ? 'A branch is being planned' : undefined);
  const none = scenariosOf(workspace, quarter).length === 0;
  return (
    <ScrollPane label="Compare plans">
      <div className="mx-auto flex w-full max-w-270 flex-col gap-5 px-8 py-6">
        <header className="flex items-center gap-2">
          <h2 className="min-w-0 flex-1 text-title font-semibold">Compare plans of {quarterText(quarter)}</h2>
          {none ? null : (
            <>
              <Button
                icon={<Tag size={14} aria-hidden />}
                disabledReason={disabledReason}
                onPress={() => openDialog('name-plan')}
              >
                Name the present plan…
              </Button>
              <TryCadence kind="plain" disabledReason={busy} onBranch={setBranching} />
              <Button
                icon={<GitFork size={14} aria-hidden />}
                disabledReason={busy}
                onPress={() => setBranching(emptyBranch)}
              >
                Branch…
              </Button>
            </>
          )}
        </header>
        <BranchRun />
        {none ? (
          <Nothing disabledReason={busy} onBranch={setBranching} onName={() => openDialog('name-plan')} />
        ) : (
          <Compared onRename={setRenaming} />
        )}
      </div>
      <BranchDialog begin={branching} onClose={() => setBranching(null)} />
      <NameDialog
        isOpen={naming || renaming !== null}
        scenario={naming ? null : renaming}
        onClose={() => {
          setRenaming(null);
          if (naming) openDialog(null);
        }}
      />
    </ScrollPane>
  );
}
