import type { Fault } from './fault.ts';
import { checkConnection, checkPublished } from './faults/connections.ts';
import { checkDeadline, checkDelivery, checkIncident } from './faults/deadlines.ts';
import { checkHoliday, checkHolidaySet } from './faults/holidays.ts';
import { checkCompTime, checkPolicy } from './faults/ledger.ts';
import { checkLeave, checkPerson } from './faults/people.ts';
import { reportOn, type Report } from './faults/report.ts';
import { checkQuarter, checkRotation, checkShift } from './faults/rotations.ts';
import { checkImage, checkRun, checkRunbook } from './faults/runbooks.ts';
import { checkScenario } from './faults/scenarios.ts';
import { checkPipeline, checkTask } from './faults/tasks.ts';
import { plainTable, tablesInOrder } from './tables.ts';
import type { RecordOf, TableName, Workspace } from './workspace.ts';

export interface IntegrityFinding {
  /** `table/id.field`. */
  readonly where: string;
  readonly what: string;
}

type Check<Table extends TableName> = (workspace: Workspace, record: RecordOf<Table>, report: Report) => void;

const checks: { readonly [Table in TableName]: Check<Table> } = {
  people: (_workspace, person, report) => checkPerson(person, report),
  pipelines: (_workspace, pipeline, report) => checkPipeline(pipeline, report),
  tasks: (_workspace, task, report) => checkTask(task, report),
  rotations: checkRotation,
  shifts: checkShift,
  leave: checkLeave,
  holidaySets: checkHolidaySet,
  holidays: checkHoliday,
  compTime: checkCompTime,
  policies: checkPolicy,
  quarters: (_workspace, quarter, report) => checkQuarter(quarter, report),
  deadlines: (_workspace, deadline, report) => checkDeadline(deadline, report),
  deliveries: (_workspace, delivery, report) => checkDelivery(delivery, report),
  incidents: (_workspace, incident, report) => checkIncident(incident, report),
  runbooks: (_workspace, runbook, report) => checkRunbook(runbook, report),
  runs: (_workspace, run, report) => checkRun(run, report),
  images: checkImage,
  scenarios: checkScenario,
  connections: (_workspace, connection, report) => checkConnection(connection, report),
  published: (_workspace, published, report) => checkPublished(published, report),
};

/** What is wrong with one record of a workspace, given all the others. */
export function recordFaults<Table extends TableName>(
  workspace: Workspace,
  table: Table,
  record: RecordOf<Table>,
): readonly Fault[] {
  const faults: Fault[] = [];
  const { id } = record as { id: string };
  checks[table](workspace, record, reportOn(workspace, table, id, faults));
  return faults;
}

/**
 * Everything that makes a workspace contradict itself though each record has the right form: ids that lead nowhere, dates
 * in the wrong order, one person in two roles that need two. An empty list is a sound workspace.
 */
export function integrityFindings(workspace: Workspace): readonly IntegrityFinding[] {
  const findings: IntegrityFinding[] = [];
  for (const table of tablesInOrder) {
    for (const [key, record] of Object.entries(plainTable(workspace, table))) {
      if (record.id !== key)
        findings.push({
          where: `${table}/${key}`,
          what: `the record under this key calls itself ${record.id}`,
        });
      for (const fault of recordFaults(workspace, table, record as never)) findings.push(inWords(fault));
    }
  }
  if (Object.keys(workspace.policies).length === 0)
    findings.push({ where: 'policies', what: 'there is no policy to score with' });
  return findings;
}

function inWords(fault: Fault): IntegrityFinding {
  if (fault.kind === 'invalid') return { where: fault.where, what: fault.what };
  if (fault.kind === 'unknown-record')
    return { where: fault.by, what: `names ${fault.id}, which is not among the ${fault.table}` };
  return { where: `${fault.table}/${fault.id}.${fault.field}`, what: `is the same as in ${fault.with}` };
}
