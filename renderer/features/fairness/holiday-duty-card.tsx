import { useMemo, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { addDays } from '../../../shared/calendar/days.ts';
import type { Gesture } from '../../../shared/editing/gesture.ts';
import { planMove } from '../../../shared/editing/plan-move.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { standingOf } from '../../../shared/planner/eligibility.ts';
import type { TeamFairness } from '../../../shared/planner/judge.ts';
import { slotOf } from '../../../shared/rotation/expand.ts';
import { nearMeanText } from '../../../shared/words/cover-text.ts';
import { effectLines, type EffectLine } from '../../../shared/words/effect-text.ts';
import { dutyName, personName } from '../../../shared/words/names.ts';
import { today } from '../../state/clock.ts';
import { makeMove } from '../../state/drag-store.ts';
import { useAssessment, useFairness } from '../../state/selectors.ts';
import { showShifts, useView } from '../../state/view-store.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import type { HolidayCover, HolidayCovered } from './holidays-covered.ts';

/** One duty on one holiday, and who holds it. */
export interface Duty extends HolidayCover {
  readonly person: PersonId;
  readonly holiday: HolidayCovered;
}

type Days = Extract<Gesture, { kind: 'cover' }>['covers'][number];

const dayOf = ({ shift, holiday }: Duty, person: PersonId): Days => ({
  shift,
  from: holiday.date,
  until: addDays(holiday.date, 1),
  person,
});

/** Who may take a duty by its rotation and layer, the one with the fewest holidays first. */
function takers(workspace: Workspace, fairness: TeamFairness, { shift, person }: Duty) {
  const slot = slotOf(workspace, shift);
  const rotation = slot === null ? undefined : workspace.rotations[slot.rotation];
  if (slot === null || rotation === undefined) return [];
  return fairness.people
    .filter((one) => {
      const standing = one.person === person ? 'no-part' : standingOf(workspace, one.person, rotation, slot);
      return standing === 'regular' || standing === 'stand-in';
    })
    .toSorted((a, b) => a.holidayBalance - b.holidayBalance);
}

/** Two duties change hands for their days: each person covers the other's. */
const swapOf = (one: Duty, other: Duty): Gesture => ({
  kind: 'cover',
  covers: [dayOf(one, other.person), dayOf(other, one.person)],
  remove: [],
});

interface Way {
  readonly key: string;
  readonly title: string;
  readonly note: string;
  readonly person: PersonId;
  readonly gesture: Gesture;
}

function givingWays(workspace: Workspace, fairness: TeamFairness, duty: Duty): readonly Way[] {
  return takers(workspace, fairness, duty).map(({ person, holidayBalance }) => ({
    key: person,
    title: personName(workspace, person),
    note: nearMeanText(holidayBalance, fairness.meanHolidayBalance),
    person,
    gesture: { kind: 'cover', covers: [dayOf(duty, person)], remove: [] },
  }));
}

const swapWays = (workspace: Workspace, duty: Duty, others: readonly Duty[]): readonly Way[] =>
  others
    .filter((other) => other.person !== duty.person && other.holiday.key !== duty.holiday.key)
    .map((other) => ({
      key: `${other.shift} ${other.holiday.date}`,
      title: `${other.holiday.name}, ${dutyName(workspace, other.shift)}`,
      note: personName(workspace, other.person),
      person: other.person,
      gesture: swapOf(duty, other),
    }));

const tones: Readonly<Record<EffectLine['kind'], string>> = {
  takes: '',
  free: '',
  hard: 'text-error',
  soft: 'text-warning',
  share: 'text-muted',
  score: 'text-muted',
  refused: 'text-error',
};

/** What a way would do, before it is done: the same lines as beside a drag. */
function Effect({ workspace, gesture }: { readonly workspace: Workspace; readonly gesture: Gesture | null }) {
  // By the quarter on view, in which the day lies: its turn may have begun in the one before.
  const quarter = useView((view) => view.quarter);
  const assessment = useAssessment();
  const lines = useMemo(() => {
    if (gesture === null) return [];
    const now = today(workspace.about.zone);
    return effectLines(workspace, planMove(workspace, quarter, gesture, assessment, now));
  }, [workspace, gesture, quarter, assessment]);
  return (
    <ul aria-live="polite" className="flex min-h-24 flex-col gap-0.5 border-t border-divider pt-2 text-label">
      {lines.length === 0 ? <li className="text-muted">Point at one to see what it would do.</li> : null}
      {lines.map(({ kind, text }) => (
        <li key={text} className={tones[kind]}>
          {kind === 'hard' ? 'Conflict: ' : kind === 'soft' ? 'Warning: ' : ''}
          {text}
        </li>
      ))}
    </ul>
  );
}

interface WaysProps {
  readonly workspace: Workspace;
  readonly ways: readonly Way[];
  readonly onDone: () => void;
}

function Ways({ workspace, ways, onDone }: WaysProps) {
  const [aimed, setAimed] = useState<Way | null>(null);
  if (ways.length === 0) return <p className="text-muted">Nobody else may take this duty.</p>;
  return (
    <>
      <ul className="flex max-h-56 flex-col overflow-auto">
        {ways.map((way) => (
          <li key={way.key}>
            <AriaButton
              onHoverStart={() => setAimed(way)}
              onFocus={() => setAimed(way)}
              onPress={() => {
                onDone();
                makeMove(way.gesture);
              }}
              className="flex w-full items-center gap-2 rounded-md px-2 py-1 text-left data-focus-visible:bg-hover data-hovered:bg-hover"
            >
              <Avatar
                name={personName(workspace, way.person)}
                position={workspace.people[way.person]?.position ?? 0}
                size={18}
                showsInitials={false}
              />
              <span className="flex-1">{way.title}</span>
              <span className="pl-4 text-label whitespace-nowrap text-muted">{way.note}</span>
            </AriaButton>
          </li>
        ))}
      </ul>
      <Effect workspace={workspace} gesture={aimed?.gesture ?? null} />
    </>
  );
}

interface CardProps {
  readonly workspace: Workspace;
  readonly duty: Duty;
  readonly others: readonly Duty[];
  readonly onDone: () => void;
}

/** A duty on a holiday: whom the day could go to, which holiday it could be swapped for, and the way back from a cover. */
export function DutyCard({ workspace, duty, others, onDone }: CardProps) {
  const fairness = useFairness();
  const [kind, setKind] = useState<'give' | 'swap'>('give');
  const cover = workspace.shifts[duty.shift];
  const covered = cover?.covers ?? null;
  const holder = covered === null ? null : (workspace.shifts[covered]?.person ?? null);
  return (
    <div className="flex w-88 flex-col gap-2">
      <p className="font-medium">
        {dutyName(workspace, duty.shift)}, {duty.holiday.name}
      </p>
      {holder === null ? null : (
        <div className="flex items-center justify-between gap-3">
          <span className="text-muted">Covered for {personName(workspace, holder)}</span>
          <Button
            size="small"
            onPress={() => {
              onDone();
              makeMove({ kind: 'cover', covers: [], remove: [duty.shift] });
            }}
          >
            Take the cover back
          </Button>
        </div>
      )}
      <div className="flex items-center justify-between gap-3">
        <SegmentedControl
          label="Give or swap"
          value={kind}
          onChange={setKind}
          options={[
            { id: 'give', title: 'Give the day to' },
            { id: 'swap', title: 'Swap with' },
          ]}
        />
        <Button
          size="small"
          kind="quiet"
          onPress={() => {
            onDone();
            showShifts([cover?.covers ?? duty.shift]);
          }}
        >
          On the Board
        </Button>
      </div>
      <Ways
        key={kind}
        workspace={workspace}
        onDone={onDone}
        ways={kind === 'give' ? givingWays(workspace, fairness, duty) : swapWays(workspace, duty, others)}
      />
    </div>
  );
}
