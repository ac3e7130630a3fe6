import { ArrowLeftRight, RefreshCw } from 'lucide-react';
import type { PersonId } from '../../../shared/model/ids.ts';
import type { Swap } from '../../../shared/planner/explain/swaps.ts';
import { changeText, circleText, gapsText, priceText, swapStepText } from '../../../shared/words/ask-text.ts';
import { scoreText } from '../../../shared/words/points-text.ts';
import { slotName } from '../../../shared/words/names.ts';
import { applyChanges } from '../../state/apply-changes.ts';
import { turnTo, useExplain } from '../../state/explain-store.ts';
import { useSwaps } from '../../state/explain-answers.ts';
import { useShownWorkspace } from '../../state/plan-store.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { Answered } from './answered.tsx';
import { PriceTerms } from './price-terms.tsx';
import { StandTable } from './stand-table.tsx';
import { useWhyNotNow } from './use-why-not-now.ts';

/** Before and after for those who move; everybody else is a click away. */
function Stands({ swap }: { readonly swap: Swap }) {
  const others = swap.people.filter(({ moved }) => !moved);
  return (
    <>
      <StandTable label="Who moves, before and after" people={swap.people.filter(({ moved }) => moved)} />
      {others.length === 0 ? null : (
        <details>
          <summary className="text-label text-muted">Everybody else ({others.length})</summary>
          <StandTable label="Everybody else, before and after" people={others} />
        </details>
      )}
    </>
  );
}

function SwapCard({ swap }: { readonly swap: Swap }) {
  const workspace = useShownWorkspace();
  const blocked = useWhyNotNow();
  const { before, after } = swap.score;
  const Icon = swap.ways === 2 ? ArrowLeftRight : RefreshCw;
  const score =
    before === null || after === null || scoreText(before) === scoreText(after)
      ? ''
      : `score ${scoreText(before)} → ${scoreText(after)}`;
  const facts = [
    priceText(swap.price),
    gapsText(swap.price),
    score,
    swap.neutral ? 'nobody who moves is worse off' : '',
  ];
  return (
    <li className="flex flex-col gap-2 border-b border-divider pb-3 last:border-0">
      <div className="flex items-start gap-2">
        <Icon size={14} className="mt-0.5 shrink-0 text-muted" aria-hidden />
        <h3 className="min-w-0 flex-1 font-semibold">{circleText(workspace, swap)}</h3>
        <Button
          size="small"
          disabledReason={blocked}
          onPress={() => applyChanges(swap.moves, swapStepText(workspace, swap))}
        >
          Apply
        </Button>
      </div>
      <ul className="flex flex-col gap-0.5">
        {swap.moves.map((move) => (
          <li key={move.shift}>{changeText(workspace, move)}</li>
        ))}
      </ul>
      <p className="text-muted">{facts.filter((fact) => fact !== '').join(' · ')}</p>
      {helps(swap) ? null : <PriceTerms price={swap.price} />}
      <Stands swap={swap} />
    </li>
  );
}

const EVERYBODY = 'everybody';
const TURN = 'turn';

/** Whose exchanges are looked for: everybody's, one person's, or those that hand on one turn. */
function ScopePicker() {
  const workspace = useShownWorkspace();
  const { person, shift, ofTurn } = useExplain();
  const people = Object.values(workspace.people)
    .filter(({ archivedOn }) => archivedOn === null)
    .sort((a, b) => a.position - b.position);
  const options = [
    { id: EVERYBODY, title: 'Everybody' },
    ...(shift === null ? [] : [{ id: TURN, title: `Only ${slotName(workspace, shift)}` }]),
    ...people.map(({ id, name }) => ({ id: id, title: name })),
  ];
  const choose = (id: string): void => {
    if (id === TURN) turnTo({ ofTurn: true, person: null });
    else turnTo({ ofTurn: false, person: id === EVERYBODY ? null : (id as PersonId) });
  };
  return (
    <Select
      label="Swaps for"
      options={options}
      value={ofTurn && shift !== null ? TURN : (person ?? EVERYBODY)}
      onChange={choose}
    />
  );
}

const helps = ({ price }: Swap): boolean => price.open < 0 || (price.open === 0 && price.total < 0);

/** The exchanges that help most, between two people and round three, with everybody before and after. */
export function Swaps() {
  const { person, shift, ofTurn } = useExplain();
  const turn = ofTurn ? shift : null;
  const answer = useSwaps(person, turn);
  return (
    <div className="flex flex-col gap-4">
      <ScopePicker />
      <Answered answer={answer} waiting="Trying every exchange…">
        {(swaps) => {
          // Who asks about a person or a turn wants a way out, at a price if need be.
          const shown = (person === null && turn === null ? swaps.filter(helps) : swaps).toSorted(
            (a, b) => a.price.open - b.price.open || a.price.total - b.price.total,
          );
          return shown.length === 0 ? (
            <p className="text-muted">
              {swaps.length === 0
                ? 'The rules allow no exchange here.'
                : 'No exchange of two or three turns makes this plan better.'}
            </p>
          ) : (
            <ul
              aria-label={shown.some(helps) ? 'Swaps that help' : 'Swaps at a price'}
              className="flex flex-col gap-3"
            >
              {shown.some(helps) ? null : (
                <li className="text-muted">No swap makes the plan better. The cheapest that can be made:</li>
              )}
              {shown.map((swap) => (
                <SwapCard
                  key={swap.moves.map((move) => `${move.shift} ${move.to ?? ''}`).join()}
                  swap={swap}
                />
              ))}
            </ul>
          );
        }}
      </Answered>
    </div>
  );
}
