/** Child processes: quiet ones whose output is kept, and ones that take over the terminal. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './place.mjs';

/**
 * Runs a program to its end and keeps what it said.
 * @returns {Promise<{ code: number, stdout: string, stderr: string }>} code 127 when it could not be started
 */
export function quietly(program, args, options = {}) {
  return new Promise((done) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (bytes) => (stdout += bytes));
    child.stderr.on('data', (bytes) => (stderr += bytes));
    child.on('error', (error) => done({ code: 127, stdout, stderr: String(error.message) }));
    child.on('close', (code, signal) =>
      done({ code: code ?? 128 + constants.signals[signal], stdout, stderr }),
    );
  });
}

/**
 * Hands terminal and signals to a program and ends with its exit code.
 *
 * A terminal sends Ctrl-C to the whole process group, so there the program has it already; from a script it reaches us
 * alone and is passed on.
 */
export function become(program, args, options = {}) {
  const child = spawn(program, args, { cwd: root, stdio: 'inherit', ...options });
  child.on('error', (error) => {
    process.stderr.write(`evenwatch: could not start ${program}: ${error.message}\n`);
    process.exit(1);
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
  return child;
}

/** The last lines of a text: what a failed program said in the end. */
export function tail(text, lines = 12) {
  return text.trim().split('\n').slice(-lines).join('\n');
}
