import { toneOf } from '../../state/tone.ts';
import type { ReactNode } from 'react';
import type { PersonFairness } from '../../../shared/planner/judge.ts';
import type { QuarterId } from '../../../shared/model/dates.ts';
import { quarterRange } from '../../../shared/calendar/days.ts';
import {
  pointsText,
  pointsWithUnit,
  scoreText,
  signedPointsText,
} from '../../../shared/words/points-text.ts';
import { useShownWorkspace } from '../../state/plan-store.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Bar } from '../../ui/bar.tsx';
import { OpeningNumber } from './opening-number.tsx';
import { ownedTasks } from './owned-tasks.ts';
import { barText, heldHolidaysText, standingText, wishText } from './person-text.ts';
import { ShiftList } from './shift-list.tsx';
import { shiftsBehind, type ShiftBehind } from './shifts-behind.ts';
import { TaskList } from './task-list.tsx';

interface Props {
  readonly card: PersonFairness;
  readonly quarter: QuarterId;
  readonly scale: number;
}

const days = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** One term of the sum that leads to the share: a number, its name under it, and why it is what it is. */
function Term({
  sign,
  q,
  name,
  children,
}: {
  readonly sign: '' | '−' | '=';
  readonly q: number;
  readonly name: string;
  readonly children: ReactNode;
}) {
  // Taking away less than nothing is adding: "+ 9.3" reads better than "− −9.3".
  const turned = sign === '−' && q < 0;
  return (
    <div className="flex items-start gap-2">
      {sign === '' ? null : (
        <span aria-hidden className="text-section text-muted">
          {turned ? '+' : sign}
        </span>
      )}
      <div>
        <OpeningNumber
          figure={pointsText(turned ? -q : q)}
          title={`${name}: ${pointsWithUnit(q)}`}
          className="text-section font-medium"
        >
          <div className="max-w-72 text-muted">{children}</div>
        </OpeningNumber>
        <p className="text-label text-muted">{name}</p>
      </div>
    </div>
  );
}

function Identity({ card, quarter }: Pick<Props, 'card' | 'quarter'>) {
  const workspace = useShownWorkspace();
  const { equalShare, carry, taskLoad, ownTasks, structural, attainable } = card;
  const tasks = ownedTasks(workspace, card.person, quarterRange(quarter).from);
  return (
    <div
      role="group"
      aria-label="How the share comes about, in points"
      className="flex flex-wrap items-start gap-x-4 gap-y-2"
    >
      <Term sign="" q={equalShare} name="Equal share">
        The load of the whole quarter, divided by time present: share of full time, and working days without
        leave.
      </Term>
      <Term sign="−" q={carry} name="Carried in">
        What the quarter before left over, against the team’s mean.{' '}
        {carry > 0
          ? 'Held more than the share then, so gets less now.'
          : carry < 0
            ? 'Held less than the share then, so gets more now.'
            : 'Nothing was left over.'}
      </Term>
      <Term sign="−" q={taskLoad} name="Tasks">
        <p className="mb-2">
          Owned tasks weigh {pointsWithUnit(ownTasks)} over the quarter: {signedPointsText(taskLoad)} against
          an even part of all tasks.
        </p>
        <TaskList tasks={tasks} />
      </Term>
      <Term sign="−" q={structural} name="Structural">
        {Math.abs(structural) < 1
          ? 'Nothing: rotations, roles, leave and rest allow the whole share.'
          : structural > 0
            ? 'Cannot be reached: rotations, roles, leave or rest allow no more. It is nobody’s debt and is not carried on.'
            : 'Has to be taken on: the rotations, roles, leave and rest of the others leave nobody else. It is not carried on.'}
      </Term>
      <Term sign="=" q={attainable} name="Share, attainable">
        The share this person is judged against: what is left of the equal share after carry, tasks and
        structural limits.
      </Term>
    </div>
  );
}

