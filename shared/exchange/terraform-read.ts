import type { ZoneName } from '../model/dates.ts';
import { readGrafana } from './grafana-read.ts';
import { fieldOf, listAt, textAt, type Json } from './json-fields.ts';
import { readOpsgenie } from './opsgenie-read.ts';
import { noted, type OutsideExport } from './outside-schedule.ts';
import { idOfResource, isLoop, type TerraformResource } from './terraform-resources.ts';

/** `start_hour` as the service's own JSON names it, `startHour`, down to the depth that a restriction has. */
function camelled(value: Json, depth = 3): Json {
  if (typeof value !== 'object' || value === null || depth === 0) return value;
  if (Array.isArray(value)) return (value as readonly Json[]).map((one) => camelled(one, depth));
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      camelled(inner, depth - 1),
    ]),
  );
}

const opsgenieTypes = ['opsgenie_schedule', 'opsgenie_schedule_rotation'];
const grafanaTypes = ['grafana_oncall_schedule', 'grafana_oncall_on_call_shift'];

/** The values of all resources of a type, each with the id that others name it by. */
const valuesOf = (resources: readonly TerraformResource[], type: string): readonly Json[] =>
  resources
    .filter((resource) => resource.type === type)
    .map((resource) => ({ ...(resource.values as object), id: idOfResource(resource) }));

/** The resources as the service's own export has them: rotations inside their schedules, people beside them. */
function opsgenieJson(resources: readonly TerraformResource[]): Json {
  const rotations = valuesOf(resources, 'opsgenie_schedule_rotation').map((rotation) => ({
    ...(camelled(rotation, 1) as object),
    participants: listAt(rotation, 'participant'),
    // A block is a list of one.
    timeRestriction: camelled(
      listAt(rotation, 'time_restriction')[0] ?? fieldOf(rotation, 'time_restriction'),
    ),
  }));
  const schedules = valuesOf(resources, 'opsgenie_schedule').map((schedule) => ({
    ...(schedule as object),
    rotations: rotations.filter((rotation) => textAt(rotation, 'scheduleId') === textAt(schedule, 'id')),
  }));
  const placed = new Set(schedules.flatMap((schedule) => schedule.rotations));
  const loose = rotations.filter((rotation) => !placed.has(rotation));
  return {
    users: valuesOf(resources, 'opsgenie_user'),
    schedules:
      loose.length === 0
        ? schedules
        : [...schedules, { name: 'A schedule of another file', rotations: loose }],
  };
}

const grafanaJson = (resources: readonly TerraformResource[]): Json => ({
  users: valuesOf(resources, 'grafana_oncall_user'),
  schedules: valuesOf(resources, 'grafana_oncall_schedule'),
  on_call_shifts: valuesOf(resources, 'grafana_oncall_on_call_shift'),
});

/** Schedules that Terraform keeps for either tool; null where there are none among its resources. */
export function readTerraform(resources: readonly TerraformResource[], home: ZoneName): OutsideExport | null {
  const has = (types: readonly string[]): boolean => resources.some(({ type }) => types.includes(type));
  const [isOpsgenie, isGrafana] = [has(opsgenieTypes), has(grafanaTypes)];
  if (!isOpsgenie && !isGrafana) return null;
  const read = isOpsgenie
    ? readOpsgenie(opsgenieJson(resources), home)
    : readGrafana(grafanaJson(resources), home);
  const loops = resources.filter(
    (resource) => [...opsgenieTypes, ...grafanaTypes].includes(resource.type) && isLoop(resource),
  );
  return {
    ...read,
    problems: [
      ...read.problems,
      ...loops.map(({ type, name }) =>
        noted(
          `${type}.${name} is made by a loop, and what the loop makes is not in the text. Import what “terraform show -json” writes instead.`,
        ),
      ),
      ...(isOpsgenie && isGrafana
        ? [noted('It also holds schedules of Grafana OnCall: import a file of those alone.')]
        : []),
    ],
  };
}
