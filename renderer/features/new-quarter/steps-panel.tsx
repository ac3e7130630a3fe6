import { Check, Circle, CircleDot, Minus, X } from 'lucide-react';
import { useMemo } from 'react';
import { stepIds, type QuarterUnderway, type StepId } from '../../../shared/contract/preferences.ts';
import { readinessOf, type Readiness } from '../../../shared/planner/readiness.ts';
import { quarterText } from '../../../shared/words/date-text.ts';
import { stepFacts, stepSummary, stepTasks, stepTitles } from '../../../shared/words/new-quarter-text.ts';
import { goToStep, hideSteps, screenOfStep, useNewQuarter } from '../../state/new-quarter.ts';
import { showQuarter, showScreen, useView } from '../../state/view-store.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { AddLeave } from './add-leave.tsx';
import { NextButton } from './next-button.tsx';
import { PlanStep } from './plan-step.tsx';
import { PublishStep } from './publish-step.tsx';
import { ReviewStep } from './review-step.tsx';
import { Facts } from './step-facts.tsx';

type Standing = 'at' | 'done' | 'skipped' | 'ahead';

const standingOf = ({ at, done, skipped }: QuarterUnderway, step: StepId): Standing =>
  step === at ? 'at' : done.includes(step) ? 'done' : skipped.includes(step) ? 'skipped' : 'ahead';

const signs = { at: CircleDot, done: Check, skipped: Minus, ahead: Circle } as const;
const spoken = { at: '', done: ', done', skipped: ', skipped', ahead: '' } as const;

interface PartProps {
  readonly underway: QuarterUnderway;
  readonly ready: Readiness;
}

/** Without turns there is nothing to plan: the way to where they are made. */
const ToRotations = ({ ready }: Pick<PartProps, 'ready'>) =>
  ready.turns > 0 ? null : <Button onPress={() => showScreen('rotations')}>Rotations</Button>;

/** What is known and missing at the step, and the way on. */
function Content({ underway, ready }: PartProps) {
  switch (underway.at) {
    case 'people':
    case 'holidays':
      return (
        <>
          <Facts {...stepFacts(underway.at, ready)} />
          <NextButton
            first={null}
            isLast={false}
            others={underway.at === 'people' ? <ToRotations ready={ready} /> : null}
          />
        </>
      );
    case 'leave':
      return (
        <>
          <Facts {...stepFacts('leave', ready)} />
          <NextButton first={null} isLast={false} />
          <AddLeave people={ready.people} />
        </>
      );
    case 'plan':
      return <PlanStep ready={ready} />;
    case 'review':
      return <ReviewStep />;
    case 'publish':
      return <PublishStep quarter={underway.quarter} />;
  }
}

/** Says so, with the way back, when the screen or the quarter on view is not the one that the step works on. */
function Elsewhere({ underway }: Pick<PartProps, 'underway'>) {
  const { screen, quarter } = useView();
  if (quarter !== underway.quarter)
    return (
      <Button size="small" className="self-start" onPress={() => showQuarter(underway.quarter)}>
        Back to {quarterText(underway.quarter)}
      </Button>
    );
  if (screen === screenOfStep[underway.at] || underway.at === 'review') return null;
  return (
    <Button size="small" className="self-start" onPress={() => showScreen(screenOfStep[underway.at])}>
      Show its screen
    </Button>
  );
}

function Step({ step, underway, ready }: PartProps & { readonly step: StepId }) {
  const standing = standingOf(underway, step);
  const Sign = signs[standing];
  const isAt = standing === 'at';
  return (
    <li className={isAt ? 'rounded-lg bg-ground shadow-[inset_0_0_0_1px_var(--divider)]' : ''}>
      <button
        type="button"
        aria-current={isAt ? 'step' : undefined}
        onClick={() => goToStep(step)}
        className="flex min-h-8 w-full items-center gap-2 rounded-lg px-2.5 text-left hover:bg-hover"
      >
        <Sign
          size={15}
          aria-hidden
          className={isAt ? 'text-accent' : standing === 'done' ? 'text-ok' : 'text-muted'}
        />
        <span className={isAt ? 'font-semibold' : ''}>{stepTitles[step]}</span>
        <span className="sr-only">{spoken[standing]}</span>
        <span className="flex-1 truncate text-right text-label text-muted">{stepSummary(step, ready)}</span>
      </button>
      {isAt ? (
        <section aria-label={stepTitles[step]} className="flex flex-col gap-2.5 px-2.5 pt-1 pb-3">
          <p className="text-muted">{stepTasks[step]}</p>
          <Elsewhere underway={underway} />
          <Content key={step} underway={underway} ready={ready} />
        </section>
      ) : null}
    </li>
  );
}

function Steps({ underway }: Pick<PartProps, 'underway'>) {
  const workspace = useWorkspace();
  const ready = useMemo(() => readinessOf(workspace, underway.quarter), [workspace, underway.quarter]);
  return (
    <aside
      aria-label="New quarter"
      className="flex w-75 shrink-0 flex-col border-r border-divider bg-panel max-[1100px]:w-64"
    >
      <header className="flex items-center gap-2 py-2 pr-2 pl-4">
        <h2 className="min-w-0 flex-1 truncate text-section font-semibold">
          Prepare {quarterText(underway.quarter)}
        </h2>
        <IconButton
          label="Put the steps away"
          hint="Put the steps away; the Plan menu goes on with them"
          icon={<X size={15} aria-hidden />}
          onPress={hideSteps}
        />
      </header>
      <div className="min-h-0 flex-1 overflow-auto px-2 pb-3">
        <ol className="flex flex-col gap-0.5">
          {stepIds.map((step) => (
            <Step key={step} step={step} underway={underway} ready={ready} />
          ))}
        </ol>
        <p className="px-2.5 pt-3 text-label text-muted">
          The screen beside this is the real one: every change there is a step that undo takes back.
        </p>
      </div>
    </aside>
  );
}

/** The steps from people to a published plan, beside the screens on which each of them is done. */
export function StepsPanel() {
  const underway = useNewQuarter((state) => state.underway);
  const workspace = useWorkspace();
  // Another plan was opened meanwhile: these steps are not about it.
  return underway === null || underway.workspace !== workspace.about.id ? null : (
    <Steps underway={underway} />
  );
}
