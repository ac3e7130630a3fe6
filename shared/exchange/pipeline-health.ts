import type { PipelineId } from '../model/ids.ts';
import { recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { monitorStates, type Health, type Monitor, type MonitorState, type Objective } from './health.ts';

/** How one pipeline stands by what watches it. */
export interface PipelineHealth {
  readonly pipeline: PipelineId;
  /** The worst state of its monitors; null where it has none. */
  readonly worst: MonitorState | null;
  /** The worst first, then by name. */
  readonly monitors: readonly Monitor[];
  readonly objectives: readonly Objective[];
}

/** Everything that was read, by pipeline, and what belongs to none. */
export interface MappedHealth {
  readonly pipelines: readonly PipelineHealth[];
  readonly loose: readonly (Monitor | Objective)[];
}

/** The pipeline whose whole name stands in a text; null where none or several do. */
export function pipelineIn(workspace: Workspace, text: string): PipelineId | null {
  const words = `-${slug(text)}-`;
  const found = recordsOf(workspace, 'pipelines').filter(
    ({ name }) => slug(name) !== '' && words.includes(`-${slug(name)}-`),
  );
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}

/** Written small, with one hyphen for whatever parts words: "Sales & Growth" and "sales_growth" are the same. */
const slug = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');

/**
 * Which pipelines something watches: those that its tags `pipeline:NAME` name, by name or code; without such a tag those whose whole
 * name stands in its own. Tags go first, since somebody set them for it.
 */
function watched(
  { name, tags }: Pick<Monitor, 'name' | 'tags'>,
  bySlug: ReadonlyMap<string, PipelineId>,
  names: readonly (readonly [string, PipelineId])[],
): ReadonlySet<PipelineId> {
  const said = tags.map((tag) => slug(tag.slice('pipeline:'.length)));
  if (said.length > 0) return new Set(said.flatMap((one) => bySlug.get(one) ?? []));
  const words = `-${slug(name)}-`;
  return new Set(names.filter(([one]) => words.includes(`-${one}-`)).map(([, id]) => id));
}

const rank = (state: MonitorState): number => monitorStates.indexOf(state);
const objectiveRank = ({ state }: Objective): number =>
  ['breached', 'warning', 'no_data', 'unknown', 'ok'].indexOf(state);

/** What was read, put beside the pipelines that it watches. A pipeline stands as its worst monitor does (`monitorStates`). */
export function mappedHealth(workspace: Workspace, health: Health): MappedHealth {
  const pipelines = [...recordsOf(workspace, 'pipelines')].sort(
    (one, other) => one.position - other.position,
  );
  const names = pipelines.map(({ id, name }) => [slug(name), id] as const).filter(([one]) => one !== '');
  const bySlug = new Map<string, PipelineId>([
    ...pipelines.map(({ id, code }) => [slug(code), id] as const),
    ...names,
  ]);
  const monitorsOf = new Map<PipelineId, Monitor[]>();
  const objectivesOf = new Map<PipelineId, Objective[]>();
  const loose: (Monitor | Objective)[] = [];
  const put = <Found extends Monitor | Objective>(into: Map<PipelineId, Found[]>, found: Found): void => {
    const ids = watched(found, bySlug, names);
    if (ids.size === 0) loose.push(found);
    for (const id of ids) into.set(id, [...(into.get(id) ?? []), found]);
  };
  for (const monitor of health.monitors) put(monitorsOf, monitor);
  for (const objective of health.objectives ?? []) put(objectivesOf, objective);
  const byName = (one: { readonly name: string }, other: { readonly name: string }): number =>
    one.name < other.name ? -1 : Number(one.name > other.name);
  return {
    pipelines: pipelines.map(({ id }) => {
      const monitors = (monitorsOf.get(id) ?? []).sort(
        (one, other) => rank(one.state) - rank(other.state) || byName(one, other),
      );
      return {
        pipeline: id,
        worst: monitors[0]?.state ?? null,
        monitors,
        objectives: (objectivesOf.get(id) ?? []).sort(
          (one, other) => objectiveRank(one) - objectiveRank(other) || byName(one, other),
        ),
      };
    }),
    loose,
  };
}
