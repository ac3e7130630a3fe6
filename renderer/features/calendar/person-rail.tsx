import { useMemo, useRef } from 'react';
import type { PersonId } from '../../../shared/model/ids.ts';
import { nameAlone } from '../../../shared/words/names.ts';
import { counted } from '../../../shared/words/number-text.ts';
import { pointsWithUnit, shareText, signedPointsText } from '../../../shared/words/points-text.ts';
import { useFairness } from '../../state/selectors.ts';
import { useShownWorkspace } from '../../state/plan-store.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { useLinesInSight } from '../../ui/lines-in-sight.ts';

/** px of one person; calendar.css says the same. */
const row = 40;

interface Props {
  readonly target: PersonId | null;
  readonly gapsTarget: boolean;
}

/** The people beside the calendar: drop a shift on one to give it, or drag one onto a shift to assign them. */
export function PersonRail({ target, gapsTarget }: Props) {
  const workspace = useShownWorkspace();
  const fairness = useFairness();
  const pane = useRef<HTMLElement>(null);
  const people = useMemo(
    () =>
      Object.values(workspace.people)
        .filter(({ archivedOn }) => archivedOn === null)
        .sort((a, b) => a.position - b.position),
    [workspace.people],
  );
  const cards = useMemo(() => new Map(fairness.people.map((card) => [card.person, card])), [fairness]);
  const { first, end } = useLinesInSight(pane, {
    count: people.length,
    row,
    head: 0,
    drawnWhole: 20,
    ahead: 4,
  });
  return (
    <aside
      ref={pane}
      className="person-rail"
      aria-label="People"
      // Without focus the keyboard could not scroll it.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <h2>People</h2>
      <ul style={{ paddingTop: first * row, paddingBottom: (people.length - end) * row }}>
        {people.slice(first, end).map(({ id, position }, index) => {
          const own = cards.get(id);
          const name = nameAlone(workspace, id);
          // What is a fair share is not known before the plan has been assessed.
          const knows = fairness.assessed;
          return (
            <li
              key={id}
              className="rail-person"
              title={
                own === undefined
                  ? name
                  : [
                      `${name}: ${pointsWithUnit(own.load)}`,
                      ...(knows ? [shareText(own.difference)] : []),
                    ].join(', ')
              }
              aria-setsize={people.length}
              aria-posinset={first + index + 1}
              data-person={id}
              data-target={target === id || undefined}
            >
              <Avatar name={name} position={position} size={24} />
              <span className="rail-name">
                <b dir="auto">{name}</b>
                {own === undefined ? null : (
                  <span>
                    {pointsWithUnit(own.load)}
                    {knows ? `, ${signedPointsText(own.difference)}` : null}
                  </span>
                )}
              </span>
            </li>
          );
        })}
      </ul>
      <div className="rail-gaps" data-gaps="" data-target={gapsTarget || undefined}>
        <span className="head-gap-mark" data-open={fairness.gaps > 0 || undefined} aria-hidden="true" />
        {counted(fairness.gaps, 'gap')}
      </div>
      <p className="rail-hint">
        Drag a shift onto a person to give it, onto a shift to swap, onto a day to trade weeks. Drag its end
        to move the hand-off; with Alt, or a holiday, one day goes to somebody else.
      </p>
    </aside>
  );
}
