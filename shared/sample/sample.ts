import { defaultPolicy } from '../model/default-policy.ts';
import type { LocalDate } from '../model/dates.ts';
import type { PolicyId, WorkspaceId } from '../model/ids.ts';
import type { Policy } from '../model/policy.ts';
import type { Quarter } from '../model/quarter.ts';
import type { Workspace } from '../model/workspace.ts';
import { earnedBy, taken } from './comp-time.ts';
import { deadlines } from './deadlines.ts';
import { deliveries } from './deliveries.ts';
import { holidays, holidaySets } from './holidays.ts';
import { incidents } from './incidents.ts';
import { allLeave } from './leave.ts';
import { pastQuarter, pastShifts } from './past-quarter.ts';
import { people, region, zone } from './people.ts';
import { rotations } from './rotations.ts';
import { engagementRunbook } from './runbooks/engagement.ts';
import { growthRunbook } from './runbooks/growth.ts';
import { profitRunbook } from './runbooks/profit.ts';
import { pipelines, tasks } from './tasks.ts';

/** The day on which the sample stands still: six weeks before the quarter that is to be planned. */
export const sampleToday = '2026-11-23' as LocalDate;

const policy: Policy = defaultPolicy('policy-1' as PolicyId, '2026-10-01' as LocalDate);

const worked: Quarter = { id: pastQuarter, closedOn: null, policy: policy.id, carry: [], plan: null };

function byId<Row extends { readonly id: string }>(rows: readonly Row[]): Readonly<Record<Row['id'], Row>> {
  return Object.fromEntries(rows.map((row) => [row.id, row])) as Readonly<Record<Row['id'], Row>>;
}

function build(): Workspace {
  const workspace: Workspace = {
    about: {
      id: 'workspace-sample' as WorkspaceId,
      name: 'Investor data',
      zone,
      region,
      createdOn: '2026-09-28' as LocalDate,
    },
    people: byId(people),
    pipelines: byId(pipelines),
    tasks: byId(tasks),
    rotations: byId(rotations),
    shifts: byId(pastShifts()),
    runs: {},
    images: {},
    scenarios: {},
    connections: {},
    published: {},
    leave: byId(allLeave),
    holidaySets: byId(holidaySets),
    holidays: byId(holidays),
    compTime: {},
    policies: byId([policy]),
    quarters: byId([worked]),
    deadlines: byId(deadlines),
    deliveries: byId(deliveries),
    incidents: byId(incidents),
    runbooks: byId([profitRunbook, growthRunbook, engagementRunbook]),
  };
  return { ...workspace, compTime: byId([...earnedBy(workspace, policy, sampleToday), taken(policy)]) };
}

let built: Workspace | undefined;

/**
 * The team of the sample: four engineers with their tasks, a quarter that is being worked, and 2027-Q1 still to be
 * planned. The same value every time.
 */
export const sampleWorkspace = (): Workspace => (built ??= build());
