import { ArrowRight } from 'lucide-react';
import { useMemo, useState } from 'react';
import { debts } from '../../../shared/fairness/over-time.ts';
import { holidayYears } from '../../../shared/fairness/holiday-years.ts';
import { policyOf } from '../../../shared/fairness/policy-of.ts';
import type { QuarterId } from '../../../shared/model/dates.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { quartersHeld, quarterStanding, type QuarterStanding } from '../../../shared/planner/over-time.ts';
import { quarterText } from '../../../shared/words/date-text.ts';
import { carryRule, debtText } from '../../../shared/words/over-time-text.ts';
import { today } from '../../state/clock.ts';
import { memoise } from '../../state/memoise.ts';
import { usePastShares } from '../../state/past-shares.ts';
import { useView } from '../../state/view-store.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { HolidayYearsTable } from './holiday-years-table.tsx';
import { StandingsTable } from './standings-table.tsx';

const spans = [
  { id: '4', title: '4 quarters' },
  { id: '8', title: '8 quarters' },
] as const;
type Span = (typeof spans)[number]['id'];

const standing = memoise(quarterStanding, 16);
const named = memoise(holidayYears);

/** Each quarter as soon as its shares are known; with the plain shares where they cannot be. */
function useStandings(workspace: Workspace, quarters: readonly QuarterId[]) {
  const { byQuarter, failed } = usePastShares(workspace, quarters);
  const standings = useMemo(
    () =>
      quarters.map((quarter): QuarterStanding | null => {
        const shares = byQuarter.get(quarter) ?? null;
        return shares === null && failed === null ? null : standing(workspace, quarter, shares);
      }),
    [workspace, quarters, byQuarter, failed],
  );
  return { standings, failed };
}

/** Who would have to take over how much from whom for all to be even, by what the last quarter leaves. */
function Debts({ workspace, last }: { readonly workspace: Workspace; readonly last: QuarterStanding }) {
  const owed = debts(last.people.map(({ person, carriedOn }) => ({ person, load: carriedOn })));
  return (
    <section aria-label="Who owes whom" className="flex flex-col gap-2">
      <h3 className="text-section font-medium">Who owes whom after {quarterText(last.quarter)}</h3>
      {owed.length === 0 ? (
        <p>Nobody owes anybody: all that is carried on is the same.</p>
      ) : (
        <ul className="flex flex-wrap gap-x-8 gap-y-2">
          {owed.map((debt) => (
            <li key={`${debt.from} ${debt.to}`} className="flex items-center gap-2">
              <span aria-hidden className="flex items-center gap-1">
                <Avatar
                  name={workspace.people[debt.from]?.name ?? ''}
                  position={workspace.people[debt.from]?.position ?? 0}
                  size={20}
                />
                <ArrowRight size={13} className="text-muted" />
                <Avatar
                  name={workspace.people[debt.to]?.name ?? ''}
                  position={workspace.people[debt.to]?.position ?? 0}
                  size={20}
                />
              </span>
              {debtText(workspace, debt)}
            </li>
          ))}
        </ul>
      )}
      <p className="max-w-180 text-muted">{carryRule(policyOf(workspace, last.quarter))}</p>
    </section>
  );
}

/** The years that these quarters and the one on view lie in, in order. */
const yearsOf = memoise((quarters: readonly QuarterId[], onView: QuarterId): readonly number[] =>
  [...new Set([...quarters, onView].map((quarter) => Number(quarter.slice(0, 4))))].sort((a, b) => a - b),
);

/** Quarters side by side, what each leaves to the next, who owes whom, and who had which holiday. */
export function OverTimeTab() {
  const workspace = useWorkspace();
  const quarter = useView((view) => view.quarter);
  const [span, setSpan] = useState<Span>('4');
  const quarters = useMemo(() => quartersHeld(workspace, quarter, Number(span)), [workspace, quarter, span]);
  const { standings, failed } = useStandings(workspace, quarters);
  const last = standings.at(-1) ?? null;
  if (quarters.length === 0)
    return (
      <EmptyState title="No quarter with shifts yet">
        Once a quarter is planned, it stands here beside the ones that follow: what everybody held, and what
        goes on.
      </EmptyState>
    );
  const years = yearsOf(quarters, quarter);
  const holidays = named(workspace, years);
  return (
    <div className="flex flex-col gap-8">
      <div className="flex flex-col gap-2">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h3 className="text-section font-medium">Held against the share, quarter by quarter</h3>
          <SegmentedControl label="How many quarters" options={spans} value={span} onChange={setSpan} />
        </div>
        {failed === null ? null : (
          <p className="text-warning">
            What could be reached is not known ({failed}); the plain share stands in for it.
          </p>
        )}
        <StandingsTable workspace={workspace} quarters={quarters} standings={standings} />
        <p className="max-w-180 text-muted">
          Points held above the share reach to the right of the line, points below it to the left; between the
          dotted lines all counts as even. What the rules keep out of reach is nobody’s fault: it is not in
          the share, and is never carried.
        </p>
      </div>
      {last === null ? null : <Debts workspace={workspace} last={last} />}
      {holidays.length === 0 ? null : (
        <HolidayYearsTable
          workspace={workspace}
          holidays={holidays}
          years={years}
          today={today(workspace.about.zone)}
        />
      )}
    </div>
  );
}
