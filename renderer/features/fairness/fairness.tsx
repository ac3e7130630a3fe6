import { BadgeCheck, TriangleAlert } from 'lucide-react';
import { quarterText } from '../../../shared/words/date-text.ts';
import { useAssessments } from '../../state/assessment-store.ts';
import { showHelp } from '../../state/help-store.ts';
import { useFairness } from '../../state/selectors.ts';
import { usePlan, shownAssignments } from '../../state/plan-store.ts';
import { useView } from '../../state/view-store.ts';
import { HelpLink } from '../../ui/help-link.tsx';
import { ScrollPane } from '../../ui/scroll-pane.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { HolidaysTab } from './holidays-tab.tsx';
import { OverTimeTab } from './over-time-tab.tsx';
import { PeopleTab } from './people-tab.tsx';
import { openText, scoreMeaning, scoreWords } from '../../../shared/words/score-text.ts';
import { TasksTab } from './tasks-tab.tsx';

const tabs = [
  { id: 'people', title: 'People', content: () => <PeopleTab /> },
  { id: 'tasks', title: 'Tasks', content: () => <TasksTab /> },
  { id: 'holidays', title: 'Holidays', content: () => <HolidaysTab /> },
  { id: 'over-time', title: 'Over time', content: () => <OverTimeTab /> },
] as const;

/** The figure, and beside it how the plan stands to the best one known; gaps and conflicts stand before it, never within. */
function TeamScore() {
  const fairness = useFairness();
  const quarter = useView((view) => view.quarter);
  const proposed = usePlan((plan) => shownAssignments(plan) !== null);
  const { figure, meaning, provisional } = scoreWords(
    fairness,
    useAssessments((state) => state.failed),
  );
  const open = openText(fairness);
  const proven = fairness.best?.proven === true && fairness.best.kind === 'best';
  return (
    <header className="flex flex-col gap-3">
      <div className="flex items-center gap-2.5">
        <h2 className="text-title font-semibold">Fairness, {quarterText(quarter)}</h2>
        {proposed ? (
          <span className="rounded-full border border-dashed border-border px-2 text-label text-muted">
            of the proposal
          </span>
        ) : null}
        <HelpLink onPress={() => showHelp('fairness')}>How is this computed?</HelpLink>
      </div>
      <div className="flex flex-wrap items-center gap-x-8 gap-y-2">
        {open === '' ? null : (
          <p className="flex items-center gap-1.5 text-section font-medium text-error">
            <TriangleAlert size={15} aria-hidden />
            {open}
          </p>
        )}
        <p className="flex items-baseline gap-2.5">
          <span
            className={`text-[28px] leading-8 font-semibold tracking-tight tabular-nums ${provisional ? 'text-muted' : ''}`}
          >
            {figure}
          </span>
          <span
            className={`flex items-center gap-1.5 text-section ${provisional ? 'text-muted' : 'font-medium'}`}
          >
            {proven ? <BadgeCheck size={15} className="self-center text-ok" aria-hidden /> : null}
            {meaning}
          </span>
        </p>
        {open === '' && !provisional ? <p className="text-muted">No gaps, no conflicts</p> : null}
      </div>
      {scoreMeaning(fairness) === '' ? null : (
        <p className="max-w-180 text-muted">{scoreMeaning(fairness)}</p>
      )}
    </header>
  );
}

/** Judging and explaining: the team’s score, then person by person, tasks, holidays and the quarters before apart. */
export function Fairness() {
  return (
    <ScrollPane label="Fairness">
      <div className="mx-auto flex w-full max-w-270 flex-col gap-5 px-8 py-6">
        <TeamScore />
        <Tabs label="Fairness by" tabs={tabs} />
      </div>
    </ScrollPane>
  );
}
