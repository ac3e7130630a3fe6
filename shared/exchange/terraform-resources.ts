import { fieldOf, listAt, textAt, type Json } from './json-fields.ts';
import type { TerraformBlock } from './terraform-text.ts';

/** Something that Terraform keeps, or asks for, with its values. */
export interface TerraformResource {
  readonly type: string;
  readonly name: string;
  readonly isData: boolean;
  readonly values: Json;
}

/** How others speak of its id: as it is known, else as they refer to it. */
export const idOfResource = ({ type, name, isData, values }: TerraformResource): string =>
  textAt(values, 'id') ?? `\${${isData ? 'data.' : ''}${type}.${name}.id}`;

/** Made by a loop: what it makes is not in the text. */
export const isLoop = ({ values }: TerraformResource): boolean =>
  fieldOf(values, 'for_each') !== undefined ||
  fieldOf(values, 'count') !== undefined ||
  fieldOf(values, 'dynamic') !== undefined;

/** The resources that a text declares. */
export const declared = (blocks: readonly TerraformBlock[]): readonly TerraformResource[] =>
  blocks.flatMap(({ type, labels: [kind, name], body }) =>
    (type === 'resource' || type === 'data') && kind !== undefined && name !== undefined
      ? [{ type: kind, name, isData: type === 'data', values: body }]
      : [],
  );

/** Most modules in one another. */
const MOST_LEVELS = 20;

/** The resources of a state: as `terraform show -json` writes it, or as the state's own file has it. Null where it is neither. */
export function stateResources(root: Json): readonly TerraformResource[] | null {
  const isShown = textAt(root, 'format_version') !== null;
  const isState = textAt(root, 'terraform_version') !== null && Array.isArray(fieldOf(root, 'resources'));
  if (!isShown && !isState) return null;
  if (isState)
    return listAt(root, 'resources').flatMap((resource) =>
      listAt(resource, 'instances').map((instance) => made(resource, fieldOf(instance, 'attributes'))),
    );
  return moduleResources(fieldOf(fieldOf(root, 'values'), 'root_module'), 0);
}

const made = (resource: Json, values: Json): TerraformResource => ({
  type: textAt(resource, 'type') ?? '',
  name: textAt(resource, 'name') ?? '',
  isData: textAt(resource, 'mode') === 'data',
  values,
});

const moduleResources = (module: Json, depth: number): readonly TerraformResource[] =>
  depth > MOST_LEVELS
    ? []
    : [
        ...listAt(module, 'resources').map((resource) => made(resource, fieldOf(resource, 'values'))),
        ...listAt(module, 'child_modules').flatMap((child) => moduleResources(child, depth + 1)),
      ];
