import type { PersonId } from '../../../shared/model/ids.ts';
import { pointsWithUnit, shareText, signedPointsText } from '../../../shared/words/points-text.ts';
import { useFairness } from '../../state/selectors.ts';
import { useShownWorkspace } from '../../state/plan-store.ts';
import { Avatar } from '../../ui/avatar.tsx';

interface Props {
  readonly target: PersonId | null;
  readonly gapsTarget: boolean;
}

/** The people beside the calendar: drop a shift on one to give it, or drag one onto a shift to assign them. */
export function PersonRail({ target, gapsTarget }: Props) {
  const workspace = useShownWorkspace();
  const fairness = useFairness();
  const people = Object.values(workspace.people)
    .filter(({ archivedOn }) => archivedOn === null)
    .sort((a, b) => a.position - b.position);
  return (
    <aside className="person-rail" aria-label="People">
      <h2>People</h2>
      <ul>
        {people.map(({ id, name, position }) => {
          const own = fairness.people.find(({ person }) => person === id);
          return (
            <li
              key={id}
              className="rail-person"
              title={
                own === undefined
                  ? name
                  : `${name}: ${pointsWithUnit(own.load)}, ${shareText(own.difference)}`
              }
              data-person={id}
              data-target={target === id || undefined}
            >
              <Avatar name={name} position={position} size={24} />
              <span className="rail-name">
                <b>{name}</b>
                {own === undefined ? null : (
                  <span>
                    {pointsWithUnit(own.load)}, {signedPointsText(own.difference)}
                  </span>
                )}
              </span>
            </li>
          );
        })}
      </ul>
      <div className="rail-gaps" data-gaps="" data-target={gapsTarget || undefined}>
        <span className="head-gap-mark" data-open={fairness.gaps > 0 || undefined} aria-hidden="true" />
        {fairness.gaps === 1 ? '1 gap' : `${fairness.gaps} gaps`}
      </div>
      <p className="rail-hint">
        Drag a shift onto a person to give it, onto a shift to swap, onto a day to trade weeks. Drag its end
        to move the hand-off; with Alt, or a holiday, one day goes to somebody else.
      </p>
    </aside>
  );
}
