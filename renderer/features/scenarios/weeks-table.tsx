import { useMemo } from 'react';
import type { PersonId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { differingWeeks, type WeekCompared } from '../../../shared/scenarios/differing-weeks.ts';
import { dayText, weekText } from '../../../shared/words/date-text.ts';
import { dutyName, personName } from '../../../shared/words/names.ts';
import { useView } from '../../state/view-store.ts';
import { Avatar } from '../../ui/avatar.tsx';
import type { Column } from './use-sides.ts';

/** The weeks in which two plans differ. */
export function useDifferingWeeks(left: Column, right: Column): readonly WeekCompared[] {
  const quarter = useView((view) => view.quarter);
  return useMemo(
    () => differingWeeks(quarter, left.workspace, right.workspace),
    [quarter, left.workspace, right.workspace],
  );
}

function Holder({
  workspace,
  person,
}: {
  readonly workspace: Workspace;
  readonly person: PersonId | null | undefined;
}) {
  if (person === undefined) return <span className="text-muted">no turn</span>;
  if (person === null) return <span className="text-error">gap</span>;
  const name = personName(workspace, person);
  return (
    <span className="flex min-w-0 items-center gap-2">
      <Avatar name={name} position={workspace.people[person]?.position ?? 0} size={20} />
      <span className="truncate">{name}</span>
    </span>
  );
}

interface Props {
  readonly weeks: readonly WeekCompared[];
  readonly left: Column;
  readonly right: Column;
}

/** Week by week, only the duties that somebody else holds under the other plan. */
export function WeeksTable({ weeks, left, right }: Props) {
  if (weeks.length === 0)
    return <p className="py-4 text-muted">Both plans give every week to the same people.</p>;
  return (
    <table className="w-full table-fixed border-collapse">
      <caption className="sr-only">Weeks in which the two plans differ</caption>
      <thead>
        <tr className="border-b border-divider text-left text-label text-muted">
          <th scope="col" className="w-[16%] py-1.5 align-bottom font-medium">
            Week
          </th>
          <th scope="col" className="align-bottom font-medium">
            Duty
          </th>
          <th scope="col" className="pr-4 align-bottom font-medium wrap-anywhere">
            {left.name}
          </th>
          <th scope="col" className="pr-4 align-bottom font-medium wrap-anywhere">
            {right.name}
          </th>
        </tr>
      </thead>
      {weeks.map(({ week, duties }) => (
        <tbody key={week} className="border-b border-divider">
          {duties.map(({ shift, before, after }, place) => (
            <tr key={shift}>
              {place === 0 ? (
                <th
                  scope="rowgroup"
                  rowSpan={duties.length}
                  className="py-1.5 text-left align-top font-medium"
                >
                  {weekText(week)} <span className="font-normal text-muted">from {dayText(week)}</span>
                </th>
              ) : null}
              <td className="truncate py-1 pr-4 text-muted">
                {dutyName(
                  right.workspace.rotations[shift.split('/')[0] as never] === undefined
                    ? left.workspace
                    : right.workspace,
                  shift,
                )}
              </td>
              <td className="pr-4">
                <Holder workspace={left.workspace} person={before} />
              </td>
              <td className="pr-4">
                <Holder workspace={right.workspace} person={after} />
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}
