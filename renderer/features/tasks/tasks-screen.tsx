import { ListChecks, Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { LocalDate } from '../../../shared/model/dates.ts';
import { dayWithYearText } from '../../../shared/words/date-text.ts';
import { today } from '../../state/clock.ts';
import { useView } from '../../state/view-store.ts';
import { showHelp } from '../../state/help-store.ts';
import { useWorkspace, useWorkspaceStore } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { HelpLink } from '../../ui/help-link.tsx';
import { ScrollPane } from '../../ui/scroll-pane.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { ArchivedTasks } from './archived-tasks.tsx';
import { HistoryTab } from './history-tab.tsx';
import { OwnersTab } from './owners-tab.tsx';
import { PipelinesDialog } from './pipelines-dialog.tsx';
import { TaskDialog } from './task-dialog.tsx';
import { openForm, useTaskForm } from './task-forms.ts';
import { showDay, useTasksDesk, usualDay } from './tasks-desk.ts';
import { useOwnersDay } from './use-tasks.ts';
import { WIDE_TEAM } from './wide-team.ts';
import { WeeksTab } from './weeks-tab.tsx';
import './tasks.css';

const isDay = (text: string): text is LocalDate => /^\d{4}-\d\d-\d\d$/.test(text) && text >= '1970-01-01';

/** The day whose owners are shown, and from which changes count. */
function DayField() {
  const { about } = useWorkspace();
  const day = useOwnersDay();
  const quarter = useView((view) => view.quarter);
  const usual = usualDay(quarter, today(about.zone));
  const [text, setText] = useState<string>(day);
  useEffect(() => setText(day), [day]);
  const past = day < today(about.zone);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <label className="flex items-center gap-2">
        <span className="text-muted">Owners from</span>
        <input
          type="date"
          value={text}
          className="h-7.5 rounded-md border border-border bg-ground px-2 text-body text-ink"
          onChange={(event) => {
            setText(event.target.value);
            if (isDay(event.target.value)) showDay(event.target.value === usual ? null : event.target.value);
          }}
          onBlur={() => setText(day)}
        />
      </label>
      {day === usual ? null : (
        <Button size="small" kind="quiet" onPress={() => showDay(null)}>
          Back to {dayWithYearText(usual)}
        </Button>
      )}
      {past ? (
        <span className="text-warning">This day has passed: open quarters since then are counted anew.</span>
      ) : null}
    </div>
  );
}

function Forms({ disabledReason }: { readonly disabledReason: string | undefined }) {
  const form = useTaskForm((state) => state.form);
  useEffect(() => () => openForm(null), []);
  if (form === null) return null;
  if (form.kind === 'pipelines') return <PipelinesDialog disabledReason={disabledReason} />;
  return <TaskDialog task={form.kind === 'task' ? form.task : null} />;
}

/** The standing work: who owns what, how evenly, in which weeks nobody looks after it, and who owned it before. */
export function TasksScreen() {
  const workspace = useWorkspace();
  const readOnly = useWorkspaceStore((state) => state.readOnlyBecause);
  const disabledReason = readOnly === null ? undefined : `Read only: ${readOnly}`;
  // What was held or previewed belongs to the screen: another one leaves it.
  useEffect(() => () => useTasksDesk.setState({ preview: null, drag: null }), []);
  const add = (
    <Button
      kind="primary"
      icon={<Plus size={14} aria-hidden />}
      disabledReason={disabledReason}
      onPress={() => openForm({ kind: 'new-task' })}
    >
      Add task…
    </Button>
  );
  const hasTasks = Object.values(workspace.tasks).some(({ archivedOn }) => archivedOn === null);
  // A matrix of many columns takes the room there is; one of a few would only be drawn apart by it.
  const isWide = Object.keys(workspace.people).length > WIDE_TEAM;
  const tabs = [
    { id: 'owners', title: 'Owners', content: () => <OwnersTab disabledReason={disabledReason} /> },
    { id: 'weeks', title: 'Weeks', content: () => <WeeksTab /> },
    { id: 'history', title: 'Over the quarters', content: () => <HistoryTab /> },
  ];
  return (
    <ScrollPane label="Tasks">
      <div
        className={`mx-auto flex w-full flex-col gap-4 px-8 py-6 max-[1100px]:px-5 ${isWide ? 'max-w-480' : 'max-w-320'}`}
      >
        <header className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <h2 className="text-title font-semibold">Tasks</h2>
          <HelpLink onPress={() => showHelp('fairness')}>How do tasks count?</HelpLink>
          <span className="flex-1" />
          {hasTasks ? <DayField /> : null}
          <Button disabledReason={disabledReason} onPress={() => openForm({ kind: 'pipelines' })}>
            Pipelines…
          </Button>
          {hasTasks ? add : null}
        </header>
        {hasTasks ? (
          <Tabs label="Tasks by" tabs={tabs} />
        ) : (
          <EmptyState title="No tasks yet" icon={<ListChecks size={28} aria-hidden />} action={add}>
            Standing work with a primary and a secondary owner. What somebody owns lowers their share of
            on-call.
          </EmptyState>
        )}
        <ArchivedTasks disabledReason={disabledReason} />
      </div>
      <Forms disabledReason={disabledReason} />
    </ScrollPane>
  );
}
