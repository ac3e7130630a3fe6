import { ArrowLeftRight, Ellipsis } from 'lucide-react';
import { useMemo } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { edit } from '../../../shared/editing/edit.ts';
import type { Scenario } from '../../../shared/model/scenario.ts';
import { dayWithYearText, quarterText } from '../../../shared/words/date-text.ts';
import { adoptRefusalText, factLines } from '../../../shared/words/scenario-text.ts';
import { today } from '../../state/clock.ts';
import {
  adoptScenario,
  planAgain,
  removeScenario,
  showSide,
  swapSides,
  useScenarios,
  type SideId,
} from '../../state/scenario-store.ts';
import { useView } from '../../state/view-store.ts';
import { useWorkspace, useWorkspaceStore } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Select } from '../../ui/select.tsx';
import { PRESENT } from './branch-form.ts';
import { scenariosOf, type Column } from './use-sides.ts';

/** Why a scenario cannot be adopted now; undefined where it can. Asked of the same rules that adopting asks. */
function useRefusal({ scenario, workspace: laid }: Column): string | undefined {
  const workspace = useWorkspace();
  const readOnly = useWorkspaceStore((state) => state.readOnlyBecause);
  // To try an edit of a large team takes longer than a frame: only when one of the two has changed.
  const refusal = useMemo(() => {
    if (scenario === null) return 'This is the plan that stands.';
    const tried = edit(workspace, {
      kind: 'adopt-scenario',
      scenario: scenario.id,
      today: today(workspace.about.zone),
    });
    return tried.ok ? undefined : adoptRefusalText(tried.reason, workspace, laid);
  }, [workspace, scenario, laid]);
  return readOnly === null ? refusal : `Read only: ${readOnly}`;
}

function Facts({ column }: { readonly column: Column }) {
  const workspace = useWorkspace();
  const quarter = useView((view) => view.quarter);
  if (column.scenario === null) return <p className="text-muted">As it stands on the Board.</p>;
  const { facts, createdOn, note } = column.scenario;
  const lines = factLines(workspace, quarter, facts);
  return (
    <>
      {lines.length === 0 ? (
        <p className="text-muted">Under the facts of today.</p>
      ) : (
        <ul className="list-inside list-disc marker:text-border">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {note === '' ? null : <p>{note}</p>}
      <p className="text-label text-muted">Kept on {dayWithYearText(createdOn)}</p>
    </>
  );
}

interface MenuProps {
  readonly scenario: Scenario;
  readonly onRename: (scenario: Scenario) => void;
}

function ScenarioMenu({ scenario, onRename }: MenuProps) {
  const readOnly = useWorkspaceStore((state) => state.readOnlyBecause);
  const running = useScenarios((state) => state.run !== null);
  const disabledReason = readOnly === null ? undefined : `Read only: ${readOnly}`;
  const entries = [
    {
      id: 'again',
      title: 'Plan it again, from today',
      disabledReason: disabledReason ?? (running ? 'A branch is being planned' : undefined),
      run: () => planAgain(scenario),
    },
    { id: 'rename', title: 'Rename…', disabledReason, run: () => onRename(scenario) },
    { id: 'remove', title: 'Remove', disabledReason, run: () => removeScenario(scenario) },
  ];
  const trigger = (
    <AriaButton
      aria-label={`More for ${scenario.name}`}
      className="inline-flex size-8 items-center justify-center rounded-md data-hovered:bg-hover data-pressed:bg-pressed"
    >
      <Ellipsis size={16} aria-hidden />
    </AriaButton>
  );
  return (
    <Menu
      label={scenario.name}
      trigger={trigger}
      groups={[{ id: 'scenario', entries }]}
      placement="bottom end"
    />
  );
}

interface SideProps {
  readonly side: 'left' | 'right';
  readonly column: Column;
  readonly onRename: (scenario: Scenario) => void;
}

function Side({ side, column, onRename }: SideProps) {
  const workspace = useWorkspace();
  const quarter = useView((view) => view.quarter);
  const refusal = useRefusal(column);
  const options: readonly { readonly id: SideId; readonly title: string }[] = [
    { id: 'present', title: PRESENT },
    ...scenariosOf(workspace, quarter).map(({ id, name }) => ({ id, title: name })),
  ];
  const { scenario } = column;
  return (
    <section aria-label={column.name} className="flex min-w-0 flex-1 flex-col gap-2">
      <div className="flex items-end gap-1.5">
        <div className="min-w-0 flex-1">
          <Select
            label={side === 'left' ? 'Compare' : 'with'}
            options={options}
            value={column.id}
            onChange={(id) => showSide(side, id)}
          />
        </div>
        {scenario === null ? null : (
          <Button
            kind={side === 'right' ? 'primary' : 'plain'}
            disabledReason={refusal}
            hint={`Makes it the plan of ${quarterText(quarter)}, as one step`}
            onPress={() => adoptScenario(scenario)}
          >
            Use this plan
          </Button>
        )}
        {scenario === null ? null : <ScenarioMenu scenario={scenario} onRename={onRename} />}
      </div>
      <Facts column={column} />
      {scenario === null || refusal === undefined ? null : <p className="text-muted">{refusal}</p>}
    </section>
  );
}

interface Props {
  readonly left: Column;
  readonly right: Column;
  readonly onRename: (scenario: Scenario) => void;
}

/** Which two plans stand side by side, what each changes, and what can be done with them. */
export function SideHeads({ left, right, onRename }: Props) {
  return (
    <div className="flex items-start gap-3">
      <Side side="left" column={left} onRename={onRename} />
      <span className="mt-6">
        <IconButton
          label="Swap the two plans"
          icon={<ArrowLeftRight size={16} aria-hidden />}
          onPress={() => {
            // What is shown may not have been chosen: the newest plan stands on the right by itself.
            showSide('left', left.id);
            showSide('right', right.id);
            swapSides();
          }}
        />
      </span>
      <Side side="right" column={right} onRename={onRename} />
    </div>
  );
}
