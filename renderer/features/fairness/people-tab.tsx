import { worstFirst } from '../../../shared/planner/worst-first.ts';
import { useFairness } from '../../state/selectors.ts';
import { useShownWorkspace } from '../../state/plan-store.ts';
import { showScreen, useView } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { scaleFor } from '../../ui/bar-scale.ts';
import { PersonCard } from './person-card.tsx';

/** Teams up to this size show one card open even where all is fair: so that it is seen what a card holds. */
const SMALL_TEAM = 5;

/** Everybody who may take a shift, worst first: also those who hold none. */
export function PeopleTab() {
  const fairness = useFairness();
  const workspace = useShownWorkspace();
  const quarter = useView((view) => view.quarter);
  if (fairness.people.length === 0)
    return (
      <EmptyState
        title="Nobody to compare yet"
        action={<Button onPress={() => showScreen('people')}>Go to People</Button>}
      >
        A score compares who may take turns: it needs people, and one rotation that has turns in this quarter.
      </EmptyState>
    );
  const scale = scaleFor(
    fairness.people.map(({ load, attainable, band }) => Math.max(load, attainable + band) / 4),
  );
  const ordered = worstFirst(fairness.people, ({ person }) => workspace.people[person]?.position ?? 0);
  return (
    <div>
      <div
        aria-hidden
        className="flex items-center gap-3 border-b border-divider pr-2 pb-1.5 text-label text-muted"
      >
        <span className="min-w-0 flex-1">Furthest from fair first</span>
        <span className="w-64 shrink-0 max-[1100px]:w-32 max-[860px]:w-20">held, against the share</span>
        <span className="w-16 shrink-0 text-right">points</span>
        <span className="w-14 shrink-0 text-right">score</span>
      </div>
      <ul aria-label="People, furthest from fair first">
        {ordered.map((card, place) => (
          <PersonCard
            key={card.person}
            card={card}
            quarter={quarter}
            scale={scale}
            meanHolidays={fairness.meanHolidayBalance}
            startsOpen={place === 0 && (ordered.length <= SMALL_TEAM || (card.score ?? 100) < 100)}
          />
        ))}
      </ul>
    </div>
  );
}
