import { holidaysInYear, holidayYears } from '../../../shared/fairness/holiday-years.ts';
import type { QuarterId } from '../../../shared/model/dates.ts';
import { today } from '../../state/clock.ts';
import { memoise } from '../../state/memoise.ts';
import { useShownWorkspace } from '../../state/plan-store.ts';
import { useFairness } from '../../state/selectors.ts';
import { useView } from '../../state/view-store.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { HolidayBalanceTable } from './holiday-balance-table.tsx';
import { HolidayDuties } from './holiday-duties.tsx';
import { HolidayProposals } from './holiday-proposals.tsx';
import { HolidayYearsTable } from './holiday-years-table.tsx';

const named = memoise(holidayYears);
const counted = memoise(holidaysInYear);
const lastTwo = memoise((quarter: QuarterId): readonly number[] => {
  const year = Number(quarter.slice(0, 4));
  return [year - 1, year];
});

/** Each holiday by name and year with who had it, whether they come round evenly, and the duties of the quarter. */
export function HolidaysTab() {
  const workspace = useShownWorkspace();
  const fairness = useFairness();
  const quarter = useView((view) => view.quarter);
  const years = lastTwo(quarter);
  const holidays = named(workspace, years);
  if (holidays.length === 0)
    return (
      <EmptyState title="No holidays in these years">
        The holidays of the team’s region stand here, with who covers them.
      </EmptyState>
    );
  return (
    <div className="flex flex-col gap-8">
      <HolidayBalanceTable
        workspace={workspace}
        people={fairness.people}
        mean={fairness.meanHolidayBalance}
        years={years.map((year) => ({ year, had: counted(workspace, year) }))}
      />
      <p className="-mt-4 max-w-160 text-muted">
        A secondary’s holiday counts half, each by its weight; beside it stands in how many duties. Up to one
        holiday away from the mean counts as even; what is left over is carried into the next quarter.
      </p>
      <HolidayProposals />
      <HolidayYearsTable
        workspace={workspace}
        holidays={holidays}
        years={years}
        today={today(workspace.about.zone)}
      />
      <HolidayDuties workspace={workspace} quarter={quarter} />
    </div>
  );
}
