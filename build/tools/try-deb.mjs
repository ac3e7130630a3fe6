/**
 * Installs a deb in a Debian that has nothing but its base, starts it there as an ordinary user, removes it, and looks at what stays
 * behind. The root is made by mmdebstrap from this machine's own sources, and entered as a root of its own: in a mere chroot the
 * kernel makes no user namespaces, and the sandbox would be another.
 */
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { absent, check } from './lanes.mjs';
import { below, say } from './place.mjs';
import { counted } from './production-lane.mjs';
import { quietly, tail } from './run.mjs';
import { programPath } from './test-runtimes.mjs';

/** What a desktop has beside the app: a display without a screen, and who knows menus, types and links. */
const desktop = [
  'xvfb',
  'xauth',
  'desktop-file-utils',
  'shared-mime-info',
  'xdg-utils',
  'appstream',
  'hicolor-icon-theme',
  'libglib2.0-bin',
];

const minutes = 60_000;

/** Runs a shell script inside the root, with its own /proc, /dev and /tmp. */
function inside(root, script) {
  const enter = [
    'set -e',
    `mount --rbind ${root} ${root}`,
    `mount -t proc proc ${root}/proc`,
    `mount --rbind /dev ${root}/dev`,
    `mount -t tmpfs -o mode=1777 tmpfs ${root}/tmp`,
    `cd ${root}`,
    'mkdir -p .old && pivot_root . .old && umount -l /.old && cd /',
    'exec /bin/bash /try/step.sh',
  ];
  mkdirSync(join(root, 'try'), { recursive: true });
  writeFileSync(
    join(root, 'try/step.sh'),
    `set -e\nexport DEBIAN_FRONTEND=noninteractive HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8\n${script}\n`,
  );
  return quietly(
    'unshare',
    ['--mount', '--pid', '--ipc', '--uts', '--fork', '--propagation=private', 'bash', '-c', enter.join('\n')],
    {
      timeout: 10 * minutes,
    },
  );
}

const apt = 'apt-get -qq -o Dpkg::Use-Pty=0 -y --no-install-recommends';

/** Every path of the root but what is in flux anyhow: caches and lists of the package manager, logs, what we put there. */
const everything = `find / -xdev \\( -path /proc -o -path /sys -o -path /dev -o -path /tmp -o -path /try -o -path /home -o -path /var/log -o -path /var/cache -o -path /var/lib/apt -o -path /var/lib/dpkg \\) -prune -o -print | sort`;

/** One line a check, made by a shell: `ok|no`, what was looked at, what came instead. */
const looks = (name) => `
say() { if [ "$2" = "$3" ]; then echo "ok|$1|"; else echo "no|$1|$2 instead of $3"; fi; }
say 'is marked as what it is' "$(dpkg-query -W -f '\${Description}' ${name} | head -n 1 | grep -c 'TEST ARTIFACT')" ${/test/.test(name) ? 1 : 0}
say 'has a desktop entry without fault' "$(desktop-file-validate /usr/share/applications/evenwatch.desktop 2>&1)" ''
say 'has metainfo without fault' "$(appstreamcli validate --no-net /usr/share/metainfo/dev.evenwatch.app.metainfo.xml >/dev/null 2>&1; echo $?)" 0
say 'registers the link scheme' "$(runuser -u lead -- xdg-mime query default x-scheme-handler/evenwatch)" evenwatch.desktop
say 'registers the file type' "$(runuser -u lead -- xdg-mime query default application/vnd.evenwatch+json)" evenwatch.desktop
cp /try/sample/workspace.json /tmp/q1.evenwatch.json; cp /try/sample/workspace.json /tmp/other.json; chmod 644 /tmp/*.json
export XDG_CURRENT_DESKTOP=GNOME
say 'knows a plan by its name' "$(runuser -u lead -- gio info -a standard::content-type /tmp/q1.evenwatch.json | sed -n 's/.*content-type: //p')" application/vnd.evenwatch+json
say 'has its icon in every size' "$(find /usr/share/icons/hicolor -name 'evenwatch.*' | wc -l)" 10
say 'lets nobody but root write its files' "$(find /usr/lib/evenwatch /usr/share/applications/evenwatch.desktop \\( -not -user root -o -perm /022 \\) -not -type l | wc -l)" 0
say 'finds all its libraries' "$(ldd /usr/lib/evenwatch/evenwatch | grep -c 'not found')" 0
`;

