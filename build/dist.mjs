#!/usr/bin/env node
/**
 * `npm run dist`: packs the app for the people who use it, into dist/, and checks what was packed.
 *
 *   npm run dist                     everything that this system can make
 *   npm run dist -- deb tar.gz       these alone; one that cannot be made is then a failure
 *   npm run dist -- --try-deb        makes the deb, then installs, starts and removes it in a fresh Debian (as root; some minutes)
 *
 * Around a runtime of another version than package.json names, all are test artifacts: they say so, and lie in dist/test-artifact.
 */
import './tools/node-version.mjs';

const { ensureInstalled } = await import('./tools/install.mjs');
await ensureInstalled();
const { createHash } = await import('node:crypto');
const { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } = await import('node:fs');
const { basename, join } = await import('node:path');
const { ensureBuilt } = await import('./build.mjs');
const { findRuntime } = await import('./tools/choose-host.mjs');
const { shippedComponents } = await import('./tools/components.mjs');
const { makeTargets, targetNames } = await import('./tools/dist-targets.mjs');
const { filesOfAsar, packageProblems } = await import('./tools/inspect-package.mjs');
const { absent, check, finish, lane, report } = await import('./tools/lanes.mjs');
const { someOrdinaryUser } = await import('./tools/ordinary-user.mjs');
const { packageApp, releasedVersion } = await import('./tools/package-app.mjs');
const { below, say, stop } = await import('./tools/place.mjs');
const { counted, startedOnce } = await import('./tools/production-lane.mjs');
const { quietly } = await import('./tools/run.mjs');
const { billOfMaterials } = await import('./tools/sbom.mjs');
const { display, electronForTests } = await import('./tools/test-runtimes.mjs');

const wishes = process.argv.slice(2);
const tryDeb = wishes.includes('--try-deb');
const named = wishes.filter((wish) => wish !== '--try-deb');
for (const name of named)
  if (!targetNames.includes(name)) stop(`there is no target "${name}"; known are ${targetNames.join(', ')}.`);
const names = named.length > 0 ? named : tryDeb ? ['deb'] : targetNames;

const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
const sizeOf = (file) => megabytes(statSync(file).size);

/** When the content is from: that of the last change, so that a build made twice is the same. */
async function dateOfContent() {
  if (process.env.SOURCE_DATE_EPOCH) return Number(process.env.SOURCE_DATE_EPOCH);
  const { code, stdout } = await quietly('git', ['log', '-1', '--format=%ct']);
  return code === 0 ? Number(stdout) : Math.floor(Date.now() / 1000);
}

/** The released runtime, or else the tests' own, which makes test artifacts. */
async function runtimeToPack() {
  const found = await findRuntime();
  if (found.folder) return found.folder;
  const forTests = electronForTests();
  if (forTests.missing)
    stop(`nothing can be packed: Electron ${releasedVersion()}: ${found.missing}; ${forTests.missing}.`);
  say(
    `Electron ${releasedVersion()} cannot be had (${found.missing}): packing test artifacts around the tests' own runtime.`,
  );
  return forTests.folder;
}

const manifest = JSON.parse(readFileSync(below('package.json'), 'utf8'));
await ensureBuilt(['renderer', 'desktop', 'preload']);
const {
  folder,
  version: electron,
  testArtifact,
} = await packageApp({ kind: 'production', runtime: await runtimeToPack() });
const output = testArtifact ? below('dist/test-artifact') : below('dist');
mkdirSync(output, { recursive: true });
for (const name of readdirSync(output))
  if (/\.(deb|gz|json|AppImage|exe|dmg|blockmap)$|^SHA256SUMS$/.test(name)) rmSync(join(output, name));

const lanes = [];
const isLinux = process.platform === 'linux';

lanes.push(
  await lane('package', () => {
    if (!isLinux) return absent('what is packed is looked into on Linux alone');
    const problems = packageProblems(folder, { version: electron, kind: 'production' });
    for (const problem of problems) process.stdout.write(`${problem}\n`);
    const archive = join(folder, 'resources/app.asar');
    const note = `Electron ${electron}${testArtifact ? `, a test artifact: released is ${releasedVersion()}` : ''}; app.asar ${sizeOf(archive)}, ${filesOfAsar(archive).length} files`;
    return check(problems.length === 0, note);
  }),
  await lane('start', async () => {
    const user = someOrdinaryUser();
    const screen = display();
    const missing = isLinux
      ? (user.missing ?? screen.missing)
      : 'a start from outside is tried on Linux alone';
    return missing ? absent(missing) : counted(await startedOnce(join(folder, 'evenwatch'), user, screen));
  }),
  await lane('bill of materials', () => {
    const bill = billOfMaterials(manifest, shippedComponents(), electron);
    const file = join(output, `evenwatch-${manifest.version}.cdx.json`);
    writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`);
    return check(true, `${bill.components.length} components, ${basename(file)}`);
  }),
);

const context = {
  app: folder,
  work: below('out'),
  output,
  base: `evenwatch${testArtifact ? '-test' : ''}-${manifest.version}-${process.platform}-${process.arch}`,
  version: manifest.version,
  testArtifact,
  electron,
  date: await dateOfContent(),
};
const files = [];
const targets = makeTargets(names, context);
for (;;) {
  const started = performance.now();
  const { done, value } = await targets.next();
  if (done) break;
  const { name, missing, failed } = value;
  files.push(...(value.files ?? []));
  const told = missing
    ? named.includes(name)
      ? { ...check(false), note: `cannot be made here: ${missing}` }
      : absent(missing)
    : failed
      ? check(false, failed)
      : check(true, value.files.map((file) => `${basename(file)} ${sizeOf(file)}`).join(', '));
  const one = { passed: 0, failed: 0, name, ...told };
  report(one, (performance.now() - started) / 1000);
  lanes.push(one);
}

const sums = readdirSync(output)
  .filter((name) => statSync(join(output, name)).isFile() && name !== 'SHA256SUMS' && name !== 'packed-from')
  .sort()
  .map(
    (name) =>
      `${createHash('sha256')
        .update(readFileSync(join(output, name)))
        .digest('hex')}  ${name}\n`,
  );
writeFileSync(join(output, 'SHA256SUMS'), sums.join(''));
say(`all of it lies in ${output}`);

if (tryDeb) {
  const { tryInFreshDebian } = await import('./tools/try-deb.mjs');
  const deb = files.find((file) => file.endsWith('.deb'));
  lanes.push(
    await lane('deb in a new Debian', () => (deb ? tryInFreshDebian(deb) : check(false, 'there is no deb'))),
  );
}
finish(lanes);
