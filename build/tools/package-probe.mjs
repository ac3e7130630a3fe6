/**
 * Tries a production package from outside, as whoever installed it would: `node package-probe.mjs PROGRAM FIXTURE`. It runs as an
 * ordinary user with a display, asks Node for nothing else, and prints `[{ what, good, note }]`.
 *
 * PROGRAM is the packed app; FIXTURE a workspace that ended without closing, so that a start and an end have something to save.
 */
import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const [, , program, fixture, ...wishes] = process.argv;
const results = [];
const note = (what, good, more = '') => results.push({ what, good, note: good ? '' : String(more) });

const base = mkdtempSync(join(tmpdir(), 'evenwatch-probe-'));
const data = join(base, 'data');
const plan = join(data, 'workspaces/sample');
const marker = join(base, 'ran');
const intruder = join(base, 'intruder.cjs');
mkdirSync(dirname(plan), { recursive: true });
cpSync(fixture, plan, { recursive: true });
for (const name of readdirSync(plan)) if (name.startsWith('as-version-')) rmSync(join(plan, name));
writeFileSync(intruder, `require('node:fs').writeFileSync(${JSON.stringify(marker)}, 'ran');\n`);

/** Every way in that a production build keeps shut, at once. */
const waysIn = ['--inspect=0', '--inspect-brk=0', '--remote-debugging-port=0', `--require=${intruder}`];

function start(file, args, env = {}) {
  const child = spawn(file, ['--disable-gpu', ...args], {
    env: { ...process.env, EVENWATCH_DATA: data, LANG: 'en_GB.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const app = { child, said: '', code: undefined };
  child.stdout.on('data', (bytes) => (app.said += bytes));
  child.stderr.on('data', (bytes) => (app.said += bytes));
  app.ended = new Promise((done) =>
    child.on('close', (code, signal) => {
      app.code = code ?? signal;
      done(app.code);
    }),
  );
  return app;
}

async function until(condition, app, seconds = 40) {
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end && app.code === undefined) {
    if (condition()) return true;
    await pause(50);
  }
  return condition();
}

const within = (promise, seconds) =>
  Promise.race([promise, pause(seconds * 1000, 'nothing', { ref: false })]);

const read = (file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // it has ended in between
  }
};

function family(pid) {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => Number(/^PPid:\s+(\d+)/m.exec(read(`/proc/${name}/status`))?.[1]) === pid)
    .map(Number);
  return [pid, ...children.flatMap(family)];
}

/** TCP ports on which one of these processes listens. */
function listening(pids) {
  const sockets = new Set(
    pids.flatMap((pid) => {
      try {
        return readdirSync(`/proc/${pid}/fd`).map(
          (fd) => /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1],
        );
      } catch {
        return []; // ended, or a sandboxed one that may not be looked into: those cannot listen
      }
    }),
  );
  return ['tcp', 'tcp6'].flatMap((kind) =>
    read(`/proc/net/${kind}`)
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter((parts) => parts[3] === '0A' && sockets.has(parts[9]))
      .map((parts) => parts[1]),
  );
}

function confinement(pid) {
  const pages = family(pid).filter((one) => read(`/proc/${one}/cmdline`).includes('--type=renderer'));
  if (pages.length === 0) return 'there is no page';
  return pages
    .map((one) => read(`/proc/${one}/status`))
    .map((status) => [
      /^Seccomp:\s+(\d)/m.exec(status)?.[1],
      /^NSpid:\s+(.+)$/m.exec(status)?.[1].trim().split(/\s+/).length,
    ])
    .filter(([seccomp, spaces]) => seccomp !== '2' || !(spaces > 1))
    .map(([seccomp, spaces]) => `seccomp ${seccomp}, ${spaces} process namespaces`)
    .join('; ');
}

async function shutDoors() {
  const owner = join(plan, 'owner.json');
  const before = JSON.parse(read(join(plan, 'workspace.json'))).revision;
  const app = start(program, waysIn, { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: `--require=${intruder}` });
  const started = await until(() => existsSync(owner), app);
  note('starts, and opens the last plan', started, `exit code ${app.code}; it said: ${app.said.slice(-600)}`);
  if (!started) return void app.child.kill('SIGKILL');
  note('keeps its pages in the sandbox', confinement(app.child.pid) === '', confinement(app.child.pid));
  const ports = listening(family(app.child.pid));
  note(
    'listens on no port, whatever debugging a start asks for',
    ports.length === 0 && !/listening on ws:/i.test(app.said),
    `${ports} ${app.said.slice(0, 300)}`,
  );
  note('runs nothing that the environment or a switch brings', !existsSync(marker), 'a file of ours was run');

  const second = start(program, []);
  const code = await within(second.ended, 20);
  note('a second start ends by itself with exit code 0', code === 0, `exit code ${code}`);
  if (code !== 0) second.child.kill('SIGKILL');

  app.child.kill('SIGTERM');
  const end = await within(app.ended, 20);
  note(
    'ends in order with exit code 0',
    end === 0 && !existsSync(owner),
    `exit code ${end}; ${app.said.slice(-300)}`,
  );
  if (end === 'nothing') app.child.kill('SIGKILL');
  const after = JSON.parse(read(join(plan, 'workspace.json'))).revision;
  note('saves what was in the journal alone', after > before, `revision ${before} before, ${after} after`);
  const mode = statSync(join(plan, 'workspace.json')).mode & 0o777;
  note('keeps the plan for its owner alone', mode === 0o600, mode.toString(8));
}

/** The same runtime with an app of somebody else's in a folder instead of the archive. */
async function foreignFolder() {
  const real = realpathSync(program);
  const home = join(base, 'foreign');
  mkdirSync(join(home, 'resources/app'), { recursive: true });
  for (const name of readdirSync(dirname(real)))
    if (name !== basename(real) && name !== 'resources')
      symlinkSync(join(dirname(real), name), join(home, name));
  cpSync(real, join(home, basename(real)));
  writeFileSync(join(home, 'resources/app/package.json'), '{"name":"foreign","main":"main.js"}');
  cpSync(intruder, join(home, 'resources/app/main.js'));
  const app = start(join(home, basename(real)), []);
  await until(() => existsSync(marker), app, 5);
  app.child.kill('SIGKILL');
  note('refuses an app that is no archive', !existsSync(marker), 'it was run');
}

try {
  await shutDoors();
  if (!wishes.includes('--as-installed')) await foreignFolder();
} finally {
  rmSync(base, { recursive: true, force: true });
}
process.stdout.write(`${JSON.stringify(results)}\n`);
