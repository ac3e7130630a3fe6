import type { CompTimeEntry } from '../model/comp-time.ts';
import type { LocalDate } from '../model/dates.ts';
import type { PersonId, ShiftId } from '../model/ids.ts';
import type { Policy } from '../model/policy.ts';
import { recordOf, recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { addMonths, dateOf } from '../calendar/days.ts';
import { slotOf } from '../rotation/expand.ts';
import { accrueShift } from './accrued.ts';
import { claimOf, creditedBy } from './credited.ts';
import { occasionOf, type Earning } from './earning.ts';
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
  /** What ended before this day is not looked at: it stands in the ledger as it was written, or not at all. */
  readonly since: LocalDate;
}

/** How far back service is held against the ledger: a plan with ten years of history is not to be credited as a whole. */
const LOOK_BACK_MONTHS = 24;

/**
 * What was served by a day and is not in the ledger, or otherwise than it was served. A day earns once it is over, a covered
 * day for whoever covered it; so a swap, a cover or a correction after an earning was credited shows here as a line to take
 * back and one to write. Lines are held to the policy they were written under, new ones to the one of their day.
 */
export function dueBy(workspace: Workspace, today: LocalDate): Due {
  const since = addMonths(today, -LOOK_BACK_MONTHS);
  const { standing, declined } = creditedBy(workspace);
  const settlements: Settlement[] = [];
  let lapsed = 0;
  const compare = (origin: string, all: readonly Earning[]): void => {
    const served = declined.size === 0 ? all : all.filter((earning) => !declined.has(claimOf(earning)));
    const lines = standing.get(origin) ?? none;
    if (
      served.length === lines.length &&
      served.every((earning) => lines.some((line) => isSame(line, earning)))
    )
      return;
    for (const [occasion, of] of byOccasion(served, lines)) {
      const settlement = settlementOf(workspace, occasion, of, today);
      lapsed += settlement.lapsed;
      if (settlement.credit.length + settlement.takeBack.length > 0) settlements.push(settlement);
    }
  };
  for (const shift of recordsOf(workspace, 'shifts')) {
    const began = dateOf(shift.start);
    if (began > today || dateOf(shift.end) < since) continue;
    const policy = termsOn(workspace, began);
    if (policy !== null)
      compare(
        shift.id,
        accrueShift(workspace, shift, policy).filter(({ date }) => date < today),
      );
  }
  for (const incident of recordsOf(workspace, 'incidents')) {
    const served = accrueResponse(workspace, incident, (day) => termsOn(workspace, day));
    compare(
      incident.id,
      served.filter(({ date }) => date < today && date >= since),
    );
  }
  // Turns of the ledger that nobody holds any more.
  for (const [origin, [line]] of standing)
    if (line?.source.shift === origin && line.date >= since && isVacant(workspace, line.source.shift))
      compare(origin, none);
  settlements.sort((one, other) =>
    one.date === other.date ? (one.occasion < other.occasion ? -1 : 1) : one.date < other.date ? -1 : 1,
  );
  return { settlements, lapsed, since };
}

const none: readonly never[] = [];

const isSame = (line: CompTimeEntry, earning: Earning): boolean =>
  earning.person === line.person &&
  earning.minutes === line.minutes &&
  earning.date === line.date &&
  earning.source.holiday === line.source.holiday;

interface Both {
  readonly served: readonly Earning[];
  readonly lines: readonly CompTimeEntry[];
}

function byOccasion(served: readonly Earning[], lines: readonly CompTimeEntry[]): ReadonlyMap<string, Both> {
  const occasions = new Map<string, { served: Earning[]; lines: CompTimeEntry[] }>();
  const at = (row: Earning | CompTimeEntry): { served: Earning[]; lines: CompTimeEntry[] } => {
    const occasion = occasionOf(row) ?? '';
    let both = occasions.get(occasion);
    if (both === undefined) occasions.set(occasion, (both = { served: [], lines: [] }));
    return both;
  };
  for (const earning of served) at(earning).served.push(earning);
  for (const line of lines) at(line).lines.push(line);
  return occasions;
}

function settlementOf(
  workspace: Workspace,
  occasion: string,
  { served, lines }: Both,
  today: LocalDate,
): Settlement & { readonly lapsed: number } {
  const agreed = lines.filter((line) => agrees(workspace, line, served));
  const takeBack = lines.filter((line) => !agreed.includes(line));
  const missing = served.filter(({ person }) => !agreed.some((line) => line.person === person));
  const credit = missing.filter((earning) => takeBack.length > 0 || !isLapsed(workspace, earning, today));
  const date = credit[0]?.date ?? takeBack[0]?.date ?? today;
  return { occasion, date, takeBack, credit, lapsed: missing.length - credit.length };
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

/** True where the plan still has the turn and nobody holds it. A line about a turn from before the plan is left alone. */
const isVacant = (workspace: Workspace, shift: ShiftId): boolean =>
  recordOf(workspace, 'shifts', shift) === undefined && slotOf(workspace, shift) !== null;

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
