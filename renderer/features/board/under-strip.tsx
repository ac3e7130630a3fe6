import { Diamond, Flag } from 'lucide-react';
import { quarterRange } from '../../../shared/calendar/days.ts';
import { dayWithWeekdayText } from '../../../shared/words/date-text.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import type { Task } from '../../../shared/model/task.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { nameAlone } from '../../../shared/words/names.ts';
import { dueWord } from '../../../shared/words/due-text.ts';
import { useDueMarks, type DueMark } from '../../state/due-marks.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { holidayMarks } from './weeks.ts';
import type { BoardModel } from './use-board-model.ts';

function Owner({
  workspace,
  person,
  role,
}: {
  readonly workspace: Workspace;
  readonly person: PersonId | null | undefined;
  readonly role: string;
}) {
  const one = person === null || person === undefined ? undefined : workspace.people[person];
  return (
    <span className="under-owner">
      <span className="chip-role">{role}</span>
      {one === undefined ? (
        'nobody'
      ) : (
        <>
          <Avatar name={nameAlone(workspace, one.id)} position={one.position} size={20} />
          <bdi className="under-who" title={nameAlone(workspace, one.id)}>
            {nameAlone(workspace, one.id)}
          </bdi>
        </>
      )}
    </span>
  );
}

const ownersOn = (task: Task, day: LocalDate) =>
  task.ownership.filter(({ from }) => from <= day).sort((a, b) => (a.from < b.from ? 1 : -1))[0] ??
  task.ownership[0];

function Tasks({ workspace, day }: { readonly workspace: Workspace; readonly day: LocalDate }) {
  const tasks = Object.values(workspace.tasks)
    .filter(({ archivedOn }) => archivedOn === null)
    .sort((a, b) => a.position - b.position);
  return (
    <section aria-label="Tasks and owners">
      <h2>Tasks</h2>
      {tasks.length === 0 ? <p className="under-none">No tasks yet.</p> : null}
      <ul>
        {tasks.map((task) => (
          <li key={task.id} className="under-task">
            <span className="under-code">{task.code}</span>
            <span className="under-name">{task.name}</span>
            <Owner workspace={workspace} person={ownersOn(task, day)?.primary} role="P" />
            <Owner workspace={workspace} person={ownersOn(task, day)?.secondary} role="S" />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Deliveries of one day share a line. */
function byDay(
  dues: readonly DueMark[],
): readonly { readonly date: LocalDate; readonly marks: readonly DueMark[] }[] {
  const days = new Map<LocalDate, DueMark[]>();
  for (const mark of dues) days.set(mark.date, [...(days.get(mark.date) ?? []), mark]);
  return [...days].map(([date, marks]) => ({ date, marks }));
}

/** What is still to come needs no word: it is a deadline. */
function Due({ mark: { title, status } }: { readonly mark: DueMark }) {
  return (
    <span className="under-due">
      {title}
      {status === 'upcoming' ? null : (
        <>
          {' '}
          <span className="under-status" data-status={status}>
            {dueWord(status)}
          </span>
        </>
      )}
    </span>
  );
}

/** Beneath the plan of a small team: who owns what, which holidays come, what falls due. */
export function UnderStrip({ model }: { readonly model: BoardModel }) {
  const { workspace, weeks, quarter } = model;
  const dues = useDueMarks(workspace, quarterRange(quarter));
  const [first, last] = [weeks[0]?.monday, weeks[weeks.length - 1]?.sunday];
  if (first === undefined || last === undefined) return null;
  const holidays = holidayMarks(workspace).filter(({ date }) => date >= first && date <= last);
  return (
    <div className="under" data-no-drag>
      <Tasks workspace={workspace} day={first} />
      <section aria-label="Holidays">
        <h2>Holidays</h2>
        {holidays.length === 0 ? <p className="under-none">None in this quarter.</p> : null}
        <ul>
          {holidays.map(({ id, date, name, tentative }) => (
            <li key={id}>
              <Diamond size={12} className="week-holiday" aria-hidden="true" />
              <span className="under-date">{dayWithWeekdayText(date)}</span>
              <span className="under-name">
                {name}
                {tentative ? ' (tentative)' : ''}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-label="Deadlines">
        <h2>Deadlines</h2>
        {dues.length === 0 ? <p className="under-none">None in this quarter.</p> : null}
        <ul>
          {byDay(dues).map(({ date, marks }) => (
            <li key={date}>
              <Flag size={12} className="week-due" aria-hidden="true" />
              <span className="under-date">{dayWithWeekdayText(date)}</span>
              <span className="under-titles">
                {marks.map((mark) => (
                  <Due key={mark.key} mark={mark} />
                ))}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