/** The turns with what each adds to one figure; those that add nothing are left out. */
function entriesOf(behind: readonly ShiftBehind[], text: (shift: ShiftBehind) => string | null) {
  return behind.flatMap((shift) => {
    const figure = text(shift);
    return figure === null ? [] : [{ shift: shift.shift, figure }];
  });
}

function Counts({
  card,
  behind,
}: {
  readonly card: PersonFairness;
  readonly behind: readonly ShiftBehind[];
}) {
  const { counts, primary, secondary } = card;
  const figures = [
    {
      name: 'Primary turns',
      figure: primary,
      text: (one: ShiftBehind) => (one.firstLayer ? pointsWithUnit(one.load) : null),
    },
    {
      name: 'Secondary turns',
      figure: secondary,
      text: (one: ShiftBehind) => (one.firstLayer ? null : pointsWithUnit(one.load)),
    },
    {
      name: 'Weekdays',
      figure: counts.weekday,
      text: ({ counts: { weekday } }: ShiftBehind) =>
        weekday > 0 ? days(weekday, 'weekday', 'weekdays') : null,
    },
    {
      name: 'Weekend days',
      figure: counts.weekend,
      text: ({ counts: { weekend } }: ShiftBehind) => (weekend > 0 ? days(weekend, 'day', 'days') : null),
    },
    {
      name: 'Holiday duties',
      figure: counts.holiday,
      text: ({ counts: { holiday } }: ShiftBehind) =>
        holiday > 0 ? days(holiday, 'holiday', 'holidays') : null,
    },
  ];
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-2">
      {figures.map(({ name, figure, text }) => (
        <div key={name} className="flex flex-col-reverse">
          <dt className="text-label text-muted">{name}</dt>
          <dd className="text-section font-medium">
            <OpeningNumber figure={String(figure)} title={`${name}: ${figure}`}>
              {(close) => <ShiftList entries={entriesOf(behind, text)} onGo={close} />}
            </OpeningNumber>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** One person's fairness as a sum that can be checked line by line, down to the shifts. */
export function PersonCard({ card, quarter, scale }: Props) {
  const workspace = useShownWorkspace();
  const person = workspace.people[card.person];
  const name = person?.name ?? card.person;
  const behind = shiftsBehind(workspace, quarter, card.person);
  const wishes = wishText(card);
  return (
    <li className="flex flex-col gap-3 border-b border-divider py-4 last:border-0">
      <div className="flex items-center gap-3">
        <Avatar name={name} position={person?.position ?? 0} size={28} />
        <div className="min-w-0 flex-1">
          <h3 className="truncate text-section font-semibold">{name}</h3>
          <p className="text-muted">{standingText(card)}</p>
        </div>
        <div className="w-64 shrink-0 max-[1100px]:w-40">
          <Bar
            label={barText(name, card)}
            value={card.load / 4}
            mark={card.attainable / 4}
            band={card.band / 4}
            scale={scale}
            tone={toneOf(card)}
          />
        </div>
        <div className="w-20 shrink-0 text-right">
          <OpeningNumber
            figure={pointsWithUnit(card.load)}
            title={`${name} holds ${pointsWithUnit(card.load)}`}
            className="font-semibold"
          >
            {(close) => (
              <ShiftList entries={entriesOf(behind, ({ load }) => pointsWithUnit(load))} onGo={close} />
            )}
          </OpeningNumber>
          <p className="text-label text-muted">
            {card.score === null ? 'no score yet' : `score ${scoreText(card.score)}`}
          </p>
        </div>
      </div>
      <div className="ml-10 flex flex-wrap items-start justify-between gap-x-10 gap-y-3">
        <Identity card={card} quarter={quarter} />
        <Counts card={card} behind={behind} />
      </div>
      {wishes === '' && card.holidays.length === 0 ? null : (
        <p className="ml-10 text-muted">
          {[wishes, card.holidays.length === 0 ? '' : `Holidays: ${heldHolidaysText(card)}`]
            .filter((part) => part !== '')
            .join('. ')}
          .
        </p>
      )}
    </li>
  );
}
