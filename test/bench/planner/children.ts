import { spawn } from 'node:child_process';

/** Starts a program and waits for it: one at a time, or they would measure each other. Rejects when it fails. */
export function outputOf(program: string, args: readonly string[], input = '', most = 3_600_000): Promise<string> {
  return new Promise((done, failed) => {
    const child = spawn(program, [...args], { stdio: ['pipe', 'pipe', 'pipe'], timeout: most });
    let out = '';
    let said = '';
    child.stdout.on('data', (bytes: Buffer) => (out += bytes.toString()));
    child.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()));
    child.on('error', failed);
    // A program that ends before it has read all of its input has said why on its way out.
    child.stdin.on('error', () => undefined);
    child.on('close', (code, signal) => {
      if (code === 0) done(out);
      else failed(new Error(`${program} ${args.join(' ')} ended with ${signal ?? code ?? 'nothing'}: ${said.trim().split('\n').slice(-5).join('\n')}`));
    });
    child.stdin.end(input);
  });
}

/** The same for a program that prints one JSON document. */
export async function jsonOf<Value>(program: string, args: readonly string[], input = ''): Promise<Value> {
  return JSON.parse(await outputOf(program, args, input)) as Value;
}

/** What a program says of itself; null where it cannot be started or fails. */
export async function saidBy(program: string, args: readonly string[]): Promise<string | null> {
  try {
    return (await outputOf(program, args, '', 60_000)).trim();
  } catch {
    return null; // not there: the caller says what is then left out
  }
}
