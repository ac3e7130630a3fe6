import { Button } from 'react-aria-components/Button';
import { exactPointsText, exactPointsWithUnit } from '../../../shared/words/points-text.ts';
import { turnText } from '../../../shared/words/date-text.ts';
import { dutyName } from '../../../shared/words/names.ts';
import { unusualDaysText } from '../../../shared/words/card-text.ts';
import { useShownWorkspace } from '../../state/plan-store.ts';
import { showShifts } from '../../state/view-store.ts';
import type { ShiftBehind } from './shifts-behind.ts';

interface Props {
  readonly name: string;
  readonly turns: readonly ShiftBehind[];
}

/** A week without a clock change. */
const WEEK_HOURS = 168;

/** What is unusual about a turn: its days, or the true hours of a week in which the clocks change. */
function noteText({ counts, hours }: ShiftBehind): string {
  const clocks = Math.abs(hours - WEEK_HOURS) === 1 ? `${hours} h` : '';
  return [unusualDaysText(counts), clocks].filter((part) => part !== '').join(', ');
}

const sumOf = (turns: readonly ShiftBehind[]): number => turns.reduce((sum, { load }) => sum + load, 0);

/** Turns of the same days stand on one line, and within it those of whose days the same is to be noted. */
function byDays(turns: readonly ShiftBehind[]): readonly (readonly ShiftBehind[])[] {
  const lines = new Map<string, ShiftBehind[]>();
  for (const turn of turns) {
    const key = `${turn.start} ${turn.end} ${noteText(turn)}`;
    lines.set(key, [...(lines.get(key) ?? []), turn]);
  }
  return [...lines.values()];
}

function Duty({ turn, showsLoad }: { readonly turn: ShiftBehind; readonly showsLoad: boolean }) {
  const workspace = useShownWorkspace();
  const duty = dutyName(workspace, turn.shift);
  return (
    <li className="whitespace-nowrap">
      <Button
        aria-label={`${duty}, ${turnText(turn.start, turn.end)}, ${exactPointsWithUnit(turn.load)}: show on the Board`}
        onPress={() => showShifts([turn.shift])}
        className="rounded-sm underline decoration-border decoration-dotted underline-offset-3 data-hovered:bg-hover data-hovered:decoration-solid"
      >
        {duty}
      </Button>
      {showsLoad ? <span className="text-muted"> {exactPointsText(turn.load)}</span> : null}
    </li>
  );
}

/** What is held, by its days, with the points of each turn: the last column adds up to what the card says is held. */
export function TurnList({ name, turns }: Props) {
  if (turns.length === 0) return <p className="text-muted">Holds no turn.</p>;
  return (
    <table className="w-full border-collapse tabular-nums">
      <caption className="sr-only">Turns that {name} holds, with their points</caption>
      <tbody>
        {byDays(turns).map((line) => {
          const [first] = line;
          if (first === undefined) return null;
          const note = noteText(first);
          return (
            <tr key={first.shift} className="align-baseline">
              <th scope="row" className="w-25 py-1 pr-2 text-left font-normal whitespace-nowrap text-muted">
                {turnText(first.start, first.end)}
                {note === '' ? null : <span className="block text-label">{note}</span>}
              </th>
              <td className="py-1 pr-4">
                <ul className="flex flex-wrap gap-x-3">
                  {line.map((turn) => (
                    <Duty key={turn.shift} turn={turn} showsLoad={line.length > 1} />
                  ))}
                </ul>
              </td>
              <td className="w-12 py-1 text-right">{exactPointsText(sumOf(line))}</td>
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr className="border-t border-border/50 font-semibold">
          <th scope="row" colSpan={2} className="py-1 text-left font-semibold">
            Held
          </th>
          <td className="py-1 text-right">{exactPointsText(sumOf(turns))}</td>
        </tr>
      </tfoot>
    </table>
  );
}
