import { CircleHelp, PanelRightClose, PanelRightOpen } from 'lucide-react';
import type { PersonFairness, TeamFairness } from '../../../shared/planner/judge.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { barText } from '../../../shared/words/fairness-text.ts';
import { pointsText, signedPointsText } from '../../../shared/words/points-text.ts';
import { useAssessments } from '../../state/assessment-store.ts';
import { showHelp } from '../../state/help-store.ts';
import { explained } from '../../state/meaning.ts';
import { useFollowedDrag, useFollowedShown } from '../../state/followed.ts';
import { toneOf } from '../../state/tone.ts';
import { useFairness } from '../../state/selectors.ts';
import { panelIsOpen, setPanelOpen, showScreen, useView } from '../../state/view-store.ts';
import { Bar, BarScale } from '../../ui/bar.tsx';
import { scaleFor } from '../../ui/bar-scale.ts';
import { Button } from '../../ui/button.tsx';
import { Term } from '../../ui/term.tsx';
import { IconButton } from '../../ui/icon-button.tsx';

import { changeText, scoreWords } from '../../../shared/words/score-text.ts';

interface Live {
  readonly now: TeamFairness;
  /** Where things stood before the drag under way; null at rest. */
  readonly before: TeamFairness | null;
}

/** The fairness as it stands, or as it would be if the hand let go. */
function useLiveFairness(): Live {
  const standing = useFairness();
  const preview = useFollowedDrag((drag) => drag.preview ?? drag.asking);
  return preview ? { now: preview.after, before: preview.before } : { now: standing, before: null };
}

interface ChangeProps {
  readonly card: PersonFairness;
  readonly before: PersonFairness | null;
}

/** By how many points somebody would hold more or less, in quarters; zero where nothing is tried. */
const changeOf = ({ card, before }: ChangeProps): number => (before === null ? 0 : card.load - before.load);

/** What would change for one person: an arrow and by how much; in colour by whether it leads to the share or away from it. */
function Change({ card, before }: ChangeProps) {
  const q = changeOf({ card, before });
  if (before === null || pointsText(q) === '0') return null;
  const closer = Math.abs(card.difference) < Math.abs(before.difference);
  return (
    <span className={closer ? 'text-ok' : 'text-warning'}>
      <span aria-hidden>{q > 0 ? '▲' : '▼'}</span>
      <span className="sr-only">{q > 0 ? ' more by ' : ' less by '}</span>
      {pointsText(Math.abs(q))}
    </span>
  );
}

interface RowProps {
  readonly name: string;
  readonly card: PersonFairness;
  readonly before: PersonFairness | null;
  readonly scale: number;
  /** A big team gets one line each, a small one its whole names above the bars. */
  readonly dense: boolean;
  /** False while the share is not known: then nothing is said of the distance to it. */
  readonly assessed: boolean;
}

/** Teams up to this size have room for two lines each. */
const SMALL_TEAM = 14;

function Row({ name, card, before, scale, dense, assessed }: RowProps) {
  const bar = (
    <Bar
      label={barText(name, card)}
      value={card.load / 4}
      before={before === null ? null : before.load / 4}
      mark={card.attainable / 4}
      band={card.band / 4}
      scale={scale}
      tone={toneOf(card)}
    />
  );
  const figures = (
    <>
      <td className={`pl-2 text-right align-top font-medium ${dense ? 'pt-0.5' : 'pt-1'}`}>
        {pointsText(card.load)}
      </td>
      <td
        className={`pl-2 text-right align-top text-label leading-4.5 text-muted ${dense ? 'pt-0.5' : 'pt-1'}`}
      >
        <span className="block">{assessed ? signedPointsText(card.difference) : '…'}</span>
        {dense ? null : <Change card={card} before={before} />}
      </td>
      {dense && before !== null ? (
        <td className="pt-0.5 pl-1 text-right align-top text-label leading-4.5">
          <Change card={card} before={before} />
        </td>
      ) : null}
    </>
  );
  if (dense)
    return (
      <tr>
        <th scope="row" className="truncate py-0.5 text-left font-normal" title={name} dir="auto">
          {name}
        </th>
        <td className="py-0.5 pl-2">{bar}</td>
        {figures}
      </tr>
    );
  return (
    <tr>
      <th scope="row" colSpan={2} className="pt-1 pb-1.5 text-left font-normal">
        <span className="block truncate" title={name} dir="auto">
          {name}
        </span>
        {bar}
      </th>
      {figures}
    </tr>
  );
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
  const dense = people.length > SMALL_TEAM;
  const scale = scaleFor(
    [...now.people, ...(before?.people ?? [])].map(
      ({ load, attainable, band }) => Math.max(load, attainable + band) / 4,
    ),
  );
  return (
    <>
      <p className="flex items-baseline gap-2 px-4 pt-1">
        <span className={`text-score font-semibold whitespace-nowrap ${provisional ? 'text-muted' : ''}`}>
          {before ? changeText(before, now) : figure}
        </span>
        <span className="text-muted">{meaning}</span>
      </p>
      {people.length === 0 ? (
        <p className="px-4 text-muted">Add people and one rotation to see a score.</p>
      ) : (
        // A pane that scrolls needs focus, or the keyboard could not scroll it.
        <div
          className="min-h-0 flex-1 overflow-auto px-4 pb-4"
          tabIndex={0}
          role="group"
          aria-label="Points by person"
        >
          <table className="w-full table-fixed border-collapse">
            <colgroup>
              <col />
              <col className={dense ? 'w-18' : 'w-24'} />
              <col className="w-11" />
              <col className="w-13" />
              {dense && before !== null ? <col className="w-12" /> : null}
            </colgroup>
            <thead>
              <tr className="text-label text-muted">
                <th scope="col" colSpan={2} className="pb-1 text-left font-normal">
                  <Term {...explained('points')}>Points</Term>
                </th>
                <th scope="col" className="pb-1 text-right font-normal">
                  held
                </th>
                <th scope="col" className="pb-1 text-right font-normal whitespace-nowrap">
                  ± <Term {...explained('share')}>share</Term>
                </th>
                {dense && before !== null ? (
                  <th scope="col" className="pb-1 text-right font-normal">
                    change
                  </th>
                ) : null}
              </tr>
            </thead>
            <tbody>
              {people.map((card) => (
                <Row
                  key={card.person}
                  name={workspace.people[card.person]?.name ?? card.person}
                  card={card}
                  before={before?.people.find(({ person }) => person === card.person) ?? null}
                  scale={scale}
                  dense={dense}
                  assessed={now.assessed}
                />
              ))}
            </tbody>
            <tfoot>
              <tr>
                {dense ? <td /> : null}
                <td colSpan={dense ? 1 : 2} className={dense ? 'pl-2' : ''}>
                  <BarScale scale={scale} />
                </td>
              </tr>
            </tfoot>
          </table>
          <p className="pt-3 text-label text-muted">
            The line is each person’s share; within the shaded band a difference counts as even.
          </p>
          <div className="pt-3">
            <Button size="small" onPress={() => showScreen('fairness')}>
              Explain
            </Button>
          </div>
        </div>
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

/** The right-hand panel: how much everybody has against their share, live while the hand holds a shift. */
export function FairnessPanel({ width }: { readonly width: number }) {
  const isOpen = useView((view) => panelIsOpen(view.panelOpen, width));
  if (!isOpen) return <Strip onOpen={() => setPanelOpen(true)} />;
  return (
    <aside
      aria-label="Fairness"
      className="flex w-(--side-panel) shrink-0 flex-col gap-2 border-l border-divider bg-panel min-[1680px]:w-88"
    >
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
    </aside>
  );
}
