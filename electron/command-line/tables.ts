import { dateOf } from '../../shared/calendar/days.ts';
import type { QuarterId } from '../../shared/model/dates.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import type { Finding } from '../../shared/planner/finding.ts';
import type { TeamFairness } from '../../shared/planner/judge.ts';
import { shortageAt } from '../../shared/planner/matching.ts';
import type { PlannedSlot } from '../../shared/planner/plan.ts';
import { OPEN, peopleOnPlan } from '../../shared/planner/problem.ts';
import { problemOf } from '../../shared/planner/problem-of.ts';
import { slotOf } from '../../shared/rotation/expand.ts';
import { quarterText, weekText } from '../../shared/words/date-text.ts';
import { findingText } from '../../shared/words/finding-text.ts';
import { dutyName, personName } from '../../shared/words/names.ts';
import { badgeMeaning, badgeText, limitedBadge, limitedMeaning } from '../../shared/words/plan-text.ts';
import { pointsText, scoreText } from '../../shared/words/points-text.ts';
import { againstBestText, openText } from '../../shared/words/score-text.ts';
import { conflictsText } from './conflicts.ts';
import type { Planned } from './plan.ts';
import { countText } from '../../shared/words/number-text.ts';

/** Columns padded to their widest cell, two spaces apart; figures to the right. */
export function table(rows: readonly (readonly string[])[], rightFrom: number): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const cell = (text: string, column: number) =>
    column >= rightFrom ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0);
  return rows.map((row) => row.map(cell).join('  ').trimEnd()).join('\n');
}

/** Gaps and conflicts first, then the score beside the best plan known. */
function scoreLine(quarter: QuarterId, fairness: TeamFairness): string {
  const { score, best } = fairness;
  const open = openText(fairness);
  const figure =
    score === null
      ? 'no score yet: nobody holds a shift'
      : `score ${scoreText(score)}${open === '' ? '' : ' (provisional)'}`;
  const standing = score === null || best === null ? [] : [againstBestText(score, best).toLowerCase()];
  return `${quarterText(quarter)}: ${[...(open === '' ? [] : [open]), figure, ...standing].join(', ')}`;
}

/** One line for the team, one row for each person. Loads in points: one weekday as primary is one point. */
export function teamText(workspace: Workspace, quarter: QuarterId, fairness: TeamFairness): string {
  const rows = fairness.people.map((card) => [
    personName(workspace, card.person),
    scoreText(card.score),
    pointsText(card.load),
    pointsText(card.attainable),
    pointsText(card.ownTasks),
    String(card.holidays.length),
  ]);
  return `${scoreLine(quarter, fairness)}\n\n${table([['', 'score', 'points', 'share', 'tasks', 'holidays'], ...rows], 1)}\n`;
}

export function findingsText(workspace: Workspace, findings: readonly Finding[]): string {
  return table(
    findings.map((finding) => [finding.severity, findingText(finding, workspace)]),
    2,
  );
}

function weeksText(workspace: Workspace, assignments: readonly PlannedSlot[]): string {
  const duties = [...new Set(assignments.map(({ shift }) => shift.split('/').slice(0, 2).join('/')))].sort();
  const weeks = new Map<string, Map<string, string>>();
  for (const { shift, person } of assignments) {
    const slot = slotOf(workspace, shift);
    if (slot === null) continue;
    const row = weeks.get(slot.start) ?? new Map<string, string>();
    weeks.set(
      slot.start,
      row.set(shift.split('/').slice(0, 2).join('/'), person === null ? '—' : personName(workspace, person)),
    );
  }
  const first = new Map(assignments.map(({ shift }) => [shift.split('/').slice(0, 2).join('/'), shift]));
  const head = duties.map((duty) => {
    const shift = first.get(duty);
    return shift === undefined ? duty : dutyName(workspace, shift);
  });
  const rows = [...weeks]
    .sort()
    .map(([start, row]) => [
      `${weekText(dateOf(start as PlannedStart))} ${start.slice(0, 10)}`,
      ...duties.map((duty) => row.get(duty) ?? ''),
    ]);
  return table([['week', ...head], ...rows], Infinity);
}

type PlannedStart = Parameters<typeof dateOf>[0];

/** Why slots stay open: per week, the turns and the people that there are for them. */
function shortagesText({ proposal, workspace }: Planned): readonly string[] {
  const problem = problemOf(workspace, proposal.quarter);
  const people = peopleOnPlan(workspace, problem);
  const told = new Set<string>();
  people.forEach((person, slot) => {
    const shortage = person === OPEN ? shortageAt(problem, people, slot) : null;
    const first = problem.slots[slot];
    if (shortage === null || first === undefined) return;
    const turns = shortage.slots.length;
    const names = shortage.people
      .map((one) => personName(workspace, problem.people[one]?.id ?? null))
      .join(', ');
    const who = shortage.people.length === 0 ? 'nobody who can take' : `only ${names} for`;
    told.add(`${weekText(dateOf(first.start))}: ${who} ${turns === 1 ? 'one turn' : `${turns} turns`}.`);
  });
  return told.size === 0 ? [] : [[...told].join('\n')];
}

/** How the plan came about, what is proven of it, and whether another run gives it again. */
function provenanceText({ proposal, maxChanges, seconds }: Planned): string {
  const { iterations, nodes, reproducible, seed, status, unproven } = proposal;
  const effort = `${countText(iterations)} moves${nodes === 0 ? '' : `, ${countText(nodes)} nodes of proof`}`;
  const again = reproducible
    ? `The same file with --seed ${seed} gives the same plan.`
    : 'It did not run to its end: another run may give another plan.';
  const limited = maxChanges === null ? null : ([maxChanges, status === 'proven'] as const);
  const badge = limited === null ? badgeText(proposal) : limitedBadge(...limited);
  const judged =
    unproven?.reason === 'not-asked' ? 'Not proven: add --prove.' : badgeMeaning(proposal, unproven);
  const meaning = limited === null ? judged : limitedMeaning(...limited);
  return `${badge} (${seconds.toFixed(1)} s, ${effort}). ${meaning} ${again}`;
}

/** The plan, its score and what it cost, for people. */
export function planText(planned: Planned): string {
  const { proposal, workspace, fairness, findings, conflicts } = planned;
  const parts = [
    weeksText(workspace, proposal.assignments),
    teamText(workspace, proposal.quarter, fairness).trimEnd(),
    findings.length === 0 ? 'No findings.' : findingsText(workspace, findings),
    ...shortagesText(planned),
    ...conflictsText(workspace, conflicts),
    provenanceText(planned),
  ];
  return `${parts.join('\n\n')}\n`;
}
