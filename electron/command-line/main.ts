/** The command line host: `evenwatch sample | plan | score | check | schema`. Planner and storage without a window. */
import { nodeFiles } from '../storage/node-files.ts';
import { systemClock } from '../storage/system.ts';
import { run } from './run.ts';

/** Resolves when all of a text has been taken: a pipe may take less at once than a plan is long. */
const write = (stream: NodeJS.WriteStream, text: string): Promise<void> =>
  new Promise((resolve) => {
    if (text === '') resolve();
    else stream.write(text, () => { resolve(); });
  });

/** A reader that has seen enough, such as `head`, is no problem of ours. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

try {
  const { code, out, notes } = await run(process.argv.slice(2), { files: nodeFiles, now: () => systemClock.now() });
  await write(process.stdout, out);
  for (const note of notes) await write(process.stderr, `${code === 1 ? 'evenwatch: ' : ''}${note}\n`);
  process.exitCode = code;
} catch (error) {
  // A bug, not a problem: what was asked is not done, and the trace says where.
  await write(process.stderr, `evenwatch: something went wrong that should not have. Nothing was changed.\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
}
