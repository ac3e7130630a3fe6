import { Button as AriaButton } from 'react-aria-components/Button';
import type { QuarterId } from '../../../shared/model/dates.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { dayWithYearText, quarterText } from '../../../shared/words/date-text.ts';
import { dutyName, personName } from '../../../shared/words/names.ts';
import { proposalHoldsPlan } from '../../state/drag-store.ts';
import { Popover } from '../../ui/popover.tsx';
import { type Duty, DutyCard } from './holiday-duty-card.tsx';
import { type HolidayCover, holidaysCovered } from './holidays-covered.ts';

interface HeldProps {
  readonly workspace: Workspace;
  readonly duty: Duty;
  readonly all: readonly Duty[];
}

/** Who holds a duty on a holiday; it opens to give that day away, to swap it with another holiday, or to take a cover back. */
function Held({ workspace, duty, all }: HeldProps) {
  const name = personName(workspace, duty.person);
  const covers = (workspace.shifts[duty.shift]?.covers ?? null) !== null;
  const trigger = (
    <AriaButton
      aria-label={`${dutyName(workspace, duty.shift)}, ${duty.holiday.name}: ${name}${covers ? ', cover' : ''}. Give the day away or swap it`}
      className="rounded-sm underline decoration-border decoration-dotted underline-offset-3 data-hovered:bg-hover data-hovered:decoration-solid"
    >
      {name}
    </AriaButton>
  );
  return (
    <>
      <Popover label={`${name}, ${duty.holiday.name}`} trigger={trigger}>
        {(close) => <DutyCard workspace={workspace} duty={duty} others={all} onDone={close} />}
      </Popover>
      {covers ? <span className="ml-1 text-label text-muted">cover</span> : null}
    </>
  );
}

const isHeld = (cover: HolidayCover): cover is HolidayCover & { readonly person: PersonId } =>
  cover.person !== null;

/** Every duty on each holiday of a quarter, each a click away from other hands. */
export function HolidayDuties({
  workspace,
  quarter,
}: {
  readonly workspace: Workspace;
  readonly quarter: QuarterId;
}) {
  const holidays = holidaysCovered(workspace, quarter);
  const duties = holidays.flatMap((holiday) =>
    holiday.covers.filter(isHeld).map((cover): Duty => ({ ...cover, holiday })),
  );
  const fixed = proposalHoldsPlan();
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
        {holidays.map((holiday) => (
          <tr key={holiday.key} className="border-b border-divider align-top last:border-0">
            <th scope="row" className="py-2 pr-4 text-left font-medium">
              {holiday.name}
            </th>
            <td className="py-2 pr-4 whitespace-nowrap">{dayWithYearText(holiday.date)}</td>
            <td className="py-2">
              {holiday.covers.length === 0 ? <span className="text-muted">no duty on this day</span> : null}
              <ul className="flex flex-wrap gap-x-5 gap-y-1">
                {holiday.covers.map((cover) => (
                  <li key={cover.shift} className={cover.person === null ? 'text-error' : ''}>
                    <span className="text-muted">{dutyName(workspace, cover.shift)}:</span>{' '}
                    {!isHeld(cover) ? (
                      'gap'
                    ) : fixed ? (
                      personName(workspace, cover.person)
                    ) : (
                      <Held workspace={workspace} duty={{ ...cover, holiday }} all={duties} />
                    )}
                  </li>
                ))}
              </ul>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
