import { useFairness } from '../../state/selectors.ts';
import { useShownWorkspace } from '../../state/plan-store.ts';
import { useView } from '../../state/view-store.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { scaleFor } from '../../ui/bar-scale.ts';
import { PersonCard } from './person-card.tsx';
import { worstFirst } from './person-text.ts';

/** Everybody who may take a shift, worst first: also those who hold none. */
export function PeopleTab() {
  const fairness = useFairness();
  const workspace = useShownWorkspace();
  const quarter = useView((view) => view.quarter);
  if (fairness.people.length === 0)
    return <EmptyState title="Nobody to compare yet">Add people and one rotation to see a score.</EmptyState>;
  const scale = scaleFor(
    fairness.people.map(({ load, attainable, band }) => Math.max(load, attainable + band) / 4),
  );
  const ordered = worstFirst(fairness.people, ({ person }) => workspace.people[person]?.position ?? 0);
  return (
    <ul aria-label="People, furthest from fair first">
      {ordered.map((card) => (
        <PersonCard key={card.person} card={card} quarter={quarter} scale={scale} />
      ))}
    </ul>
  );
}
