import type { LocalDateTime, ZoneName } from '../model/dates.ts';
import type { ImportProblem } from './import-report.ts';
import type { Turn } from './override-bundle.ts';
import type { RemoteUser } from './remote-schedule.ts';

/** Tools whose exports are read whole, with their rules; the kinds of `connections` that remember how. */
export type OutsideTool = 'pagerduty' | 'opsgenie' | 'grafana-oncall' | 'datadog';

/** Hours of each week, in minutes of the wall clock from Monday 00:00. An end before the start goes past Sunday's midnight. */
export interface WeekWindow {
  readonly from: number;
  readonly until: number;
}

/** A rule by which people take turns. */
export interface OutsideLine {
  readonly name: string;
  /** Rules of a higher level lie over those of a lower one. */
  readonly level: number;
  readonly zone: ZoneName;
  /** First turn, on the wall clock of its zone. */
  readonly start: LocalDateTime;
  /** Nothing is served before, where that is later than the first turn. */
  readonly since?: LocalDateTime;
  /** Nothing begins from here on; null is no end. */
  readonly until: LocalDateTime | null;
  /** When the next has the turn; null is one turn and no more. */
  readonly every: { readonly unit: 'hours' | 'days' | 'weeks'; readonly count: number } | null;
  /** Who serves together, turn by turn, by their ids there; a turn with nobody is one that nobody serves. */
  readonly order: readonly (readonly string[])[];
  /** How long is served from each start, in minutes; null is until the next turn. */
  readonly minutes: number | null;
  /** Weekdays (1 is Monday) on which it starts within a turn of weeks; empty is the first turn's only. */
  readonly weekdays: readonly number[];
  /** Weekday on which a turn of weeks begins, where `weekdays` names some. */
  readonly weekStart: number;
  /** Hours of the week that are served; empty is all. */
  readonly windows: readonly WeekWindow[];
}

/** Somebody takes over what another serves in a stretch of time, in milliseconds since 1970. */
export interface OutsideSwap {
  readonly start: number;
  readonly end: number;
  readonly of: string;
  readonly by: string;
}

/** What stands for one duty over there: a rotation of Opsgenie, a schedule of Grafana OnCall. */
export interface OutsidePart {
  /** Under this it is remembered. */
  readonly id: string;
  readonly name: string;
  /** Parts of one schedule are on call together. */
  readonly schedule: string;
  readonly zone: ZoneName;
  readonly lines: readonly OutsideLine[];
  /** Turns as the tool worked them out itself, where the export has them: they go before the rules. */
  readonly rendered: readonly Turn[];
  /** Lie over the rules. */
  readonly overrides: readonly Turn[];
  readonly swaps: readonly OutsideSwap[];
}

/** What a file of another tool holds, before it is said who is who. */
export interface OutsideExport {
  readonly tool: OutsideTool;
  readonly users: readonly RemoteUser[];
  readonly parts: readonly OutsidePart[];
  /** An error among them keeps all of it out. */
  readonly problems: readonly ImportProblem[];
}

/** Something about the file as a whole, or about a part of it that its words name. */
export const noted = (what: string, severity: ImportProblem['severity'] = 'loss'): ImportProblem => ({
  row: null,
  column: null,
  what,
  severity,
});

/** Most people, parts, rules and worked-out turns of one file: what a connection can remember, and what is read at once. */
export const MOST = { users: 2000, parts: 200, lines: 1000, turns: 10_000 } as const;

/** What is too much of a file to be read; null where it is within bounds. */
export function excess({ users, parts }: Pick<OutsideExport, 'users' | 'parts'>): string | null {
  const turns = parts.reduce((sum, part) => sum + part.rendered.length + part.overrides.length, 0);
  const lines = parts.reduce((sum, part) => sum + part.lines.length, 0);
  const counts = [
    [users.length, MOST.users, 'people'],
    [parts.length, MOST.parts, 'schedules'],
    [lines, MOST.lines, 'rules'],
    [turns, MOST.turns, 'turns'],
  ] as const;
  const over = counts.find(([count, most]) => count > most);
  return over === undefined
    ? null
    : `It holds ${over[0].toLocaleString('en')} ${over[2]}; at most ${over[1].toLocaleString('en')} are read. Export fewer at a time.`;
}
