import { instantOf } from '../calendar/zone.ts';
import { bundleOf, clipped, joined, outside, painted, type Piece, type Turn } from './override-bundle.ts';
import type { RemoteOverlay, RemoteSchedule } from './remote-schedule.ts';

/** One request to the service. Times are milliseconds since 1970. */
export interface PushStep extends Turn {
  readonly do: 'add' | 'remove';
  readonly what: 'override' | 'shift';
  readonly schedule: string;
  readonly kind: RemoteSchedule['kind'];
  /** The service's id of what goes; null for what is made. */
  readonly id: string | null;
  /** Whose time it takes over: newer schedules want it said. */
  readonly over: Piece['over'];
}

/**
 * One stretch of time: who is on call now, and who will be. `same` needs nothing; `foreign` was put there by somebody else and stays;
 * `left` is a gap of the plan in which the service has somebody, whom nothing laid over it can take away.
 */
export interface DiffRow {
  readonly kind: 'add' | 'change' | 'remove' | 'same' | 'foreign' | 'left';
  readonly start: number;
  readonly end: number;
  readonly now: string | null;
  readonly next: string | null;
  /** Whom the plan names; differs from `next` only where something foreign stays. */
  readonly planned: string | null;
}

export interface ScheduleDiff {
  readonly schedule: string;
  readonly steps: readonly PushStep[];
  readonly rows: readonly DiffRow[];
}

const same = (one: Turn, other: Turn): boolean =>
  one.start === other.start && one.end === other.end && one.user === other.user;

/**
 * What it takes to put a plan on a schedule, and what that changes. Only time from `from` on is touched, and of what was put on the
 * schedule for itself only what is ours; the same plan asked for again takes nothing.
 *
 * @param own ids of overrides and custom shifts that we made
 * @param from in milliseconds since 1970; what has begun by then stays
 */
export function diffOf(
  remote: RemoteSchedule,
  plan: readonly Turn[],
  own: ReadonlySet<string>,
  from: number,
  until: number,
): ScheduleDiff {
  const isOurs = ({ id, start, end }: RemoteOverlay): boolean => own.has(id) && start >= from && end <= until;
  const ours = remote.overlays.filter(isOurs);
  const fixed = clipped(
    remote.overlays.filter((overlay) => !isOurs(overlay)),
    from,
    until,
  );
  const base = clipped(remote.base, from, until);
  const wanted = outside(joined(clipped(plan, from, until)), fixed);
  const needed = bundleOf(base, wanted, remote.kind === 'layers' ? 'by-user' : 'by-user-and-source');
  const kept = ours.filter((overlay) => needed.some((piece) => same(piece, overlay)));
  const missing = needed.filter((piece) => !kept.some((overlay) => same(piece, overlay)));
  const common = { schedule: remote.id, kind: remote.kind };
  const steps: PushStep[] = [
    ...ours
      .filter((overlay) => !kept.includes(overlay))
      .map(({ start, end, user, id, what, over }) => ({
        ...common,
        do: 'remove' as const,
        what,
        id,
        start,
        end,
        user,
        over,
      })),
    ...missing.map((piece) => ({
      ...common,
      ...piece,
      do: 'add' as const,
      what: remote.kind === 'shifts' && piece.over === null ? ('shift' as const) : ('override' as const),
      id: null,
    })),
  ];
  const above = (turns: readonly Turn[]): readonly Turn[] => painted<Turn>([...base, ...turns]);
  const rows = rowsOf({
    now: above([...fixed, ...clipped(ours, from, until)]),
    next: above([...fixed, ...needed]),
    plan: joined(clipped(plan, from, until)),
    fixed,
  });
  return { schedule: remote.id, steps, rows };
}

interface Sides {
  readonly now: readonly Turn[];
  readonly next: readonly Turn[];
  readonly plan: readonly Turn[];
  readonly fixed: readonly Turn[];
}

const whoAt = (turns: readonly Turn[], moment: number): string | null =>
  turns.find(({ start, end }) => start <= moment && moment < end)?.user ?? null;

function rowsOf({ now, next, plan, fixed }: Sides): readonly DiffRow[] {
  const cuts = [
    ...new Set([now, next, plan, fixed].flatMap((turns) => turns.flatMap(({ start, end }) => [start, end]))),
  ].sort((one, other) => one - other);
  const rows: DiffRow[] = [];
  for (let index = 0; index + 1 < cuts.length; index++) {
    const [start, end] = [cuts[index] ?? 0, cuts[index + 1] ?? 0];
    const sides = { now: whoAt(now, start), next: whoAt(next, start), planned: whoAt(plan, start) };
    if (sides.now === null && sides.next === null && sides.planned === null) continue;
    const row = { ...sides, kind: kindOf(sides, whoAt(fixed, start) !== null), start, end };
    const last = rows.at(-1);
    if (
      last?.end === start &&
      last.kind === row.kind &&
      last.now === row.now &&
      last.next === row.next &&
      last.planned === row.planned
    )
      rows[rows.length - 1] = { ...last, end };
    else rows.push(row);
  }
  return rows;
}

function kindOf(
  { now, next, planned }: Pick<DiffRow, 'now' | 'next' | 'planned'>,
  isFixed: boolean,
): DiffRow['kind'] {
  if (now !== next) return now === null ? 'add' : next === null ? 'remove' : 'change';
  if (next === planned) return 'same';
  return isFixed ? 'foreign' : 'left';
}

/** What takes applied steps back: what was made goes, what was taken away is made again. */
export const reverseOf = (
  done: readonly { readonly step: PushStep; readonly outside: string | null }[],
): readonly PushStep[] =>
  [...done]
    .reverse()
    .filter(({ step, outside: id }) => step.do === 'remove' || id !== null)
    .map(({ step, outside: id }) =>
      step.do === 'add' ? { ...step, do: 'remove', id } : { ...step, do: 'add', id: null },
    );

/** The request that makes steps of one schedule and one sort. */
export function bodyOf(steps: readonly PushStep[]): { readonly path: string; readonly body: unknown } {
  const [first] = steps;
  if (first === undefined) throw new RangeError('no steps, no request');
  if (first.kind === 'layers')
    return {
      path: `schedules/${encodeURIComponent(first.schedule)}/overrides`,
      body: {
        overrides: steps.map(({ start, end, user }) => ({
          start: instantOf(start),
          end: instantOf(end),
          user: { id: user, type: 'user_reference' },
        })),
      },
    };
  const member = (user: string) => ({ type: 'user_member', user_id: user });
  const times = ({ start, end }: Turn) => ({ start_time: instantOf(start), end_time: instantOf(end) });
  const root = `v3/schedules/${encodeURIComponent(first.schedule)}`;
  return first.what === 'shift'
    ? {
        path: `${root}/custom_shifts`,
        body: {
          custom_shifts: steps.map((step) => ({
            type: 'custom_shift',
            ...times(step),
            assignments: [{ type: 'shift_assignment', member: member(step.user) }],
          })),
        },
      }
    : {
        path: `${root}/overrides`,
        body: {
          overrides: steps.map((step) => ({
            type: 'override_shift',
            ...rotationOf(step),
            ...times(step),
            ...(step.over === null ? {} : { overridden_member: member(step.over.user) }),
            overriding_member: member(step.user),
          })),
        },
      };
}

const rotationOf = ({ over }: PushStep) =>
  over === null || over.source === null ? {} : { rotation_id: over.source };
