import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { quarterRange } from '../../../shared/calendar/days.ts';
import type { QuarterId } from '../../../shared/model/dates.ts';
import type { PersonFairness } from '../../../shared/planner/judge.ts';
import { holidayText, personScoreText } from '../../../shared/words/card-text.ts';
import {
  barText,
  heldHolidaysText,
  standingText,
  standInText,
  wishText,
} from '../../../shared/words/fairness-text.ts';
import { counted } from '../../../shared/words/number-text.ts';
import { exactPointsText, scoreText } from '../../../shared/words/points-text.ts';
import { useShownWorkspace } from '../../state/plan-store.ts';
import { toneOf } from '../../state/tone.ts';
import { showShifts } from '../../state/view-store.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Bar } from '../../ui/bar.tsx';
import { Button } from '../../ui/button.tsx';
import { AskAbout } from './ask-about.tsx';
import { Cause } from './cause.tsx';
import { IdentityTable } from './identity-table.tsx';
import { OpeningNumber } from './opening-number.tsx';
import { ownedTasks } from './owned-tasks.ts';
import { shiftsBehind } from './shifts-behind.ts';
import { TaskList } from './task-list.tsx';
import { TurnList } from './turn-list.tsx';

interface Props {
  readonly card: PersonFairness;
  readonly quarter: QuarterId;
  readonly scale: number;
  /** The team's mean of holidays, in quarter-holidays. */
  readonly meanHolidays: number;
  /** Open from the start: the team is small, or this one is furthest from fair. */
  readonly startsOpen: boolean;
}

/** Everything behind the row: the sum, the turns, and what the score, holidays and wishes say. */
function Details({
  card,
  quarter,
  meanHolidays,
  name,
}: Omit<Props, 'scale' | 'startsOpen'> & { readonly name: string }) {
  const workspace = useShownWorkspace();
  const turns = shiftsBehind(workspace, quarter, card.person);
  const tasks = ownedTasks(workspace, card.person, quarterRange(quarter).from);
  const notes = [
    personScoreText(card),
    holidayText(card, meanHolidays),
    card.holidays.length === 0 ? '' : `Holds ${heldHolidaysText(card)}`,
    wishText(card),
    standInText(card),
  ].filter((note) => note !== '');
  return (
    <div className="ml-10 grid grid-cols-2 gap-x-10 gap-y-3 pb-1 max-[1100px]:grid-cols-1">
      <div className="flex flex-col gap-3">
        <IdentityTable
          card={card}
          under={{
            tasks:
              tasks.length === 0 ? null : (
                <>
                  {' · '}
                  <OpeningNumber figure={counted(tasks.length, 'duty', 'duties')} title={`Tasks of ${name}`}>
                    <TaskList tasks={tasks} />
                  </OpeningNumber>
                </>
              ),
            structural: <Cause card={card} />,
          }}
        />
        <ul className="flex flex-col gap-0.5 text-muted">
          {notes.map((note) => (
            <li key={note}>{note.charAt(0).toUpperCase() + note.slice(1)}.</li>
          ))}
        </ul>
      </div>
      <div className="flex flex-col items-start gap-2">
        <TurnList name={name} turns={turns} />
        {turns.length === 0 ? null : (
          <Button
            size="small"
            kind="quiet"
            className="-ml-2"
            onPress={() => showShifts(turns.map(({ shift }) => shift))}
          >
            {turns.length === 1 ? 'Show on the Board' : `Show all ${turns.length} on the Board`}
          </Button>
        )}
        <AskAbout person={card.person} />
      </div>
    </div>
  );
}

/** One person's fairness: a line that says where they stand, and behind it the sum it comes from, down to the dates. */
export function PersonCard({ card, quarter, scale, meanHolidays, startsOpen }: Props) {
  const workspace = useShownWorkspace();
  const [isOpen, setOpen] = useState(startsOpen);
  const details = useId();
  const person = workspace.people[card.person];
  const name = person?.name ?? card.person;
  const tone = toneOf(card);
  return (
    <li className="border-b border-divider last:border-0">
      <h3>
        <AriaButton
          aria-expanded={isOpen}
          aria-controls={details}
          onPress={() => setOpen(!isOpen)}
          className="flex w-full cursor-default items-center gap-3 rounded-md py-2 pr-2 text-left data-hovered:bg-hover"
        >
          <ChevronRight
            size={14}
            aria-hidden
            className={`-ml-1 shrink-0 text-muted transition-transform duration-(--motion) ${isOpen ? 'rotate-90' : ''}`}
          />
          <Avatar name={name} position={person?.position ?? 0} size={24} />
          <span className="flex min-w-0 flex-1 items-center gap-3 max-[860px]:flex-col max-[860px]:items-stretch max-[860px]:gap-0">
            <span className="w-44 shrink-0 truncate font-medium max-[860px]:w-full" title={name} dir="auto">
              {name}
            </span>
            <span
              className={`min-w-0 flex-1 max-[860px]:flex-none ${tone === 'even' ? 'text-muted' : 'text-warning'}`}
            >
              {standingText(card)}
            </span>
          </span>
          <span className="w-64 shrink-0 max-[1100px]:w-32 max-[860px]:w-20">
            <Bar
              label={barText(name, card)}
              value={card.load / 4}
              mark={card.attainable / 4}
              band={card.band / 4}
              scale={scale}
              tone={tone}
            />
          </span>
          <span className="w-16 shrink-0 text-right tabular-nums">{exactPointsText(card.load)}</span>
          <span className="w-14 shrink-0 text-right font-semibold tabular-nums">{scoreText(card.score)}</span>
        </AriaButton>
      </h3>
      <div id={details} hidden={!isOpen} className="pt-1 pb-4">
        {isOpen ? <Details card={card} quarter={quarter} meanHolidays={meanHolidays} name={name} /> : null}
      </div>
    </li>
  );
}