const parsed = (stdout) =>
  stdout
    .split('\n')
    .filter((line) => /^(ok|no)\|/.test(line))
    .map((line) => line.split('|'))
    .map(([state, what, note]) => ({ what, good: state === 'ok', note }));

/** The base, and what every desktop has; what the app itself loads must come with the deb. */
async function makeRoot(root) {
  const own = '/etc/apt/sources.list.d/debian.sources';
  const sources = existsSync(own)
    ? [own]
    : existsSync('/etc/apt/sources.list')
      ? ['/etc/apt/sources.list']
      : [];
  const made = await quietly('mmdebstrap', [
    '--variant=minbase',
    `--include=${['ca-certificates', ...desktop].join()}`,
    'bookworm',
    root,
    ...sources,
  ]);
  if (made.code !== 0) throw new Error(`no Debian could be made: ${tail(made.stderr, 3)}`);
  copyFileSync('/etc/resolv.conf', join(root, 'etc/resolv.conf'));
}

async function step(root, what, script) {
  say(what);
  const { code, stdout, stderr } = await inside(root, script);
  if (code !== 0) throw new Error(`${what}: ${tail(stdout + stderr, 6)}`);
  return stdout;
}

/** @returns {Promise<import('./lanes.mjs').Lane>} */
export async function tryInFreshDebian(deb) {
  if (process.getuid?.() !== 0) return absent('only root can make a Debian of its own');
  if (!programPath('mmdebstrap')) return absent('there is no mmdebstrap (apt-get install mmdebstrap)');
  const root = mkdtempSync('/var/tmp/evenwatch-debian-');
  const name = basename(deb).split('_')[0];
  const took = {};
  const timed = async (key, run) => {
    const started = performance.now();
    const answer = await run();
    took[key] = `${key} ${((performance.now() - started) / 1000).toFixed(0)} s`;
    return answer;
  };
  try {
    say('making a Debian of what every desktop has');
    await timed('base', () => makeRoot(root));
    mkdirSync(join(root, 'try'));
    copyFileSync(deb, join(root, 'try', basename(deb)));
    copyFileSync(process.execPath, join(root, 'try/node'));
    copyFileSync(below('build/tools/package-probe.mjs'), join(root, 'try/package-probe.mjs'));
    cpSync(below('test/fixtures/format-3/sample'), join(root, 'try/sample'), { recursive: true });
    await step(root, 'adding somebody to work there', 'useradd -m lead\napt-get -qq update');
    const results = [];
    const packed = `/try/${basename(deb)}`;
    await timed('install', () =>
      step(root, 'installing the deb and what it asks for', `${apt} install ${packed} >/dev/null`),
    );
    // What other packages leave behind is theirs: from here on they stay.
    const before = await step(
      root,
      'looking at every file without it',
      `dpkg --purge ${name} >/dev/null\n${everything}`,
    );
    await step(root, 'installing it again', `dpkg --install ${packed} >/dev/null`);
    results.push({ what: 'installs', good: true, note: '' });
    results.push(...parsed(await step(root, 'looking at what it brought', looks(name))));
    const started = await timed('start', () =>
      step(
        root,
        'starting it as an ordinary user',
        `cd /home/lead && runuser -u lead -- xvfb-run -a -s '-screen 0 1600x1000x24' /try/node /try/package-probe.mjs /usr/bin/evenwatch /try/sample --as-installed`,
      ),
    );
    results.push(...JSON.parse(started.trim().split('\n').at(-1)));
    await step(root, 'removing it', `dpkg --purge ${name} >/dev/null`);
    const after = new Set((await step(root, 'looking at every file again', everything)).split('\n'));
    const had = new Set(before.split('\n'));
    const left = [...after].filter((path) => path !== '' && (!had.has(path) || path.includes('evenwatch')));
    results.push({
      what: 'leaves nothing behind',
      good: left.length === 0,
      note: left.slice(0, 12).join(' '),
    });
    results.push({
      what: 'takes nothing away',
      good: [...had].every((path) => after.has(path)),
      note: [...had]
        .filter((path) => !after.has(path))
        .slice(0, 12)
        .join(' '),
    });
    const release = readFileSync(join(root, 'etc/debian_version'), 'utf8').trim();
    return counted(results, `Debian ${release}; ${Object.values(took).join(', ')}`);
  } catch (error) {
    return check(false, error.message);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
