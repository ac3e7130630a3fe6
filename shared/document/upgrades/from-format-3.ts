import { isPlain } from './plain.ts';
import type { Upgrade } from './index.ts';

/** Format 4 remembers how other tools are mapped, and which calendar events went out. */
export const fromFormat3: Upgrade = {
  from: 3,
  upgrade: (workspace) => (isPlain(workspace) ? { ...workspace, connections: {}, published: {} } : workspace),
};
