import type { Role } from '../../../shared/exchange/outside-take.ts';
import type { LayerName, RotationId } from '../../../shared/model/ids.ts';
import { recordsOf } from '../../../shared/model/tables.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';

/** A role as a list offers it. */
export interface RoleOption {
  readonly id: string;
  readonly title: string;
}

/** Every role of the rotations that go on: what a schedule elsewhere can stand for. */
export const roleOptions = (workspace: Workspace): readonly RoleOption[] =>
  recordsOf(workspace, 'rotations')
    .filter(({ archivedOn }) => archivedOn === null)
    .sort((one, other) => one.position - other.position)
    .flatMap(({ id, name, layers }) =>
      layers.map((layer) => ({
        id: optionOfRole({ rotation: id, layer: layer.name }),
        title: `${name}, ${layer.title}`,
      })),
    );

export const optionOfRole = ({ rotation, layer }: Role): string => `${rotation} ${layer}`;

/** The role behind an option; null for one that stands for none. */
export function roleOfOption(option: string): Role | null {
  const [rotation, layer] = option.split(' ');
  return rotation === undefined || layer === undefined
    ? null
    : { rotation: rotation as RotationId, layer: layer as LayerName };
}
