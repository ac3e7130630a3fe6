import { quarterRange } from '../calendar/days.ts';
import { stateOf } from '../deadlines/incident-events.ts';
import { dueDates } from '../deadlines/due-dates.ts';
import { ownerOf } from '../deadlines/deliveries.ts';
import type { LocalDate, LocalDateTime, QuarterId } from '../model/dates.ts';
import type { PersonId, PipelineId } from '../model/ids.ts';
import type { Runbook } from '../model/runbook.ts';
import { recordOf, recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { daysServed } from '../planner/covers/days-served.ts';
import type { PrintDocument } from '../print/document.ts';
import { element, plain, section, table, type Child, type PageElement } from '../print/element.ts';
import { runbooksInOrder } from '../runbooks/coverage.ts';
import { contentsTree, coverTree, rowOfPage } from '../runbooks/print-book.ts';
import { articleSteps } from '../runbooks/print-document.ts';
import { runbookStyle } from '../runbooks/print-style.ts';
import { clockTimeText, dayWithWeekdayText, momentText, quarterText } from './date-text.ts';
import { dutyName, nameAlone } from './names.ts';
import { footText, type Stamp } from './paper-foot.ts';
import { personArticle, personStyle, servedBy, type Served } from './person-page.ts';

/** What the pages of a kit look like beyond what all paper has in common. */
export const kitStyle = `${runbookStyle}${personStyle}
.paper .due-list th:first-child, .paper .due-list td:nth-child(2) { white-space: nowrap; }
.paper .lines { margin: 2pt 0 10pt; break-inside: avoid; }
.paper .lines div { height: 20pt; border-bottom: 0.5pt solid #b9c1cb; }
`;

/** The pipelines that somebody answers for in these turns; null where a turn is for all of them. */
function pipelinesOf(workspace: Workspace, served: readonly Served[]): ReadonlySet<PipelineId> | null {
  const watched = served.map(
    ({ shift }) => recordOf(workspace, 'rotations', shift.rotation)?.pipeline ?? null,
  );
  return watched.includes(null) ? null : new Set(watched.filter((one) => one !== null));
}

/**
 * The runbooks that somebody needs in a quarter, in list order: of the pipelines they are on call for, or that they own. Whoever has a turn
 * for the whole team needs those of every pipeline.
 */
export function runbooksOnDuty(
  workspace: Workspace,
  quarter: QuarterId,
  person: PersonId,
): readonly Runbook[] {
  const served = servedBy(workspace, quarter, person);
  const watched = pipelinesOf(workspace, served);
  return runbooksInOrder(workspace).filter(
    ({ pipeline, ownerPrimary, ownerSecondary }) =>
      ownerPrimary === person ||
      ownerSecondary === person ||
      (pipeline !== null && (watched === null || watched.has(pipeline))),
  );
}

/** What is due while they are on call for its pipeline, and what they deliver themselves. */
function dueRows(
  workspace: Workspace,
  quarter: QuarterId,
  person: PersonId,
): readonly { readonly day: LocalDate; readonly cells: readonly Child[] }[] {
  const served = servedBy(workspace, quarter, person);
  const onCall = (day: LocalDate, pipeline: PipelineId): readonly string[] =>
    served
      .filter(({ shift, days }) => {
        const watched = recordOf(workspace, 'rotations', shift.rotation)?.pipeline ?? null;
        return days.includes(day) && (watched === null || watched === pipeline);
      })
      .map(({ shift }) => dutyName(workspace, shift.id));
  return recordsOf(workspace, 'deadlines')
    .flatMap((deadline) =>
      dueDates(workspace, deadline, quarterRange(quarter)).flatMap(({ due, nominal }) => {
        const day = due ?? nominal;
        const isOwner = ownerOf(workspace, deadline, day) === person;
        const duties = onCall(day, deadline.pipeline);
        if (!isOwner && duties.length === 0) return [];
        const why = [isOwner ? 'You deliver it' : '', ...duties.map((duty) => `${duty} is yours`)];
        const by = deadline.time === null ? '' : ` by ${clockTimeText(deadline.time)}`;
        return [
          {
            day,
            cells: [dayWithWeekdayText(day), `${deadline.title}${by}`, why.filter(Boolean).join('; ')],
          },
        ];
      }),
    )
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function duePage(workspace: Workspace, quarter: QuarterId, person: PersonId): PageElement {
  const rows = dueRows(workspace, quarter, person);
  return element(
    'article',
    { id: 'kit-due' },
    plain('header', plain('h1', 'What is due')),
    rows.length === 0
      ? plain('p', 'Nothing is due on your days, and nothing is yours to deliver.')
      : table(
          'due-list',
          ['Day', 'What', 'Why it concerns you'],
          rows.map(({ cells }) => cells),
        ),
  );
}

/** Who holds the turn that follows one: on call from its end, covers of the first day included. */
function nextOf(workspace: Workspace, { shift, end }: Served): PersonId | null {
  const next = recordsOf(workspace, 'shifts').find(
    (one) =>
      one.covers === null &&
      one.rotation === shift.rotation &&
      one.layer === shift.layer &&
      one.start === end,
  );
  const first = next === undefined ? undefined : daysServed(workspace, next.id)[0];
  return first === undefined ? null : first.person;
}

/** Each moment at which turns end, with who takes which of them over. What goes on in the same hands is handed to nobody. */
function handOvers(workspace: Workspace, turns: readonly Served[], person: PersonId): readonly Child[][] {
  const byEnd = new Map<LocalDateTime, Map<PersonId | null, string[]>>();
  for (const turn of turns) {
    const next = nextOf(workspace, turn);
    if (next === person) continue;
    const takers = byEnd.get(turn.end) ?? new Map<PersonId | null, string[]>();
    byEnd.set(turn.end, takers.set(next, [...(takers.get(next) ?? []), dutyName(workspace, turn.shift.id)]));
  }
  return [...byEnd]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([end, takers]) => [
      momentText(end),
      plain(
        'div',
        ...[...takers].map(([next, duties]) =>
          plain(
            'div',
            plain('b', next === null ? 'Nobody is planned' : nameAlone(workspace, next)),
            `: ${duties.join(', ')}`,
          ),
        ),
      ),
    ]);
}

const lines = (count: number): PageElement =>
  element(
    'div',
    { className: ['lines'], ariaHidden: 'true' },
    ...Array.from({ length: count }, () => plain('div')),
  );

/** A page to fill in when a turn ends: to whom, what is open, what to watch. */
function handOverPage(workspace: Workspace, quarter: QuarterId, person: PersonId): PageElement {
  const turns = servedBy(workspace, quarter, person).filter(({ shift }) => shift.covers === null);
  const rows = handOvers(workspace, turns, person);
  const open = recordsOf(workspace, 'incidents').filter((incident) => stateOf(incident) !== 'resolved');
  const pipeline = (id: PipelineId): string => recordOf(workspace, 'pipelines', id)?.name ?? '';
  return element(
    'article',
    { id: 'kit-hand-over' },
    plain('header', plain('h1', 'Hand-over')),
    section('To whom', rows.length === 0 ? [] : [table('turns', ['When', 'Goes to'], rows)]),
    section(
      'Open when this was printed',
      open.map(({ title, pipeline: of, severity }) =>
        plain('p', `${title} (${pipeline(of)}${severity === 'critical' ? ', critical' : ''})`),
      ),
    ),
    plain('section', plain('h2', 'Still open'), lines(3)),
    plain('section', plain('h2', 'Changed in my turn, and why'), lines(3)),
    plain('section', plain('h2', 'Watch next'), lines(3)),
  );
}

/** The first page's words: `2 turns, 3 runbooks`. */
function holdsText(turns: number, runbooks: number): string {
  const count = (many: number, one: string): string => `${String(many)} ${one}${many === 1 ? '' : 's'}`;
  return `${count(turns, 'turn')}, ${count(runbooks, 'runbook')}`;
}

/** What the kit of somebody is called. */
export const kitTitle = (workspace: Workspace, quarter: QuarterId, person: PersonId): string =>
  `On-call kit, ${nameAlone(workspace, person)}, ${quarterText(quarter)}`;

/**
 * All that somebody needs on call in a quarter, on paper: their turns, what is due, a page for the hand-over, and the runbooks of their
 * duties, without marked passages and without anybody's reason for leave. Article by article, as `printSteps`.
 */
export function* kitSteps(
  workspace: Workspace,
  quarter: QuarterId,
  person: PersonId,
  stamp: Stamp,
): Generator<PageElement, PrintDocument> {
  const runbooks = runbooksOnDuty(workspace, quarter, person);
  const { pages, articles } = yield* articleSteps(workspace, runbooks, stamp.today);
  const turns = personArticle(workspace, quarter, person);
  const foot = footText(workspace, quarter, stamp);
  const title = kitTitle(workspace, quarter, person);
  const cover = coverTree({
    title: nameAlone(workspace, person),
    of: `${workspace.about.name}, on call in ${quarterText(quarter)}`,
    holds: holdsText(servedBy(workspace, quarter, person).length, pages.length),
    foot,
  });
  const contents = contentsTree([
    { id: 'kit-turns', title: 'Turns and days off', note: '' },
    { id: 'kit-due', title: 'What is due', note: '' },
    { id: 'kit-hand-over', title: 'Hand-over', note: 'To fill in' },
    ...pages.map(rowOfPage),
  ]);
  return {
    title,
    articles: [
      cover,
      contents,
      { ...turns, properties: { ...turns.properties, id: 'kit-turns' } },
      duePage(workspace, quarter, person),
      handOverPage(workspace, quarter, person),
      ...articles,
    ],
    style: kitStyle,
    foot,
    hasContents: true,
  };
}
