import { ArrowDown, ArrowUp } from 'lucide-react';
import type { Comparison } from '../../../shared/scenarios/compare.ts';
import { teamRows, type TeamRow } from './team-rows.ts';

const turns = {
  better: { icon: ArrowUp, text: 'better', look: 'text-ok' },
  worse: { icon: ArrowDown, text: 'worse', look: 'text-warning' },
} as const;

function Turn({ turn }: Pick<TeamRow, 'turn'>) {
  if (turn === null) return null;
  const { icon: Icon, text, look } = turns[turn];
  return (
    <span className={`inline-flex items-center gap-1 ${look}`}>
      <Icon size={13} aria-hidden />
      {text}
    </span>
  );
}

interface Props {
  readonly comparison: Comparison;
  readonly left: string;
  readonly right: string;
}

/** Both plans as a whole, one figure a line. */
export function TeamTable({ comparison, left, right }: Props) {
  return (
    <table className="w-full table-fixed border-collapse">
      <caption className="sr-only">The two plans as a whole</caption>
      <thead>
        <tr className="border-b border-divider text-label text-muted">
          <th scope="col" className="w-[38%] py-1.5 text-left align-bottom font-medium">
            The plan as a whole
          </th>
          <th scope="col" className="py-1.5 pr-4 text-left align-bottom font-medium wrap-anywhere">
            {left}
          </th>
          <th scope="col" className="py-1.5 pr-4 text-left align-bottom font-medium wrap-anywhere">
            {right}
          </th>
          <th scope="col" className="w-20 text-left font-medium">
            <span className="sr-only">Which way</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {teamRows(comparison).map((row) => (
          <tr key={row.name} className="border-b border-divider">
            <th scope="row" className="py-1.5 pr-4 text-left font-normal">
              {row.name}
              {row.about === '' ? null : <span className="text-label text-muted"> {row.about}</span>}
            </th>
            <td className="pr-4">{row.before}</td>
            <td className="pr-4 font-medium">{row.after}</td>
            <td>
              <Turn turn={row.turn} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
