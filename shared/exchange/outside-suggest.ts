import type { Connection } from '../model/connection.ts';
import type { PersonId } from '../model/ids.ts';
import { folded } from '../model/faults/report.ts';
import { recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import type { OutsideExport, OutsidePart } from './outside-schedule.ts';
import type { Role } from './outside-take.ts';
import { suggestedPeople } from './remote-mapping.ts';

/** How exports of a tool were read the last time. */
export const rememberedOutside = (workspace: Workspace, { tool }: OutsideExport): Connection | undefined =>
  recordsOf(workspace, 'connections').find(({ kind }) => kind === tool);

/** Under what name people's records keep their ids over there: letters alone. */
const idName = {
  pagerduty: 'pagerduty',
  opsgenie: 'opsgenie',
  'grafana-oncall': 'grafana',
  datadog: 'datadog',
} as const;

/** Who is who: as it was said before, else by id, address, name or other name. Whom nobody fits is left out of the answer. */
export function suggestedWho(
  workspace: Workspace,
  file: OutsideExport,
): ReadonlyMap<string, PersonId | null> {
  const before = rememberedOutside(workspace, file)?.people ?? [];
  const said = new Set(before.map(({ outside }) => outside));
  const all = suggestedPeople(workspace, idName[file.tool], file.users, before);
  return new Map(
    all.flatMap(({ outside, person }) =>
      person !== null || said.has(outside) ? [[outside, person] as const] : [],
    ),
  );
}

const hasWord = (text: string, word: string): boolean => word !== '' && ` ${text} `.includes(` ${word} `);

const words = (text: string): string =>
  folded(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The one role whose layer, and among several rotations whose name, stands in the part's name; null where none or two do. */
function roleByName(workspace: Workspace, { name }: OutsidePart): Role | null {
  const text = words(name);
  const rotations = recordsOf(workspace, 'rotations').filter(({ archivedOn }) => archivedOn === null);
  const byLayer = rotations.flatMap((rotation) =>
    rotation.layers
      .filter((layer) => hasWord(text, words(layer.title)))
      .map((layer) => ({ rotation, role: { rotation: rotation.id, layer: layer.name } })),
  );
  const named = byLayer.filter(({ rotation }) => hasWord(text, words(rotation.name)));
  const fits = named.length > 0 ? named : byLayer;
  return fits.length === 1 ? (fits[0]?.role ?? null) : null;
}

/** Which role each part stands for: as it was said before, else by their names. */
export function suggestedRoles(workspace: Workspace, file: OutsideExport): ReadonlyMap<string, Role> {
  const before = new Map(rememberedOutside(workspace, file)?.rotations.map((one) => [one.outside, one]));
  return new Map(
    file.parts.flatMap((part) => {
      const said = before.get(part.id);
      if (said === undefined) {
        const guess = roleByName(workspace, part);
        return guess === null ? [] : [[part.id, guess] as const];
      }
      const { rotation, layer } = said;
      return rotation === null || layer === null ? [] : [[part.id, { rotation, layer }] as const];
    }),
  );
}

const idFree = (workspace: Workspace, kind: Connection['kind']): Connection['id'] => {
  let number = 1;
  while (workspace.connections[`connection-${kind}-${number}` as Connection['id']] !== undefined) number += 1;
  return `connection-${kind}-${number}` as Connection['id'];
};

/** What is remembered of a mapping: what was said before of others stays. */
export function outsideConnection(
  workspace: Workspace,
  file: OutsideExport,
  name: string,
  {
    people,
    roles,
  }: { readonly people: ReadonlyMap<string, PersonId | null>; readonly roles: ReadonlyMap<string, Role> },
): Connection {
  const known = rememberedOutside(workspace, file);
  const who = new Map(known?.people.map((one) => [one.outside, one]));
  for (const user of file.users) {
    const person = people.get(user.id);
    if (person !== undefined) who.set(user.id, { outside: user.id, name: user.name.slice(0, 300), person });
  }
  const what = new Map(known?.rotations.map((one) => [one.outside, one]));
  for (const part of file.parts) {
    const role = roles.get(part.id);
    const entry = { outside: part.id, name: part.name.slice(0, 300) };
    what.set(part.id, { ...entry, rotation: role?.rotation ?? null, layer: role?.layer ?? null });
  }
  return {
    id: known?.id ?? idFree(workspace, file.tool),
    kind: file.tool,
    name: known?.name ?? name,
    address: known?.address ?? null,
    // The newest last: of more than can be kept, the oldest go.
    people: [...who.values()].slice(-2000),
    rotations: [...what.values()].slice(-500),
    own: known?.own ?? [],
  };
}
