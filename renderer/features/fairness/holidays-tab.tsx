import { holidayYears, unitsInYear } from '../../../shared/fairness/holiday-years.ts';
import type { QuarterId } from '../../../shared/model/dates.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { dayWithYearText, quarterText } from '../../../shared/words/date-text.ts';
import { dutyName, personName } from '../../../shared/words/names.ts';
import { today } from '../../state/clock.ts';
import { memoise } from '../../state/memoise.ts';
import { useShownWorkspace } from '../../state/plan-store.ts';
import { useFairness } from '../../state/selectors.ts';
import { useView } from '../../state/view-store.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { HolidayBalanceTable } from './holiday-balance-table.tsx';
import { HolidayYearsTable } from './holiday-years-table.tsx';
import { holidaysCovered, type HolidayCover } from './holidays-covered.ts';

function Covers({
  workspace,
  covers,
}: {
  readonly workspace: Workspace;
  readonly covers: readonly HolidayCover[];
}) {
  if (covers.length === 0) return <span className="text-muted">no duty on this day</span>;
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1">
      {covers.map(({ shift, person }) => (
        <li key={shift} className={person === null ? 'text-error' : ''}>
          <span className="text-muted">{dutyName(workspace, shift)}:</span>{' '}
          {person === null ? 'gap' : personName(workspace, person)}
        </li>
      ))}
    </ul>
  );
}

function DutiesTable({ workspace, quarter }: { readonly workspace: Workspace; readonly quarter: QuarterId }) {
  const holidays = holidaysCovered(workspace, quarter);
  return (
    <table className="w-full border-collapse">
      <caption className="pb-1 text-left text-section font-medium">
        Duties on each holiday of {quarterText(quarter)}
      </caption>
      <thead>
        <tr className="border-b border-divider text-label text-muted">
          <th scope="col" className="w-52 py-1.5 text-left font-medium">
            Holiday
          </th>
          <th scope="col" className="w-40 text-left font-medium">
            Day
          </th>
          <th scope="col" className="text-left font-medium">
            On call
          </th>
        </tr>
      </thead>
      <tbody>
        {holidays.map(({ key, name, date, covers }) => (
          <tr key={key} className="border-b border-divider align-top last:border-0">
            <th scope="row" className="py-2 pr-4 text-left font-medium">
              {name}
            </th>
            <td className="py-2 pr-4 whitespace-nowrap">{dayWithYearText(date)}</td>
            <td className="py-2">
              <Covers workspace={workspace} covers={covers} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const named = memoise(holidayYears);
const counted = memoise(unitsInYear);
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
        years={years.map((year) => ({ year, units: counted(workspace, year) }))}
      />
      <p className="-mt-4 max-w-160 text-muted">
        A secondary’s holiday counts half. Up to one holiday away from the mean counts as even; what is left
        over is carried into the next quarter.
      </p>
      <HolidayYearsTable
        workspace={workspace}
        holidays={holidays}
        years={years}
        today={today(workspace.about.zone)}
      />
      <DutiesTable workspace={workspace} quarter={quarter} />
    </div>
  );
}
