import { quarterText } from '../../../shared/words/date-text.ts';
import { useAssessments } from '../../state/assessment-store.ts';
import { useFairness } from '../../state/selectors.ts';
import { usePlan, shownAssignments } from '../../state/plan-store.ts';
import { useView } from '../../state/view-store.ts';
import { Tabs } from '../../ui/tabs.tsx';
import { HolidaysTab } from './holidays-tab.tsx';
import { PeopleTab } from './people-tab.tsx';
import { openText, scoreWords } from '../../../shared/words/score-text.ts';
import { TasksTab } from './tasks-tab.tsx';

const tabs = [
  { id: 'people', title: 'People', content: () => <PeopleTab /> },
  { id: 'tasks', title: 'Tasks', content: () => <TasksTab /> },
  { id: 'holidays', title: 'Holidays', content: () => <HolidaysTab /> },
] as const;

function TeamScore() {
  const fairness = useFairness();
  const quarter = useView((view) => view.quarter);
  const proposed = usePlan((plan) => shownAssignments(plan) !== null);
  const { figure, meaning, provisional } = scoreWords(
    fairness,
    useAssessments((state) => state.failed),
  );
  const open = openText(fairness);
  return (
    <header className="flex flex-wrap items-baseline gap-x-8 gap-y-2">
      <div className="flex items-baseline gap-2.5">
        <h2 className="text-title font-semibold">Fairness, {quarterText(quarter)}</h2>
        {proposed ? (
          <span className="rounded-full border border-dashed border-border px-2 text-label text-muted">
            of the proposal
          </span>
        ) : null}
      </div>
      <p className="flex items-baseline gap-2">
        <span className={`text-score font-semibold ${provisional ? 'text-muted' : ''}`}>{figure}</span>
        <span className="text-muted">{meaning}</span>
      </p>
      <p className={open === '' ? 'text-muted' : 'text-error'}>
        {open === '' ? 'No gaps, no conflicts' : open}
      </p>
    </header>
  );
}

/** Judging and explaining: the team’s score, then person by person, tasks and holidays apart. */
export function Fairness() {
  return (
    // A pane that scrolls needs focus, or the keyboard could not scroll it.
    <div
      className="flex min-h-0 flex-1 flex-col overflow-auto"
      tabIndex={0}
      role="region"
      aria-label="Fairness"
    >
      <div className="mx-auto flex w-full max-w-270 flex-col gap-5 px-8 py-6">
        <TeamScore />
        <Tabs label="Fairness by" tabs={tabs} />
      </div>
    </div>
  );
}
