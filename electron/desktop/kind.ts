import { createRequire } from 'node:module';
import { join } from 'node:path';
import { app } from 'electron';

/**
 * Whether developers' tools may look into the app: run from its sources, and in the package that the stories drive. The packer writes
 * into that package's manifest what it is; nothing that a start says can make one out of the other.
 */
export function mayBeDebugged(): boolean {
  if (!app.isPackaged) return true;
  const manifest = createRequire(import.meta.url)(join(app.getAppPath(), 'package.json')) as {
    readonly evenwatchKind?: unknown;
  };
  return manifest.evenwatchKind === 'e2e';
}
