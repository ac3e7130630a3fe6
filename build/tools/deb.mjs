/**
 * A package for Debian and its relatives, by Debian's own dpkg-deb. It runs no script of ours as root: menus, icons and file types
 * are noticed by the system's triggers, and everything that it brings goes away with it.
 */
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { iconSizes } from './icon-files.mjs';
import { below } from './place.mjs';
import { quietly, tail } from './run.mjs';

const architectures = { x64: 'amd64', arm64: 'arm64' };

/** What Electron loads. The second names are those of Debian 13 and Ubuntu 24.04. */
const needs = ['libgtk-3-0 | libgtk-3-0t64', 'libnss3', 'libasound2 | libasound2t64', 'libgbm1'];

/** Links open with xdg-utils; a key is kept only where libsecret reaches a keychain. */
const betterWith = ['xdg-utils', 'libsecret-1-0'];

const home = 'usr/lib/evenwatch';

/** A test artifact is a package of its own that cannot stand beside the real one. */
const nameOf = (testArtifact) => (testArtifact ? 'evenwatch-test' : 'evenwatch');

function controlOf({ version, testArtifact, electron, bytes }) {
  const [name, other] = testArtifact ? ['evenwatch-test', 'evenwatch'] : ['evenwatch', 'evenwatch-test'];
  const head = testArtifact
    ? 'Evenwatch, TEST ARTIFACT, not for release'
    : 'Plan a quarter of on-call fairly, offline';
  const warning = ` TEST ARTIFACT: built around Electron ${electron} to try the package itself. That\n runtime gets no security updates any more; do not work with it.\n .\n`;
  return [
    `Package: ${name}`,
    `Version: ${version}`,
    `Architecture: ${architectures[process.arch] ?? process.arch}`,
    'Maintainer: The Evenwatch founders <no-reply@evenwatch.invalid>',
    `Installed-Size: ${Math.ceil(bytes / 1024)}`,
    `Depends: ${needs.join(', ')}`,
    `Recommends: ${betterWith.join(', ')}`,
    `Conflicts: ${other}`,
    `Replaces: ${other}`,
    'Section: misc',
    'Priority: optional',
    `Description: ${head}`,
    `${testArtifact ? warning : ''} Evenwatch plans who is on call when and who covers the holidays, and shows for\n each person how their share comes about. Everything stays on the computer.`,
    '',
  ].join('\n');
}

function put(stage, path, content, mode = 0o644) {
  const file = join(stage, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  chmodSync(file, mode);
}

const from = (name) => readFileSync(below('build/linux', name), 'utf8');

/** The entry of the menu says as well that it is a test artifact. */
const entryOf = (testArtifact) =>
  testArtifact
    ? from('evenwatch.desktop').replace(/^Name=.*$/m, 'Name=Evenwatch (test artifact)')
    : from('evenwatch.desktop');

/** Everything that the system looks for outside of the program's own folder. */
function integrate(stage, testArtifact) {
  mkdirSync(join(stage, 'usr/bin'), { recursive: true });
  symlinkSync('../lib/evenwatch/evenwatch', join(stage, 'usr/bin/evenwatch'));
  put(stage, 'usr/share/applications/evenwatch.desktop', entryOf(testArtifact));
  put(stage, 'usr/share/mime/packages/evenwatch.xml', from('evenwatch-mime.xml'));
  put(stage, 'usr/share/metainfo/dev.evenwatch.app.metainfo.xml', from('dev.evenwatch.app.metainfo.xml'));
  const icons = 'usr/share/icons/hicolor';
  put(stage, `${icons}/scalable/apps/evenwatch.svg`, readFileSync(below('renderer/styles/icon.svg')));
  for (const size of iconSizes.filter((one) => one <= 512)) {
    const name = `${size}x${size}`;
    put(stage, `${icons}/${name}/apps/evenwatch.png`, readFileSync(below('build/icons', `${name}.png`)));
  }
  const doc = `usr/share/doc/${nameOf(testArtifact)}`;
  put(
    stage,
    `${doc}/copyright`,
    `${readFileSync(below('LICENSE'), 'utf8')}\nWhat it is made with has licences of its own: /${home}/LICENCES.txt,\n/${home}/LICENSE.electron.txt and /${home}/LICENSES.chromium.html.\n`,
  );
}

/** Everybody may read it, and nobody but root may write. */
function setModes(folder) {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) setModes(path);
    else if (entry.isFile()) chmodSync(path, statSync(path).mode & 0o111 ? 0o755 : 0o644);
  }
}

/**
 * @param {{ app: string, work: string, output: string, version: string, testArtifact: boolean, electron: string, date: number }} wish
 *   app: the unpacked program; date: seconds since 1970 for everything inside, so that the same content makes the same file
 * @returns {Promise<string>} the package
 */
export async function makeDeb({ app, work, output, version, testArtifact, electron, date }) {
  const stage = join(work, 'deb');
  rmSync(stage, { recursive: true, force: true });
  cpSync(app, join(stage, home), { recursive: true });
  integrate(stage, testArtifact);
  setModes(stage);
  // Where the kernel lets no ordinary program make namespaces, this one, as root's, makes the sandbox.
  chmodSync(join(stage, home, 'chrome-sandbox'), 0o4755);
  const { stdout } = await quietly('du', ['-sb', stage]);
  put(
    stage,
    'DEBIAN/control',
    controlOf({ version, testArtifact, electron, bytes: Number.parseInt(stdout, 10) }),
  );
  const file = join(
    output,
    `${nameOf(testArtifact)}_${version}_${architectures[process.arch] ?? process.arch}.deb`,
  );
  const { code, stderr } = await quietly(
    'dpkg-deb',
    ['--root-owner-group', '-Zzstd', '-z6', '--build', stage, file],
    {
      env: { ...process.env, SOURCE_DATE_EPOCH: String(date) },
    },
  );
  rmSync(stage, { recursive: true, force: true });
  if (code !== 0) throw new Error(tail(stderr));
  return file;
}

/** The program alone, to be unpacked anywhere; made by the system's tar, in an order and with dates that do not change. */
export async function makeTar({ app, output, base, date }) {
  const file = join(output, `${base}.tar.gz`);
  const shape = [
    '--sort=name',
    '--owner=0',
    '--group=0',
    '--numeric-owner',
    `--mtime=@${date}`,
    '--mode=u+rwX,go+rX,go-w',
  ];
  const { code, stderr } = await quietly('tar', [
    ...shape,
    `--transform=s,^\\.,${base},`,
    '-C',
    app,
    '-I',
    'gzip -n',
    '-cf',
    file,
    '.',
  ]);
  if (code !== 0) throw new Error(tail(stderr));
  return file;
}
