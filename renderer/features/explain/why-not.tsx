import { Ban } from 'lucide-react';
import { useState } from 'react';
import type { PersonId, ShiftId } from '../../../shared/model/ids.ts';
import type { Barrier } from '../../../shared/planner/explain/barriers.ts';
import type { WhyNot as WhyNotAnswer } from '../../../shared/planner/explain/why-not.ts';
import { barrierText, gapsText, whyNotPriceText } from '../../../shared/words/ask-text.ts';
import { personName, slotWithDays } from '../../../shared/words/names.ts';
import { notKnownText } from '../../../shared/words/time-text.ts';
import { applyChanges } from '../../state/apply-changes.ts';
import { useWhyNot, useWhyNotExact } from '../../state/explain-answers.ts';
import { turnTo, useExplain } from '../../state/explain-store.ts';
import { useShownWorkspace } from '../../state/plan-store.ts';
import { Button } from '../../ui/button.tsx';
import { Answered } from './answered.tsx';
import { ChangeList } from './change-list.tsx';
import { PersonPicker } from './person-picker.tsx';
import { PriceTerms } from './price-terms.tsx';
import { TurnPicker } from './turn-picker.tsx';
import { useTurn } from './use-turn.ts';
import { useWhyNotNow } from './use-why-not-now.ts';

interface Asked {
  readonly shift: ShiftId;
  readonly person: PersonId;
}

function Barred({ barriers }: { readonly barriers: readonly Barrier[] }) {
  const workspace = useShownWorkspace();
  return (
    <ul className="flex flex-col gap-1 text-error">
      {barriers.map((barrier) => {
        const text = barrierText(workspace, barrier);
        return (
          <li key={text} className="flex items-baseline gap-2">
            <Ban size={12} className="shrink-0 translate-y-0.5" aria-hidden />
            {text}.
          </li>
        );
      })}
    </ul>
  );
}

/** The price of a plan with this person in this turn, what it is paid for, and who else would hold something else. */
function Priced({
  answer,
  shift,
}: {
  readonly answer: Extract<WhyNotAnswer, { kind: 'priced' }>;
  readonly shift: ShiftId;
}) {
  const blocked = useWhyNotNow();
  const gaps = gapsText(answer.price);
  return (
    <>
      <p className="text-section font-semibold">
        {whyNotPriceText(answer)}
        {gaps === '' ? '' : `, ${gaps}`}
      </p>
      <PriceTerms price={answer.price} />
      <section aria-label="What would change">
        <h3 className="pb-1 text-label font-medium text-muted">What would change</h3>
        <ChangeList changes={answer.changes} first={shift} />
      </section>
      <div>
        <Button size="small" disabledReason={blocked} onPress={() => applyChanges(answer.changes)}>
          Make these changes
        </Button>
      </div>
    </>
  );
}

function Answer({ answer, asked }: { readonly answer: WhyNotAnswer; readonly asked: Asked }) {
  const workspace = useShownWorkspace();
  const who = personName(workspace, asked.person);
  switch (answer.kind) {
    case 'holds':
      return <p>{who} holds it.</p>;
    case 'barred':
      return <Barred barriers={answer.barriers} />;
    case 'priced':
      return <Priced answer={answer} shift={asked.shift} />;
    case 'unknown':
      return <p>{notKnownText(`a plan has ${who} on it`)}.</p>;
    case 'no-plan':
      return (
        <>
          <p>No complete plan has it so, though nothing bars this one turn.</p>
          <div>
            <Button size="small" onPress={() => turnTo({ question: 'clash', insisting: asked })}>
              What clashes?
            </Button>
          </div>
        </>
      );
  }
}

/** The quick answer, and on demand that of the exact solver in its place. */
function QuickOrExact({ quick, asked }: { readonly quick: WhyNotAnswer; readonly asked: Asked }) {
  const [wanted, setWanted] = useState(false);
  const exact = useWhyNotExact(wanted ? asked : null);
  if (quick.kind !== 'priced') return <Answer answer={quick} asked={asked} />;
  return (
    <>
      <Answer answer={exact.kind === 'answered' ? exact.value : quick} asked={asked} />
      {wanted ? (
        <Answered answer={exact} waiting="Solving the quarter again with this pin…">
          {() => null}
        </Answered>
      ) : (
        <div>
          <Button size="small" kind="quiet" className="-ml-2" onPress={() => setWanted(true)}>
            Work out the exact price
          </Button>
        </div>
      )}
    </>
  );
}

function About({ asked }: { readonly asked: Asked }) {
  const workspace = useShownWorkspace();
  const answer = useWhyNot(asked);
  return (
    <>
      <h3 className="font-semibold">
        Why not {personName(workspace, asked.person)} on {slotWithDays(workspace, asked.shift)}?
      </h3>
      <Answered answer={answer} waiting="Looking for the best plan with it…">
        {(quick) => <QuickOrExact key={`${asked.shift} ${asked.person}`} quick={quick} asked={asked} />}
      </Answered>
    </>
  );
}

/** Why somebody does not hold a turn: the rule that bars them, or what it would cost. */
export function WhyNot() {
  const workspace = useShownWorkspace();
  const shift = useTurn();
  const chosen = useExplain((state) => state.person);
  if (shift === null) return <p className="text-muted">No turns begin in this quarter.</p>;
  const holder = workspace.shifts[shift]?.person ?? null;
  const others = Object.values(workspace.people)
    .filter(({ id, archivedOn }) => id !== holder && archivedOn === null)
    .sort((a, b) => a.position - b.position);
  const person = (others.find(({ id }) => id === chosen) ?? others[0])?.id ?? null;
  return (
    <div className="flex flex-col gap-4">
      <TurnPicker shift={shift} onChange={(other) => turnTo({ shift: other })} />
      <PersonPicker
        label="Why not"
        person={person}
        everybody={null}
        without={holder}
        onChange={(other) => turnTo({ person: other })}
      />
      {person === null ? (
        <p className="text-muted">There is nobody else in the team.</p>
      ) : (
        <About asked={{ shift, person }} />
      )}
    </div>
  );
}
