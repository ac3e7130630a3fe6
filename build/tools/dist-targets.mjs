/** What `npm run dist` makes, on which system, and what each needs that may not be there. */
import { renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { makeDeb, makeTar } from './deb.mjs';
import { packWith } from './package-app.mjs';
import { programPath } from './test-runtimes.mjs';

const systems = { linux: 'Linux', win32: 'Windows', darwin: 'macOS' };

/** The packer fetches what makes these. Asked before: it would try again for most of a minute. */
async function toolsAreReachable() {
  try {
    await fetch('https://github.com/electron-userland/electron-builder-binaries', {
      method: 'HEAD',
      signal: AbortSignal.timeout(5000),
    });
    return null;
  } catch (error) {
    return `its tools come from github.com, which cannot be reached (${error.cause?.code ?? error.name})`;
  }
}

/** A target that the packer makes of the program that is packed already. */
const byPacker = (name, system, own = () => false) => ({
  name,
  system,
  missing: async () => (own() ? null : await toolsAreReachable()),
  make: ({ app, output, electron }) =>
    packWith({ target: name, prepackaged: app, output, electronVersion: electron }),
});

/** Named as the packer names them. `missing` gives the reason why it cannot be made here, or null. */
const targets = [
  { name: 'tar.gz', system: 'linux', missing: () => null, make: makeTar },
  {
    name: 'deb',
    system: 'linux',
    missing: () => (programPath('dpkg-deb') ? null : 'there is no dpkg-deb'),
    make: makeDeb,
  },
  byPacker('AppImage', 'linux', () => Boolean(process.env.APPIMAGE_TOOLS_PATH)),
  byPacker('nsis', 'win32'),
  byPacker('portable', 'win32'),
  byPacker('dmg', 'darwin'),
];

export const targetNames = targets.map(({ name }) => name);

/** Why a target cannot be made here, or null. */
async function obstacle({ system, missing }) {
  if (system !== process.platform) return `it is made on ${systems[system]}`;
  return missing();
}

/** The mark of a test artifact is in its name too, whoever made the file. */
function marked(file, { testArtifact }) {
  if (!testArtifact || /-test[_.-]/.test(basename(file))) return file;
  const renamed = join(file, '..', basename(file).replace('evenwatch', 'evenwatch-test'));
  renameSync(file, renamed);
  return renamed;
}

/**
 * @param {string[]} names
 * @param {object} context of makeDeb and makeTar
 * @returns {AsyncGenerator<{ name: string, files?: string[], missing?: string, failed?: string }>}
 */
export async function* makeTargets(names, context) {
  for (const target of targets.filter(({ name }) => names.includes(name))) {
    const missing = await obstacle(target);
    if (missing) {
      yield { name: target.name, missing };
      continue;
    }
    try {
      const made = await target.make(context);
      yield { name: target.name, files: [made].flat().map((file) => marked(file, context)) };
    } catch (error) {
      yield { name: target.name, failed: error.message };
    }
  }
}
