import { assertNever } from '../assert-never.ts';
import { dateOf, timeOf, wallMinutes } from '../calendar/days.ts';
import type { AuditFinding, Stretch, WeeklyHole } from '../exchange/import-audit.ts';
import type { LocalDateTime } from '../model/dates.ts';
import type { Workspace } from '../model/workspace.ts';
import { dayWithYearText, minutesText, weekText } from './date-text.ts';
import { personName } from './names.ts';
import { weekdayName } from './rotation-text.ts';
import { counted, countText } from './number-text.ts';

/** A finding in words, with each of its dates. */
export interface AuditLine {
  readonly title: string;
  /** Whom or what it is about. */
  readonly subject: string;
  readonly what: string;
  readonly dates: readonly string[];
  /** Wants a decision before the schedule is relied on; the others only say what will happen. */
  readonly isTrouble: boolean;
}

const timesText = (count: number): string =>
  count === 1 ? 'once' : count === 2 ? 'twice' : `${countText(count)} times`;

const momentText = (wall: LocalDateTime): string => `${dayWithYearText(dateOf(wall))} ${timeOf(wall)}`;

/** `W17, Mon 26 Apr 2027 09:00 to Mon 3 May 2027 09:00`. */
const stretchText = ({ start, end }: Stretch): string =>
  `${weekText(dateOf(start))}, ${momentText(start)} to ${momentText(end)}`;

const holeText = ({ from, until }: WeeklyHole): string =>
  `${weekdayName(from.weekday)} ${from.time} to ${until.weekday === from.weekday ? '' : `${weekdayName(until.weekday)} `}${until.time}`;

function roundText(finding: Extract<AuditFinding, { kind: 'collision' }>): string {
  if (finding.round === null) return '';
  const [one, other] = finding.round.lists;
  const weeks = finding.round.days / 7;
  const every = Number.isInteger(weeks)
    ? counted(weeks, 'week', 'weeks')
    : counted(finding.round.days, 'day', 'days');
  return ` Lists of ${one} and ${other} that go round side by side meet like this again every ${every}.`;
}

/**
 * What the audit found, in sentences.
 *
 * @param names people there, by their ids
 */
function auditLine(
  workspace: Workspace,
  finding: AuditFinding,
  names: ReadonlyMap<string, string>,
): AuditLine {
  const nameOf = (user: string): string => names.get(user) ?? user;
  switch (finding.kind) {
    case 'collision': {
      const [one, other] = finding.parts;
      return {
        title: 'One person in two duties at once',
        subject: `${one} and ${other}`,
        what: `${one} and ${other} name the same person ${timesText(finding.times.length)}.${roundText(finding)}`,
        dates: finding.times.map((time) => `${nameOf(time.user)}: ${stretchText(time)}`),
        isTrouble: true,
      };
    }
    case 'left':
      return {
        title: 'Turns of somebody who has left',
        subject: personName(workspace, finding.person),
        what: `${personName(workspace, finding.person)} is not in the team from ${dayWithYearText(finding.since)} on and has ${counted(finding.times.length, 'turn', 'turns')} after that.`,
        dates: finding.times.map(stretchText),
        isTrouble: true,
      };
    case 'unknown':
      return {
        title: 'Turns of somebody unknown',
        subject: nameOf(finding.user),
        what: `${nameOf(finding.user)} has ${counted(finding.times.length, 'turn', 'turns')}, and nobody here is known by that. Left out until you say who it is.`,
        dates: finding.times.map(stretchText),
        isTrouble: true,
      };
    case 'same-person':
      return {
        title: 'Two people there, one here',
        subject: personName(workspace, finding.person),
        what: `${finding.users.map(nameOf).join(' and ')} are both ${personName(workspace, finding.person)} here.`,
        dates: [],
        isTrouble: true,
      };
    case 'gap':
      return {
        title: 'Gaps',
        subject: finding.part,
        what: `${finding.part}: nobody is on call ${timesText(finding.times.length)}.`,
        dates: finding.times.map(
          (time) => `${stretchText(time)} (${minutesText(wallMinutes(time.end) - wallMinutes(time.start))})`,
        ),
        isTrouble: true,
      };
    case 'hole':
      return {
        title: 'Hours that no week has',
        subject: finding.part,
        what: `${finding.part}: its restrictions leave nobody on call at these hours, every week from ${dayWithYearText(finding.from)} on.`,
        dates: finding.hours.map(holeText),
        isTrouble: true,
      };
    case 'nobody':
      return {
        title: 'Nobody has a turn',
        subject: finding.part,
        what: `${finding.part}: no turn of it lies ahead, or nobody takes part in it.`,
        dates: [],
        isTrouble: true,
      };
    case 'impossible-time':
      return {
        title: 'Hand-offs at a time that the clocks skip or repeat',
        subject: finding.part,
        what: `${finding.part}: a skipped time moves on with the clocks, and of two the earlier counts.`,
        dates: finding.times.map(
          ({ at, is }) =>
            `${momentText(at)}, ${is === 'skipped' ? 'which the clocks skip' : 'which comes twice'}`,
        ),
        isTrouble: true,
      };
    case 'clock-change':
      return {
        title: 'Turns over a change of the clocks',
        subject: finding.part,
        what: `${finding.part}: ${counted(finding.times.length, 'turn is', 'turns are')} longer or shorter than the clock says. The hours count as they are.`,
        dates: finding.times.map((time) => {
          const byClock = wallMinutes(time.end) - wallMinutes(time.start);
          return `${stretchText(time)}: ${minutesText(time.minutes)} instead of ${minutesText(byClock)}`;
        }),
        isTrouble: false,
      };
    default:
      return assertNever(finding);
  }
}

/** More lines of one kind than this are told together: thirty people who are unknown are one thing to do. */
const MOST_ALIKE = 3;
const MOST_NAMED = 5;

function together(lines: readonly AuditLine[]): AuditLine {
  const [first] = lines;
  const named = lines.slice(0, MOST_NAMED).map(({ subject }) => subject);
  const more = lines.length - named.length;
  const tails = new Set(lines.map(({ what }) => what.split('. ').slice(1).join('. ')));
  // What follows from it, where that is the same for each.
  const rest = tails.size === 1 ? [...tails].filter((tail) => tail !== '') : [];
  return {
    title: first?.title ?? '',
    subject: '',
    what: [`${named.join('; ')}${more > 0 ? ` and ${more} more` : ''}.`, ...rest].join(' '),
    dates: lines.flatMap(({ subject, dates }) => dates.map((date) => `${subject}: ${date}`)),
    isTrouble: first?.isTrouble ?? false,
  };
}

/** All findings in sentences, in their order; many of one kind as one. */
export function auditLines(
  workspace: Workspace,
  findings: readonly AuditFinding[],
  names: ReadonlyMap<string, string>,
): readonly AuditLine[] {
  const alike = new Map<string, AuditLine[]>();
  for (const finding of findings) {
    const line = auditLine(workspace, finding, names);
    alike.set(line.title, [...(alike.get(line.title) ?? []), line]);
  }
  return [...alike.values()].flatMap((lines) => (lines.length > MOST_ALIKE ? [together(lines)] : lines));
}
