import { dayWithYearText } from '../../../shared/words/date-text.ts';
import { dutyName, personName } from '../../../shared/words/names.ts';
import type { PersonFairness } from '../../../shared/planner/judge.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { useShownWorkspace } from '../../state/plan-store.ts';
import { useFairness } from '../../state/selectors.ts';
import { useView } from '../../state/view-store.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { holidaysCovered, type HolidayCover } from './holidays-covered.ts';
import { OpeningNumber } from './opening-number.tsx';
import { ShiftList } from './shift-list.tsx';

/** A balance in quarter-holidays against the mean: "0.5 above the mean", "on the mean". */
export function balanceText(quarters: number): string {
  const text = (Math.round(Math.abs(quarters) * 2.5) / 10).toString();
  return text === '0' ? 'on the mean' : `${text} ${quarters > 0 ? 'above' : 'below'} the mean`;
}

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

function Balance({
  workspace,
  people,
  mean,
}: {
  readonly workspace: Workspace;
  readonly people: readonly PersonFairness[];
  readonly mean: number;
}) {
  const ordered = [...people].sort((a, b) => b.holidayBalance - a.holidayBalance);
  return (
    <table className="w-full max-w-160 border-collapse">
      <caption className="pb-1 text-left text-section font-medium">Who has how many</caption>
      <thead>
        <tr className="border-b border-divider text-label text-muted">
          <th scope="col" className="py-1.5 text-left font-medium">
            Person
          </th>
          <th scope="col" className="pr-6 text-right font-medium">
            Holiday duties held
          </th>
          <th scope="col" className="text-left font-medium">
            With what was carried in
          </th>
        </tr>
      </thead>
      <tbody>
        {ordered.map(({ person, holidays, holidayBalance }) => {
          const name = personName(workspace, person);
          return (
            <tr key={person} className="border-b border-divider">
              <th scope="row" className="py-2 text-left font-normal">
                <span className="flex items-center gap-2">
                  <Avatar name={name} position={workspace.people[person]?.position ?? 0} size={22} />
                  {name}
                </span>
              </th>
              <td className="pr-6 text-right">
                <OpeningNumber
                  figure={String(holidays.length)}
                  title={`${name}: ${holidays.length} holiday duties`}
                >
                  {(close) => (
                    <ShiftList
                      entries={holidays.map((held) => ({ shift: held.shift, figure: held.name }))}
                      onGo={close}
                    />
                  )}
                </OpeningNumber>
              </td>
              <td>{balanceText(holidayBalance - mean)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Each holiday with who holds it, and whether they come round evenly. */
export function HolidaysTab() {
  const workspace = useShownWorkspace();
  const fairness = useFairness();
  const quarter = useView((view) => view.quarter);
  const holidays = holidaysCovered(workspace, quarter);
  if (holidays.length === 0)
    return (
      <EmptyState title="No holidays in this quarter">
        The holidays of the team’s region stand here, with who covers them.
      </EmptyState>
    );
  return (
    <div className="flex flex-col gap-7">
      <table className="w-full border-collapse">
        <caption className="pb-1 text-left text-section font-medium">Who covers which</caption>
        <thead>
          <tr className="border-b border-divider text-label text-muted">
            <th scope="col" className="w-44 py-1.5 text-left font-medium">
              Day
            </th>
            <th scope="col" className="w-56 text-left font-medium">
              Holiday
            </th>
            <th scope="col" className="text-left font-medium">
              On call
            </th>
          </tr>
        </thead>
        <tbody>
          {holidays.map(({ key, name, date, covers }) => (
            <tr key={key} className="border-b border-divider align-top">
              <td className="py-2">{dayWithYearText(date)}</td>
              <th scope="row" className="py-2 pr-4 text-left font-medium">
                {name}
              </th>
              <td className="py-2">
                <Covers workspace={workspace} covers={covers} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Balance workspace={workspace} people={fairness.people} mean={fairness.meanHolidayBalance} />
      <p className="max-w-160 text-muted">
        A secondary’s holiday counts half. Up to one holiday away from the mean counts as even.
      </p>
    </div>
  );
}
