import { CircleHelp, PanelRightClose, PanelRightOpen } from 'lucide-react';
import type { PersonFairness } from '../../../shared/planner/judge.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { pointsText, signedPointsText } from '../../../shared/words/points-text.ts';
import { useAssessments } from '../../state/assessment-store.ts';
import { showHelp } from '../../state/help-store.ts';
import { useFollowedDrag, useFollowedShown } from '../../state/followed.ts';
import { useFairness } from '../../state/selectors.ts';
import { panelIsOpen, setPanelOpen, useView } from '../../state/view-store.ts';
import { IconButton } from '../../ui/icon-button.tsx';

import { changeText, scoreWords } from '../../../shared/words/score-text.ts';
import { Change, changeOf, Points, type Live } from './points-table.tsx';

/** The fairness as it stands, or as it would be if the hand let go. */
function useLiveFairness(): Live {
  const standing = useFairness();
  const preview = useFollowedDrag((drag) => drag.preview ?? drag.asking);
  return preview ? { now: preview.after, before: preview.before } : { now: standing, before: null };
}

function inTeamOrder(workspace: Workspace, people: readonly PersonFairness[]): readonly PersonFairness[] {
  const position = (person: PersonId): number => workspace.people[person]?.position ?? 0;
  return [...people].sort((a, b) => position(a.person) - position(b.person));
}

function Panel() {
  const { now, before } = useLiveFairness();
  const workspace = useFollowedShown();
  const { figure, meaning, provisional } = scoreWords(
    now,
    useAssessments((state) => state.failed),
  );
  const people = inTeamOrder(workspace, now.people);
  return (
    <>
      {/* Below each other, so that a longer figure in a drag moves nothing. */}
      <p className="flex flex-col px-4">
        <span className={`text-score font-semibold whitespace-nowrap ${provisional ? 'text-muted' : ''}`}>
          {before ? changeText(before, now) : figure}
        </span>
        <span className="text-muted">{meaning}</span>
      </p>
      {people.length === 0 ? (
        <p className="px-4 text-muted">Add people and one rotation to see a score.</p>
      ) : (
        <Points people={people} now={now} before={before} />
      )}
    </>
  );
}

/** Of this many people the folded panel says what a drag would do, those that change most: there is no room for more. */
const STRIP_PEOPLE = 4;

/** While the hand holds a shift, the folded panel says what would become of those whom it touches, and moves nothing. */
function StripFigures({ now, before }: Live) {
  const workspace = useFollowedShown();
  const changed = now.people
    .map((card) => ({ card, before: before?.people.find(({ person }) => person === card.person) ?? null }))
    .filter((one) => pointsText(changeOf(one)) !== '0')
    .sort((a, b) => Math.abs(changeOf(b)) - Math.abs(changeOf(a)));
  return changed.slice(0, STRIP_PEOPLE).map((one) => (
    <p key={one.card.person} className="flex gap-1.5 text-label whitespace-nowrap [writing-mode:vertical-rl]">
      <span className="max-h-28 truncate">{workspace.people[one.card.person]?.name ?? one.card.person}</span>
      <span className="font-medium">{now.assessed ? signedPointsText(one.card.difference) : '…'}</span>
      <Change {...one} />
    </p>
  ));
}

function Strip({ onOpen }: { readonly onOpen: () => void }) {
  const live = useLiveFairness();
  const { now, before } = live;
  return (
    <aside
      aria-label="Fairness, folded"
      className="flex w-(--side-strip) shrink-0 flex-col items-center gap-2 border-l border-divider bg-panel py-2"
    >
      <IconButton
        label="Show fairness"
        icon={<PanelRightOpen size={15} aria-hidden />}
        onPress={onOpen}
        placement="left"
        className="size-6!"
      />
      <p className="text-label whitespace-nowrap text-muted [writing-mode:vertical-rl]">
        Fairness {before === null ? scoreWords(now).figure : changeText(before, now)}
      </p>
      <StripFigures {...live} />
    </aside>
  );
}

/** The right-hand panel: how much everybody has against their share, live while the hand holds a shift; laid out apart from the plan. */
export function FairnessPanel({ width }: { readonly width: number }) {
  const isOpen = useView((view) => panelIsOpen(view.panelOpen, width));
  if (!isOpen) return <Strip onOpen={() => setPanelOpen(true)} />;
  return (
    <aside
      aria-label="Fairness"
      className="w-(--side-panel) shrink-0 border-l border-divider bg-panel min-[1680px]:w-88"
    >
      {/* Within what flexes, since only its inside can be laid out apart. */}
      <div className="flex size-full flex-col gap-2 contain-strict">
        <div className="flex items-center justify-between pt-2 pr-2 pl-4">
          <h2 className="flex-1 text-section font-semibold">Fairness</h2>
          <IconButton
            label="How is this computed?"
            icon={<CircleHelp size={15} aria-hidden />}
            onPress={() => showHelp('fairness')}
            placement="left"
          />
          <IconButton
            label="Hide fairness"
            icon={<PanelRightClose size={15} aria-hidden />}
            onPress={() => setPanelOpen(false)}
            placement="left"
          />
        </div>
        <Panel />
      </div>
    </aside>
  );
}
