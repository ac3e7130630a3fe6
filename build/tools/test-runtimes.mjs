/** Finds what the end-to-end lanes need: an Electron runtime, a Chromium, a display, the PDF tools. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findInstalledRuntime } from './choose-host.mjs';
import { below } from './place.mjs';

/** Full path of a program on the path, or null. */
export function programPath(...names) {
  for (const name of names)
    for (const folder of (process.env.PATH ?? '').split(delimiter))
      if (folder && existsSync(join(folder, name))) return join(folder, name);
  return null;
}

/**
 * The Electron runtime to test with. The tests' own one is fetched by a script beside the checkout, where there is one; the
 * cache must be where an ordinary user can read it.
 */
export function electronForTests() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) {
    if (existsSync(join(override, 'version'))) return { folder: override };
    return { missing: `ELECTRON_OVERRIDE_DIST_PATH names ${override}, where there is no Electron` };
  }
  const installed = findInstalledRuntime();
  if (installed) return installed;
  const script = below('../shared/electron-runtime');
  if (!existsSync(script))
    return { missing: 'there is no Electron runtime (npx install-electron --no fetches one)' };
  const cache = process.getuid?.() === 0 ? ['/var/cache/evenwatch-rt'] : [];
  const { status, stdout, stderr } = spawnSync(script, cache, { encoding: 'utf8' });
  if (status === 0) return { folder: stdout.trim().split('\n').at(-1) };
  return { missing: `no Electron runtime: ${(stderr ?? '').trim().split('\n').at(-1)}` };
}

/** Chromium of this system: EVENWATCH_CHROMIUM, else the usual names. Never a downloaded one. */
export function chromiumForTests() {
  const wished = process.env.EVENWATCH_CHROMIUM;
  const found =
    wished && existsSync(wished) ? wished : programPath('chromium', 'chromium-browser', 'google-chrome');
  return found ? { program: found } : { missing: 'there is no Chromium on this machine' };
}

/** On Linux a window needs a display; a virtual one keeps the tests' windows off the developer's. */
export function display() {
  if (process.platform !== 'linux') return { wrap: (program, args) => [program, args] };
  const xvfb = programPath('xvfb-run');
  if (xvfb && programPath('xauth'))
    return {
      wrap: (program, args) => [xvfb, ['-a', '-s', '-screen 0 1600x1000x24 -noreset', program, ...args]],
    };
  if (process.env.DISPLAY) return { wrap: (program, args) => [program, args] };
  return { missing: 'there is neither Xvfb nor a display' };
}

/** Programs that read PDFs back, as far as they are missing. */
export const missingPdfTools = () =>
  ['pdftotext', 'pdfinfo', 'pdffonts', 'qpdf'].filter((name) => !programPath(name));
