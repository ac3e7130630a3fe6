import { pointsText } from '../../../shared/words/points-text.ts';
import type { OwnedTask } from './owned-tasks.ts';

/** The duties behind a number of the tasks. */
export function TaskList({ tasks }: { readonly tasks: readonly OwnedTask[] }) {
  if (tasks.length === 0) return <p className="text-muted">Owns no task.</p>;
  return (
    <ul className="flex flex-col">
      {tasks.map(({ code, name, role, weight }) => (
        <li
          key={`${code} ${role}`}
          className="flex justify-between gap-4 border-b border-divider py-1 last:border-0"
        >
          <span>
            {code}, {name} <span className="text-muted">({role})</span>
          </span>
          <span className="whitespace-nowrap text-muted">{pointsText(weight)} a week</span>
        </li>
      ))}
    </ul>
  );
}
