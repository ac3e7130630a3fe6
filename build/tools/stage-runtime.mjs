/**
 * A runtime without a default app starts only what lies in its own resources/app. Then a copy is made in out/runtime,
 * whose resources/app leads back to the project; the original is left as it is.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { below } from './place.mjs';

/** @returns {string} the executable inside the copy */
export function stageRuntime({ folder, executable }) {
  const copy = below('out/runtime');
  const mark = join(copy, 'evenwatch-copied-from');
  const origin = `${folder}\n${existsSync(join(folder, 'version')) ? readFileSync(join(folder, 'version'), 'utf8') : ''}`;
  if (!existsSync(mark) || readFileSync(mark, 'utf8') !== origin) {
    rmSync(copy, { recursive: true, force: true });
    mkdirSync(below('out'), { recursive: true });
    cpSync(folder, copy, { recursive: true, verbatimSymlinks: true });
    symlinkSync('../../..', join(copy, 'resources/app'), 'junction');
    writeFileSync(mark, origin);
  }
  return join(copy, basename(executable));
}
