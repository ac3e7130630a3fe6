import type { LayerName } from '../model/ids.ts';
import type { Rotation } from '../model/rotation.ts';

/**
 * True where a layer carries no duty: whoever holds a turn of it looks on and learns. Nobody has to hold it, and it counts for
 * nothing: neither load nor holidays, rest, caps or what else somebody may hold at the time.
 */
export const isShadow = ({ layers }: Pick<Rotation, 'layers'>, layer: LayerName): boolean =>
  layers.find(({ name }) => name === layer)?.weightPercent === 0;
