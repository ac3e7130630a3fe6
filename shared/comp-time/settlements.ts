import type { CompTimeEntry } from '../model/comp-time.ts';
import type { LocalDate } from '../model/dates.ts';
import type { PersonId, ShiftId } from '../model/ids.ts';
import type { Policy } from '../model/policy.ts';
import { recordOf, recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { addMonths, dateOf } from '../calendar/days.ts';
import { slotOf } from '../rotation/expand.ts';
import { accrueShift } from './accrued.ts';
import { occasionOf, type Earning } from './earning.ts';
import { linesOf, standing } from './ledger.ts';
import { accrueResponse } from './response.ts';
import { termsOn } from './terms.ts';

/**
 * What the ledger still lacks about one occasion: lines to take back, because somebody else served or another time is due,
 * and earnings to credit.
 */
export interface Settlement {
  readonly occasion: string;
  readonly date: LocalDate;
  readonly takeBack: readonly CompTimeEntry[];
  readonly credit: readonly Earning[];
}

export interface Due {
  /** In order of their days. */
  readonly settlements: readonly Settlement[];
  /** Earnings that were never credited and would have expired by now: they are not offered. */
  readonly lapsed: number;
}

/**
 * What was served by a day and is not in the ledger, or otherwise than it was served. A day earns once it is over, a covered
 * day for whoever covered it; so a swap, a cover or a correction after an earning was credited shows here as a line to take
 * back and one to write. Lines are held to the policy they were written under, new ones to the one of their day.
 */
export function dueBy(workspace: Workspace, today: LocalDate): Due {
  const ledger = standingByOccasion(workspace);
  const settlements: Settlement[] = [];
  let lapsed = 0;
  for (const [occasion, served] of servedByOccasion(workspace, today, ledger)) {
    const lines = ledger.get(occasion) ?? [];
    const agreed = lines.filter((line) => agrees(workspace, line, served));
    const takeBack = lines.filter((line) => !agreed.includes(line));
    const missing = served.filter(({ person }) => !agreed.some((line) => line.person === person));
    const credit = missing.filter((earning) => takeBack.length > 0 || !isLapsed(workspace, earning, today));
    lapsed += missing.length - credit.length;
    const date = credit[0]?.date ?? takeBack[0]?.date;
    if (date !== undefined && (credit.length > 0 || takeBack.length > 0))
      settlements.push({ occasion, date, takeBack, credit });
  }
  settlements.sort((one, other) =>
    one.date === other.date ? (one.occasion < other.occasion ? -1 : 1) : one.date < other.date ? -1 : 1,
  );
  return { settlements, lapsed };
}

/** The line is as it would be written again today under its own policy. */
function agrees(workspace: Workspace, line: CompTimeEntry, served: readonly Earning[]): boolean {
  const policy = recordOf(workspace, 'policies', line.policy);
  if (policy === undefined) return true;
  const same = (earning: Earning): boolean =>
    earning.person === line.person &&
    earning.minutes === line.minutes &&
    occasionOf(earning) === occasionOf(line);
  if (served.some(same)) return true;
  return (
    served.every((earning) => earning.policy !== policy.id) &&
    underItsPolicy(workspace, line, policy).some(same)
  );
}

function underItsPolicy(workspace: Workspace, line: CompTimeEntry, policy: Policy): readonly Earning[] {
  const { incident, shift } = line.source;
  if (incident !== null) {
    const record = recordOf(workspace, 'incidents', incident);
    return record === undefined ? [] : accrueResponse(workspace, record, () => policy);
  }
  const record = shift === null ? undefined : recordOf(workspace, 'shifts', shift);
  return record === undefined ? [] : accrueShift(workspace, record, policy);
}

function isLapsed(workspace: Workspace, { date }: Earning, today: LocalDate): boolean {
  const months = termsOn(workspace, date)?.compTime.expiresAfterMonths ?? null;
  return months !== null && addMonths(date, months) <= today;
}

type ByOccasion<Row> = Map<string, Row[]>;

function put<Row>(rows: ByOccasion<Row>, occasion: string, row: Row): void {
  const own = rows.get(occasion);
  if (own === undefined) rows.set(occasion, [row]);
  else own.push(row);
}

/** Earnings in the ledger that rest on something that can be looked up. */
function standingByOccasion(workspace: Workspace): ByOccasion<CompTimeEntry> {
  const lines: ByOccasion<CompTimeEntry> = new Map();
  const people = new Set(recordsOf(workspace, 'compTime').map(({ person }) => person));
  for (const person of people)
    for (const entry of standing(linesOf(workspace, person))) {
      const occasion = entry.kind === 'earn' ? occasionOf(entry) : null;
      if (occasion !== null) put(lines, occasion, entry);
    }
  return lines;
}

/** What was served, by occasion; occasions of the ledger that nobody serves any more stand there empty. */
function servedByOccasion(
  workspace: Workspace,
  today: LocalDate,
  ledger: ByOccasion<CompTimeEntry>,
): ByOccasion<Earning> {
  const served: ByOccasion<Earning> = new Map();
  const add = (earnings: readonly Earning[]): void => {
    for (const earning of earnings) if (earning.date < today) put(served, occasionOf(earning) ?? '', earning);
  };
  for (const shift of recordsOf(workspace, 'shifts')) {
    if (dateOf(shift.start) > today) continue;
    const policy = termsOn(workspace, dateOf(shift.start));
    if (policy !== null) add(accrueShift(workspace, shift, policy));
  }
  for (const incident of recordsOf(workspace, 'incidents'))
    add(accrueResponse(workspace, incident, (day) => termsOn(workspace, day)));
  for (const [occasion, lines] of ledger)
    if (!served.has(occasion) && lines.some((line) => isKnown(workspace, line))) served.set(occasion, []);
  return served;
}

/** Whether the plan still knows the turn or the incident. A line about a turn from before the plan is left alone. */
function isKnown(workspace: Workspace, { source }: CompTimeEntry): boolean {
  if (source.incident !== null) return recordOf(workspace, 'incidents', source.incident) !== undefined;
  return source.shift !== null && knowsShift(workspace, source.shift);
}

const knowsShift = (workspace: Workspace, shift: ShiftId): boolean =>
  recordOf(workspace, 'shifts', shift) !== undefined || slotOf(workspace, shift) !== null;

/** What planned shifts will have earned once their days are over, from today until a day that is not included. */
export function comingUp(workspace: Workspace, today: LocalDate, until: LocalDate): readonly Earning[] {
  return recordsOf(workspace, 'shifts')
    .filter(({ start, end }) => dateOf(end) >= today && dateOf(start) <= until)
    .flatMap((shift) => {
      const policy = termsOn(workspace, dateOf(shift.start));
      return policy === null ? [] : accrueShift(workspace, shift, policy);
    })
    .filter(({ date }) => date >= today && date < until)
    .sort((one, other) =>
      one.date === other.date ? (one.person < other.person ? -1 : 1) : one.date < other.date ? -1 : 1,
    );
}

/** Minutes that wait to be credited, less those to be taken back, for each person. */
export function waitingFor(due: Due): ReadonlyMap<PersonId, number> {
  const minutes = new Map<PersonId, number>();
  for (const { credit, takeBack } of due.settlements) {
    for (const row of credit) minutes.set(row.person, (minutes.get(row.person) ?? 0) + row.minutes);
    for (const row of takeBack) minutes.set(row.person, (minutes.get(row.person) ?? 0) - row.minutes);
  }
  return minutes;
}
