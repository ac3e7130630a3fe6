/**
 * Packs the desktop app around an Electron runtime that is already on this disk.
 *
 * The packer never compares the runtime with the version it was configured for, so we do: a runtime of another version
 * makes a test artifact, in a folder that says so.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageConfig } from '../electron-builder.config.mjs';
import { below } from './place.mjs';
import { quietly, tail } from './run.mjs';
import { shippedComponents } from './components.mjs';
import { licenceFile } from './licence-file.mjs';
import { contentOf } from './stamp.mjs';

/** The version a runtime folder says it is, without a leading v. */
export const runtimeVersion = (folder) =>
  readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '');

export const releasedVersion = () =>
  JSON.parse(readFileSync(below('package.json'), 'utf8')).devDependencies.electron;

/** The licences of what is bundled, as a file to lie beside the program. */
function writeLicences() {
  mkdirSync(below('out/licences'), { recursive: true });
  const text = licenceFile(shippedComponents(), readFileSync(below('LICENSE'), 'utf8'));
  writeFileSync(below('out/licences/LICENCES.txt'), text);
}

/**
 * @param {{ kind: 'e2e' | 'production', runtime: string }} wish runtime: folder that holds the executable
 * @returns {Promise<{ folder: string, testArtifact: boolean, version: string }>} folder: the unpacked app
 */
export async function packageApp({ kind, runtime }) {
  const version = runtimeVersion(runtime);
  const testArtifact = kind === 'e2e' || version !== releasedVersion();
  const output = testArtifact ? below('out', `package-${kind}`) : below('dist');
  const folder = join(output, { darwin: 'mac', win32: 'win-unpacked' }[process.platform] ?? 'linux-unpacked');
  writeLicences();
  const inputs = [
    'out/desktop',
    'out/renderer',
    'out/licences',
    'build/icons',
    'build/electron-builder.config.mjs',
  ];
  const stamp = `${version}\n${contentOf([...inputs, 'build/tools/package-app.mjs', 'package.json'])}`;
  const mark = join(output, 'packed-from');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === stamp) return { folder, testArtifact, version };

  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  await packWith({ kind, electronDist: runtime, electronVersion: version, output });
  if (testArtifact)
    writeFileSync(
      join(folder, 'TEST-ARTIFACT.txt'),
      `Built around Electron ${version} to run this project's own tests. Not for release: that takes Electron ${releasedVersion()}.\n`,
    );
  writeFileSync(mark, stamp);
  return { folder, testArtifact, version };
}

const made = 'evenwatch made ';

/**
 * Runs the packer, in a process of its own: it talks on standard output, which here belongs to reports and JSON.
 *
 * @param {{ kind?: string, output: string, electronDist?: string, electronVersion: string, target?: string, prepackaged?: string }} wish
 *   target: `dir` unless named; prepackaged: an unpacked app to make it of
 * @returns {Promise<string[]>} the files it made
 */
export async function packWith(wish) {
  const order = JSON.stringify({ kind: 'production', target: 'dir', ...wish });
  const { code, stdout, stderr } = await quietly(process.execPath, [fileURLToPath(import.meta.url), order]);
  if (code !== 0) throw new Error(`the app could not be packed:\n${tail(stdout + stderr)}`);
  const line = stdout.split('\n').find((one) => one.startsWith(made));
  return line === undefined ? [] : JSON.parse(line.slice(made.length));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { build, Platform } = await import('electron-builder');
  const { target, prepackaged, ...wish } = JSON.parse(process.argv[2]);
  const files = await build({
    projectDir: below(),
    targets: Platform.current().createTarget(target),
    config: packageConfig(wish),
    publish: 'never',
    ...(prepackaged ? { prepackaged } : {}),
  });
  process.stdout.write(`\n${made}${JSON.stringify(files)}\n`);
}
