import type { YearOfHolidays } from '../../../shared/fairness/holiday-years.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import type { PersonFairness } from '../../../shared/planner/judge.ts';
import { holidaysText } from '../../../shared/words/card-text.ts';
import { balanceText } from '../../../shared/words/fairness-text.ts';
import { personName } from '../../../shared/words/names.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { OpeningNumber } from './opening-number.tsx';
import { ShiftList } from './shift-list.tsx';

interface Year {
  readonly year: number;
  readonly had: ReadonlyMap<PersonId, YearOfHolidays>;
}

interface Props {
  readonly workspace: Workspace;
  readonly people: readonly PersonFairness[];
  readonly mean: number;
  readonly years: readonly Year[];
}

const heads = 'pr-6 text-right font-medium whitespace-nowrap';

/** How many holidays everybody has: in whole years, and in this quarter against the share of them. */
export function HolidayBalanceTable({ workspace, people, mean, years }: Props) {
  const ordered = [...people].sort((a, b) => b.holidayBalance - a.holidayBalance);
  return (
    <table className="w-full max-w-240 border-collapse tabular-nums">
      <caption className="pb-1 text-left text-section font-medium">Who has how many</caption>
      <thead>
        <tr className="border-b border-divider text-label text-muted">
          <th scope="col" className="py-1.5 text-left font-medium">
            Person
          </th>
          {years.map(({ year }) => (
            <th key={year} scope="col" className={heads}>
              In {year}
            </th>
          ))}
          <th scope="col" className={heads}>
            Carried in
          </th>
          <th scope="col" className={heads}>
            + this quarter
          </th>
          <th scope="col" className={heads}>
            − share
          </th>
          <th scope="col" className={heads}>
            = balance
          </th>
          <th scope="col" className="text-left font-medium">
            Against the team
          </th>
        </tr>
      </thead>
      <tbody>
        {ordered.map(({ person, holidays, holidayBalance, holidayCarry, holidayShare }) => {
          const name = personName(workspace, person);
          const held = holidaysText(holidayBalance - holidayCarry + holidayShare);
          return (
            <tr key={person} className="border-b border-divider">
              <th scope="row" className="py-2 text-left font-normal">
                <span className="flex items-center gap-2">
                  <Avatar name={name} position={workspace.people[person]?.position ?? 0} size={22} />
                  {name}
                </span>
              </th>
              {years.map(({ year, had }) => {
                const { units = 0, duties = 0 } = had.get(person) ?? {};
                return (
                  <td key={year} className="pr-6 text-right whitespace-nowrap">
                    {holidaysText(units)}{' '}
                    {duties === 0 ? null : (
                      <span className="ml-1 text-label text-muted">
                        {duties === 1 ? 'in 1 duty' : `in ${duties} duties`}
                      </span>
                    )}
                  </td>
                );
              })}
              <td className="pr-6 text-right">{holidaysText(holidayCarry)}</td>
              <td className="pr-6 text-right">
                <OpeningNumber figure={held} title={`${name}: ${held} holidays in ${holidays.length} duties`}>
                  {(close) => (
                    <ShiftList
                      entries={holidays.map((one) => ({ shift: one.shift, figure: one.name }))}
                      onGo={close}
                    />
                  )}
                </OpeningNumber>
              </td>
              <td className="pr-6 text-right">{holidaysText(holidayShare)}</td>
              <td className="pr-6 text-right font-medium">{holidaysText(holidayBalance)}</td>
              <td>{balanceText(holidayBalance - mean)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
