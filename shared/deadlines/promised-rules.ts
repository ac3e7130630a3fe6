import type { LocalDate } from '../model/dates.ts';
import type { Deadline } from '../model/deadline.ts';
import type { DeadlineId, PipelineId, RunbookId } from '../model/ids.ts';
import type { Runbook, Sla } from '../model/runbook.ts';
import { folded } from '../model/faults/report.ts';
import { recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { redactText } from '../runbooks/redact.ts';

/** A rule that a runbook's promise asks for and that nobody has made yet. */
export interface PromisedRule {
  readonly runbook: RunbookId;
  readonly rule: Deadline;
}

type Promising = Pick<Runbook, 'id' | 'pipeline' | 'tasks' | 'audience' | 'slas'>;

/** The rules that remind of a promise: of its pipeline, on its day of the month, not ended. */
export const rulesOfPromise = (
  workspace: Workspace,
  pipeline: PipelineId | null,
  day: number,
  today: LocalDate,
): readonly Deadline[] =>
  recordsOf(workspace, 'deadlines').filter(
    ({ anchor, pipeline: of, endsOn }) =>
      of === pipeline &&
      anchor.kind === 'day-of-month' &&
      anchor.day === day &&
      (endsOn === null || endsOn >= today),
  );

/** The longest title of a rule, in characters. */
const mostTitle = 200;

function titleOf(pipeline: string, text: string): string {
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  return (folded(text).includes(folded(pipeline)) ? capital : `${pipeline}: ${text}`).slice(0, mostTitle);
}

/** What most rules say: early rather than late but within the month, by the team's first set of holidays, two days' notice. */
function ruleFor(
  workspace: Workspace,
  runbook: Promising & { pipeline: PipelineId },
  sla: Sla & { dayOfMonth: number },
) {
  const [set] = [...recordsOf(workspace, 'holidaySets')].sort((one, other) =>
    one.region < other.region ? -1 : 1,
  );
  const tasks = [...recordsOf(workspace, 'tasks')]
    .filter((task) => task.pipeline === runbook.pipeline && task.archivedOn === null)
    .sort((one, other) => one.position - other.position);
  const task = tasks.find(({ id }) => runbook.tasks.includes(id)) ?? tasks[0];
  return {
    // A rule's title goes into calendars, onto paper and onto the site as it is.
    title: titleOf(workspace.pipelines[runbook.pipeline]?.name ?? '', redactText(sla.text)),
    pipeline: runbook.pipeline,
    task: task?.id ?? null,
    anchor: { kind: 'day-of-month', day: sla.dayOfMonth },
    time: null,
    zone: workspace.about.zone,
    holidayRegion: set?.region ?? null,
    convention: 'modified-preceding',
    remindDaysBefore: [2],
    ownerRole: 'primary',
    consumer: runbook.audience === 'investor' ? 'Investors' : '',
  } as const;
}

/**
 * Rules for the days of the month that runbooks promise, but for those that a rule reminds of already. Nothing is made by itself: they are
 * to be offered.
 *
 * @param runbooks as they are or as an import would make them; those of no pipeline have no deadlines
 * @param today the first day on which such a rule counts
 * @param newId an id that no rule has; called once for each
 */
export function promisedRules(
  workspace: Workspace,
  runbooks: readonly Promising[],
  today: LocalDate,
  newId: () => string,
): readonly PromisedRule[] {
  const seen = new Set<string>();
  let position = Math.max(-1, ...recordsOf(workspace, 'deadlines').map((rule) => rule.position));
  return runbooks.flatMap((runbook) => {
    const { id, pipeline, slas } = runbook;
    if (pipeline === null || workspace.pipelines[pipeline] === undefined) return [];
    return slas.flatMap((sla): readonly PromisedRule[] => {
      const day = sla.dayOfMonth;
      if (day === null || rulesOfPromise(workspace, pipeline, day, today).length > 0) return [];
      const key = `${pipeline} ${day} ${folded(sla.text)}`;
      if (seen.has(key)) return [];
      seen.add(key);
      const facts = ruleFor(workspace, { ...runbook, pipeline }, { ...sla, dayOfMonth: day });
      const rule = {
        ...facts,
        id: newId() as DeadlineId,
        startsOn: today,
        endsOn: null,
        position: ++position,
      };
      return [{ runbook: id, rule }];
    });
  });
}
