import { Repeat2 } from 'lucide-react';
import type { HadHoliday, NamedHoliday } from '../../../shared/fairness/holiday-years.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { holidaysText } from '../../../shared/words/card-text.ts';
import { dayWithWeekdayText } from '../../../shared/words/date-text.ts';
import { personName } from '../../../shared/words/names.ts';
import { Avatar } from '../../ui/avatar.tsx';

function Had({ workspace, had }: { readonly workspace: Workspace; readonly had: HadHoliday }) {
  const { person, duties, units, again } = had;
  const name = personName(workspace, person);
  // Below a whole holiday nobody was primary alone: it is said how much it was.
  const several =
    units === 4 * duties ? `${duties} duties` : `${duties} duties, counting ${holidaysText(units)}`;
  const part = duties > 1 ? several : units < 4 ? 'secondary' : '';
  return (
    <li className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <Avatar
        name={name}
        position={workspace.people[person]?.position ?? 0}
        size={18}
        showsInitials={false}
      />
      {name}
      {part === '' ? null : <span className="text-label text-muted">{part}</span>}
      {again ? (
        <span className="inline-flex items-center gap-0.5 text-label text-warning">
          <Repeat2 size={12} aria-hidden />
          again
        </span>
      ) : null}
    </li>
  );
}

interface Props {
  readonly workspace: Workspace;
  readonly holidays: readonly NamedHoliday[];
  readonly years: readonly number[];
  /** Tells what is past, of which nothing was recorded, from what is still to come. */
  readonly today: LocalDate;
}

/** Who had which holiday, by its name, year beside year: "who had Christmas". */
export function HolidayYearsTable({ workspace, holidays, years, today }: Props) {
  return (
    <table className="w-full border-collapse">
      <caption className="pb-1 text-left text-section font-medium">Who had which, year by year</caption>
      <thead>
        <tr className="border-b border-divider text-label text-muted">
          <th scope="col" className="w-52 min-w-36 py-1.5 pr-4 text-left font-medium">
            Holiday
          </th>
          {years.map((year) => (
            <th key={year} scope="col" className="min-w-48 pr-4 text-left font-medium">
              {year}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {holidays.map(({ key, name, years: found }) => (
          <tr key={key} className="border-b border-divider align-top last:border-0">
            <th scope="row" className="py-2 pr-4 text-left font-medium">
              {name}
            </th>
            {found.map(({ year, date, people }) => (
              <td key={year} className="py-2 pr-4">
                <span className="block text-label text-muted">
                  {date === null ? 'not in this year’s calendar' : dayWithWeekdayText(date)}
                </span>
                {people.length > 0 ? (
                  <ul className="mt-0.5 flex flex-wrap gap-x-4 gap-y-0.5">
                    {people.map((had) => (
                      <Had key={had.person} workspace={workspace} had={had} />
                    ))}
                  </ul>
                ) : date === null ? null : (
                  <span className="text-muted">{date < today ? 'no duty recorded' : 'nobody yet'}</span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
