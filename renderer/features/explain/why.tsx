import { Ban } from 'lucide-react';
import type { ShiftId } from '../../../shared/model/ids.ts';
import type { Alternative, WhyThisPerson } from '../../../shared/planner/explain/why.ts';
import {
  atMostText,
  barrierText,
  gapsText,
  holderText,
  keptText,
  shortageText,
  standText,
  wishOfHolderText,
} from '../../../shared/words/ask-text.ts';
import { personName } from '../../../shared/words/names.ts';
import { useWhy } from '../../state/explain-answers.ts';
import { turnTo } from '../../state/explain-store.ts';
import { useShownWorkspace } from '../../state/plan-store.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { Answered } from './answered.tsx';
import { TurnPicker } from './turn-picker.tsx';
import { useTurn } from './use-turn.ts';

/** Somebody else who could hold the turn, or who could not: the price or the rule, and the way to the whole answer. */
function Other({ other }: { readonly other: Alternative }) {
  const workspace = useShownWorkspace();
  const name = personName(workspace, other.person);
  const barred = other.barriers.length > 0;
  const facts = barred
    ? other.barriers.map((barrier) => barrierText(workspace, barrier))
    : other.price === null
      ? ['No complete plan has it so']
      : [atMostText(other.price), gapsText(other.price)].filter((fact) => fact !== '');
  return (
    <li className="flex items-center gap-2.5 py-1">
      <Avatar name={name} position={workspace.people[other.person]?.position ?? 0} size={22} />
      <span className="min-w-0 flex-1">
        <span className="block truncate">{name}</span>
        <span className={`block text-label ${barred ? 'text-error' : 'text-muted'}`}>
          {barred ? <Ban size={11} className="mr-1 inline align-[-1px]" aria-hidden /> : null}
          {facts.join('; ')}
        </span>
      </span>
      {barred ? null : (
        <Button size="small" onPress={() => turnTo({ question: 'why-not', person: other.person })}>
          Why not?
        </Button>
      )}
    </li>
  );
}

function Reasons({ why }: { readonly why: WhyThisPerson }) {
  const workspace = useShownWorkspace();
  const { holder, kept, shortage } = why;
  const reasons = [
    kept === null ? '' : keptText(kept),
    wishOfHolderText(workspace, why),
    standText(workspace, why),
    shortage === null ? '' : shortageText(shortage),
  ].filter((reason) => reason !== '');
  return (
    <div className="flex items-start gap-2.5">
      {holder === null ? null : (
        <Avatar
          name={personName(workspace, holder)}
          position={workspace.people[holder]?.position ?? 0}
          size={28}
        />
      )}
      <div className="min-w-0">
        <h3 className="font-semibold">{holderText(workspace, why.shift, holder)}</h3>
        <ul className="flex flex-col gap-0.5 text-muted">
          {reasons.map((reason) => (
            <li key={reason}>{reason}.</li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function About({ shift }: { readonly shift: ShiftId }) {
  const answer = useWhy(shift);
  return (
    <Answered answer={answer} waiting="Asking what else could be…">
      {(why) => (
        <>
          <Reasons why={why} />
          <section aria-label="Everybody else">
            <h3 className="pb-1 text-label font-medium text-muted">
              {why.kept === null ? 'Everybody else, the cheapest first' : 'Everybody else'}
            </h3>
            <ul className="divide-y divide-divider">
              {why.others.map((other) => (
                <Other key={other.person} other={other} />
              ))}
            </ul>
          </section>
        </>
      )}
    </Answered>
  );
}

/** Why a turn is held by whom it is: what binds it, how the holder stands, and what everybody else would cost. */
export function Why() {
  const shift = useTurn();
  if (shift === null) return <p className="text-muted">No turns begin in this quarter.</p>;
  return (
    <div className="flex flex-col gap-4">
      <TurnPicker shift={shift} onChange={(chosen) => turnTo({ shift: chosen })} />
      <About shift={shift} />
    </div>
  );
}
