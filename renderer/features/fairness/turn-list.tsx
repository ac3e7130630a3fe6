import { Button } from 'react-aria-components/Button';
import { exactPointsText } from '../../../shared/words/points-text.ts';
import { turnText } from '../../../shared/words/date-text.ts';
import { dutyName } from '../../../shared/words/names.ts';
import { daysText } from '../../../shared/words/card-text.ts';
import { useShownWorkspace } from '../../state/plan-store.ts';
import { showShifts } from '../../state/view-store.ts';
import type { ShiftBehind } from './shifts-behind.ts';

interface Props {
  readonly name: string;
  readonly turns: readonly ShiftBehind[];
}

/** A week without a clock change. */
const WEEK_HOURS = 168;

/** Weeks with a clock change say their true hours; all others have what their days say. */
const hoursText = (hours: number): string =>
  hours > WEEK_HOURS - 2 && hours < WEEK_HOURS + 2 && hours !== WEEK_HOURS ? `, ${hours} h` : '';

/** What is held, turn by turn with its days and points: the last column adds up to what the card says is held. */
export function TurnList({ name, turns }: Props) {
  const workspace = useShownWorkspace();
  if (turns.length === 0) return <p className="text-muted">Holds no turn.</p>;
  return (
    <table className="w-full border-collapse tabular-nums">
      <caption className="sr-only">Turns that {name} holds, with their points</caption>
      <tbody>
        {turns.map(({ shift, start, end, load, counts, hours }) => (
          <tr key={shift} className="align-baseline">
            <td className="w-32 py-0.5 pr-3 whitespace-nowrap">
              <Button
                aria-label={`${turnText(start, end)}, ${dutyName(workspace, shift)}: show on the Board`}
                onPress={() => {
                  showShifts([shift]);
                }}
                className="rounded-sm underline decoration-border decoration-dotted underline-offset-3 data-hovered:bg-hover data-hovered:decoration-solid"
              >
                {turnText(start, end)}
              </Button>
            </td>
            <td className="py-0.5 pr-3">{dutyName(workspace, shift)}</td>
            <td className="py-0.5 pr-4 text-muted">
              {daysText(counts)}
              {hoursText(hours)}
            </td>
            <td className="py-0.5 text-right">{exactPointsText(load)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
