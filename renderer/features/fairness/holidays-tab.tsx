import { useState, type ReactNode } from 'react';
import { holidaysInYear, holidayYears } from '../../../shared/fairness/holiday-years.ts';
import type { QuarterId } from '../../../shared/model/dates.ts';
import { today } from '../../state/clock.ts';
import { memoise } from '../../state/memoise.ts';
import { useShownWorkspace } from '../../state/plan-store.ts';
import { useFairness } from '../../state/selectors.ts';
import { showScreen, useView } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { HolidayBalanceTable } from './holiday-balance-table.tsx';
import { HolidayDuties } from './holiday-duties.tsx';
import { HolidayProposals } from './holiday-proposals.tsx';
import { HolidayYearsTable } from './holiday-years-table.tsx';

const named = memoise(holidayYears);
const counted = memoise(holidaysInYear);
/** So many years side by side: two show who is spared next, five whether it comes round. */
const spans = ['2', '3', '5'] as const;
type Span = (typeof spans)[number];

const yearsUntil = memoise((quarter: QuarterId, span: Span): readonly number[] => {
  const year = Number(quarter.slice(0, 4));
  return Array.from({ length: Number(span) }, (_, place) => year - Number(span) + 1 + place);
});

interface WideProps {
  readonly label: string;
  readonly years: readonly number[];
  readonly children: ReactNode;
}

/** More than two years may be wider than the window: they scroll by themselves, and by keys. */
function Wide({ label, years, children }: WideProps) {
  if (years.length <= 2) return children;
  return (
    <div role="region" aria-label={label} tabIndex={0} className="overflow-x-auto">
      {children}
    </div>
  );
}

/** Each holiday by name and year with who had it, whether they come round evenly, and the duties of the quarter. */
export function HolidaysTab() {
  const workspace = useShownWorkspace();
  const fairness = useFairness();
  const quarter = useView((view) => view.quarter);
  const [span, setSpan] = useState<Span>('2');
  const years = yearsUntil(quarter, span);
  const holidays = named(workspace, years);
  if (holidays.length === 0)
    return (
      <EmptyState
        title="No holidays in these years"
        action={<Button onPress={() => showScreen('holidays')}>Choose a region</Button>}
      >
        The holidays of the team’s region stand here, with who covers them.
      </EmptyState>
    );
  return (
    <div className="flex flex-col gap-8">
      <div className="-mb-10 flex justify-end">
        <SegmentedControl
          label="Years side by side"
          value={span}
          onChange={setSpan}
          options={spans.map((id) => ({ id, title: `${id} years` }))}
        />
      </div>
      <Wide label="Who has how many" years={years}>
        <HolidayBalanceTable
          workspace={workspace}
          people={fairness.people}
          mean={fairness.meanHolidayBalance}
          years={years.map((year) => ({ year, had: counted(workspace, year) }))}
        />
      </Wide>
      <p className="-mt-4 max-w-160 text-muted">
        A secondary’s holiday counts half, each by its weight; beside it stands in how many duties. Up to one
        holiday away from the mean counts as even; what is left over is carried into the next quarter.
      </p>
      <HolidayProposals />
      <Wide label="Who had which, year by year" years={years}>
        <HolidayYearsTable
          workspace={workspace}
          holidays={holidays}
          years={years}
          today={today(workspace.about.zone)}
        />
      </Wide>
      <HolidayDuties workspace={workspace} quarter={quarter} />
    </div>
  );
}
