import { CalendarClock, Plus } from 'lucide-react';
import { useState } from 'react';
import { addDays } from '../../../shared/calendar/days.ts';
import { dueRows, ownerMissing, stillOpen, type DueRow } from '../../../shared/deadlines/deliveries.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { Deadline } from '../../../shared/model/deadline.ts';
import { headlineText, monthOf } from '../../../shared/words/deadline-text.ts';
import { useWorkspace, useWorkspaceStore } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ScrollPane } from '../../ui/scroll-pane.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { MonthTab } from './month-tab.tsx';
import { RecordDialog } from './record-dialog.tsx';
import { RuleSheet } from './rule-sheet.tsx';
import { RulesTab } from './rules-tab.tsx';
import { useMoment, type Moment } from '../../state/use-moment.ts';

/** What wants attention now, and what comes next. */
function Headline({ moment }: { readonly moment: Moment }) {
  const workspace = useWorkspace();
  const ahead = dueRows(workspace, { from: moment.today, until: addDays(moment.today, 62) }, moment.now);
  const late =
    stillOpen(workspace, moment.today, moment.now).length +
    ahead.filter(({ status }) => status === 'late').length;
  const open = ahead.filter(({ status }) => status === 'upcoming' || status === 'due-soon');
  return <p className="text-muted">{headlineText(late, open, open.filter(ownerMissing).length)}</p>;
}

/** What is due when, who delivers it, and what became of it. */
export function DeadlinesScreen() {
  const workspace = useWorkspace();
  const readOnly = useWorkspaceStore((state) => state.readOnlyBecause);
  const disabledReason = readOnly === null ? undefined : `Read only: ${readOnly}`;
  const moment = useMoment();
  const [month, setMonth] = useState<LocalDate>(() => monthOf(moment.today).from);
  const [recording, setRecording] = useState<DueRow | null>(null);
  const [rule, setRule] = useState<Deadline | 'new' | null>(null);
  const add = (
    <Button
      kind="primary"
      icon={<Plus size={14} aria-hidden />}
      disabledReason={
        disabledReason ??
        (Object.keys(workspace.pipelines).length === 0
          ? 'A deadline is of a pipeline: add one in Tasks first'
          : undefined)
      }
      onPress={() => setRule('new')}
    >
      Add deadline…
    </Button>
  );
  const tabs = [
    {
      id: 'month',
      title: 'By month',
      content: () => (
        <MonthTab
          moment={moment}
          month={month}
          onMonth={setMonth}
          disabledReason={disabledReason}
          onRecord={setRecording}
          onRule={({ deadline }) => setRule(deadline)}
        />
      ),
    },
    {
      id: 'rules',
      title: 'Rules',
      content: () => <RulesTab today={moment.today} disabledReason={disabledReason} onRule={setRule} />,
    },
  ];
  const hasRules = Object.keys(workspace.deadlines).length > 0;
  return (
    <ScrollPane label="Deadlines">
      <div className="mx-auto flex w-full max-w-340 flex-col gap-4 px-8 py-6 max-[1100px]:px-5">
        <header className="flex flex-wrap items-start gap-2">
          <div className="flex min-w-60 flex-1 flex-col gap-0.5">
            <h2 className="text-title font-semibold">Deadlines</h2>
            {hasRules ? <Headline moment={moment} /> : null}
          </div>
          {hasRules ? add : null}
        </header>
        {hasRules ? (
          <Tabs label="Deadlines by" tabs={tabs} />
        ) : (
          <EmptyState title="No deadlines yet" icon={<CalendarClock size={28} aria-hidden />} action={add}>
            A rule such as “by the 5th of each month” names the days on which something is due, moved by
            weekends and holidays, and the task whose owner delivers it.
          </EmptyState>
        )}
      </div>
      {recording === null ? null : (
        <RecordDialog
          key={recording.key}
          row={recording}
          moment={moment}
          onClose={() => setRecording(null)}
        />
      )}
      {rule === null ? null : (
        <RuleSheet rule={rule === 'new' ? null : rule} today={moment.today} onClose={() => setRule(null)} />
      )}
    </ScrollPane>
  );
}
