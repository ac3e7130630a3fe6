import type { StandChange } from '../../../shared/planner/explain/swaps.ts';
import { personName } from '../../../shared/words/names.ts';
import { pointsText, scoreText, signedPointsText } from '../../../shared/words/points-text.ts';
import { useShownWorkspace } from '../../state/plan-store.ts';

interface Props {
  readonly label: string;
  readonly people: readonly StandChange[];
}

/** `12 → 10.5`, or the one figure where nothing changes. */
function change(before: string, after: string): string {
  return before === after ? after : `${before} → ${after}`;
}

/** How everybody stands before and after: points held, distance from the share, score. */
export function StandTable({ label, people }: Props) {
  const workspace = useShownWorkspace();
  return (
    <table aria-label={label} className="w-full table-fixed border-collapse text-label">
      <thead className="text-muted">
        <tr>
          <th scope="col" className="w-20 py-0.5 text-left font-normal">
            Person
          </th>
          <th scope="col" className="py-0.5 text-right font-normal">
            Points
          </th>
          <th scope="col" className="py-0.5 text-right font-normal">
            ± share
          </th>
          <th scope="col" className="w-18 py-0.5 text-right font-normal">
            Score
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map(({ person, before, after, moved }) => (
          <tr key={person} className={moved ? '' : 'text-muted'}>
            <th
              scope="row"
              className="truncate py-0.5 text-left font-normal"
              title={personName(workspace, person)}
            >
              {personName(workspace, person)}
            </th>
            <td className="py-0.5 text-right">{change(pointsText(before.load), pointsText(after.load))}</td>
            <td className="py-0.5 pl-2 text-right">
              {change(signedPointsText(before.difference), signedPointsText(after.difference))}
            </td>
            <td className="py-0.5 pl-2 text-right">
              {change(scoreText(before.score), scoreText(after.score))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
