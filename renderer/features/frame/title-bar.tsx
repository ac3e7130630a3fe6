import { ChevronLeft, CircleHelp, ChevronRight, Redo2, Search, Sparkles, Undo2 } from 'lucide-react';
import { quarterText } from '../../../shared/words/date-text.ts';
import { useFollowedWorkspaceStore } from '../../state/followed.ts';
import { usePlan } from '../../state/plan-store.ts';
import { showNextQuarter, showPreviousQuarter, useView } from '../../state/view-store.ts';
import { useWorkspaceStore } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { AppMenu } from './app-menu.tsx';
import { FilterButton } from './filter-button.tsx';
import { UndoList } from './undo-list.tsx';
import { useAction } from './use-action.ts';

function QuarterSwitcher() {
  const quarter = useView((view) => view.quarter);
  return (
    <div role="group" aria-label="Quarter" className="flex items-center">
      <IconButton
        label="Previous quarter"
        icon={<ChevronLeft size={16} aria-hidden />}
        onPress={showPreviousQuarter}
      />
      <span aria-live="polite" className="min-w-17 text-center text-section font-medium">
        {quarterText(quarter)}
      </span>
      <IconButton
        label="Next quarter"
        icon={<ChevronRight size={16} aria-hidden />}
        onPress={showNextQuarter}
      />
    </div>
  );
}

/** Undo or redo; its hint is the sentence of the step it would take. */
function StepButton({ id, icon }: { readonly id: 'undo' | 'redo'; readonly icon: React.ReactNode }) {
  const action = useAction(id);
  const step = useFollowedWorkspaceStore((state) => state.history[id].at(-1));
  const hint = step ? `${action.title}: ${step.title}` : undefined;
  return (
    <IconButton
      label={action.title}
      hint={hint}
      icon={icon}
      keys={action.keys}
      disabledReason={action.disabledReason}
      onPress={action.run}
    />
  );
}

/** What holds for every screen: which plan, which quarter, back and forth, and the one thing most wanted. */
export function TitleBar() {
  const name = useWorkspaceStore((state) => state.workspace?.about.name);
  const commands = useAction('commands');
  const help = useAction('help');
  const plan = useAction('plan-quarter');
  const screen = useView((view) => view.screen);
  const planning = usePlan((state) => state.phase === 'planning');
  return (
    <header
      aria-label="Title bar"
      className="flex h-(--title-bar) shrink-0 items-center gap-2 border-b border-divider bg-panel px-3"
    >
      <AppMenu />
      <h1 className="min-w-0 truncate text-section font-semibold" title={name}>
        {name}
      </h1>
      <div aria-hidden className="mx-1 h-4 w-px shrink-0 bg-divider" />
      <QuarterSwitcher />
      <div className="flex-1" />
      {screen === 'board' || screen === 'calendar' ? <FilterButton /> : null}
      <StepButton id="undo" icon={<Undo2 size={16} aria-hidden />} />
      <StepButton id="redo" icon={<Redo2 size={16} aria-hidden />} />
      <UndoList />
      <span id="find-commands" className="contents">
        <Button
          kind="quiet"
          onPress={commands.run}
          icon={<Search size={14} aria-hidden />}
          keys={commands.keys}
          hint={commands.title}
        >
          {/* Its sign must do where there is no room: a window at 200 %. */}
          <span className="max-[720px]:sr-only">Commands</span>
        </Button>
      </span>
      <IconButton
        label="Help"
        hint={help.title}
        icon={<CircleHelp size={16} aria-hidden />}
        keys={help.keys}
        onPress={help.run}
      />
      <span id="plan-quarter" className="contents">
        <Button
          kind="primary"
          onPress={plan.run}
          icon={<Sparkles size={14} aria-hidden />}
          keys={plan.keys}
          hint="Propose a plan for this quarter"
          disabledReason={plan.disabledReason}
        >
          <span className="max-[600px]:sr-only">{planning ? 'Planning…' : 'Plan quarter'}</span>
        </Button>
      </span>
    </header>
  );
}
