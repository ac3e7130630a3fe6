import { assertNever } from '../assert-never.ts';
import type { OutsideFault } from '../exchange/outside-file.ts';
import { noted, type OutsideExport, type OutsideTool } from '../exchange/outside-schedule.ts';
import type { OutsideTake, Role } from '../exchange/outside-take.ts';
import type { ImportProblem } from '../exchange/import-report.ts';
import type { Workspace } from '../model/workspace.ts';
import { heldProblems } from './feed-in-text.ts';
import { layerName, rotationName } from './names.ts';
import { counted } from './number-text.ts';

export const toolName: Readonly<Record<OutsideTool, string>> = {
  pagerduty: 'PagerDuty',
  opsgenie: 'Opsgenie',
  'grafana-oncall': 'Grafana OnCall',
  datadog: 'Datadog',
};

/** Why no schedule is read of a file, and what to do instead. */
export function outsideFaultText(file: string, fault: OutsideFault): string {
  switch (fault.kind) {
    case 'web-page':
      return `${file} is a page of a website, no export. Sign in there, and save the export itself.`;
    case 'broken-json':
      return `${file} begins as JSON and does not end as it: it was cut off or edited. Export it again.`;
    case 'broken-terraform':
      return `${file} is no Terraform text that can be read: line ${fault.line}, ${fault.what}.`;
    case 'no-schedules':
      return `${file} holds no on-call schedule. Choose a calendar, an export of PagerDuty, Opsgenie, Grafana OnCall or Datadog as JSON, or the Terraform that describes schedules of Opsgenie or Grafana OnCall.`;
    case 'refusal':
      return `${file} holds an error instead of schedules: “${fault.said}”. Export it again with a key that may read schedules.`;
    case 'too-much':
      return `${file} is too much at once. ${fault.what}`;
    default:
      return assertNever(fault);
  }
}

/** `team.json, Opsgenie, 2 rotations, 5 people`. */
export function outsideFacts(file: string, { tool, parts, users }: OutsideExport): string {
  const [one, many] = tool === 'opsgenie' ? ['rotation', 'rotations'] : ['schedule', 'schedules'];
  return `${file}, ${toolName[tool]}, ${counted(parts.length, one, many)}, ${counted(users.length, 'person', 'people')}`;
}

/** `Team primary`. */
export const roleText = (workspace: Workspace, { rotation, layer }: Role): string =>
  `${rotationName(workspace, rotation)} ${layerName(workspace, rotation, layer)}`;

/** What of schedules is not taken over as it stands there; of people who are unknown or have left the audit speaks. */
export function outsideProblems(
  workspace: Workspace,
  { problems }: OutsideExport,
  { roles, tooMany }: OutsideTake,
): readonly ImportProblem[] {
  return [
    ...problems,
    ...tooMany.map(({ name }) =>
      noted(
        `${name}: its rules have more turns than are followed here, and are left out. Export what the tool worked out itself.`,
      ),
    ),
    ...roles.flatMap((held) => heldProblems(workspace, held, roleText(workspace, held.role))),
  ];
}
