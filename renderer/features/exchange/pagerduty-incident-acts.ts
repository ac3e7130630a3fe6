import type { Channels } from '../../../shared/contract/channels.ts';
import { incidentTakes, type IncidentTake } from '../../../shared/exchange/pagerduty-incidents.ts';
import type { QuarterId } from '../../../shared/model/dates.ts';
import type { PipelineId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { act } from '../../state/act.ts';
import { openWorkspace } from '../../state/workspace-store.ts';
import { addressIn, asked } from './pagerduty-acts.ts';
import { windowOf } from './pagerduty-preview.ts';
import { usePagerDuty } from './pagerduty-store.ts';

export type ReadIncidents = Channels['pagerduty.incidents']['reply'];

/** Incidents that were opened in a quarter; null when they could not be read, which is then told. */
export function readIncidents(quarter: QuarterId): Promise<ReadIncidents | null> {
  const workspace = openWorkspace();
  return asked('Reading incidents', 'pagerduty.incidents', {
    address: addressIn(workspace),
    ...windowOf(workspace, quarter),
  });
}

/** What taking them over would do, with people as they are mapped on the screen. */
export function takesOf(
  workspace: Workspace,
  { incidents }: ReadIncidents,
  pipelines: ReadonlyMap<string, PipelineId | null>,
): readonly IncidentTake[] {
  const people = new Map(usePagerDuty.getState().people.map(({ outside, person }) => [outside, person]));
  return incidentTakes(workspace, incidents, pipelines, (user) => people.get(user) ?? null);
}

/** Writes them into the log of incidents as one step. */
export function takeIncidents(takes: readonly IncidentTake[]): void {
  const records = takes.flatMap(({ record }) =>
    record === null ? [] : [{ table: 'incidents' as const, record }],
  );
  const counted = records.length === 1 ? 'an incident' : `${records.length} incidents`;
  const title = `Take over ${counted} from PagerDuty`;
  act(
    { kind: 'import-records', title, source: 'PagerDuty', records },
    `Took over ${counted} from PagerDuty.`,
    title,
  );
}
