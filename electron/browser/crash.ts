import { faultOf } from '../storage/log-line.ts';

/** The last resort: a bug is written down and ends the process. What was acknowledged is on the disk already. */
export function endOnBugs(log: (line: string) => void): void {
  const end = (kind: string) => (error: unknown) => {
    log(`${kind}: ${faultOf(error)}`);
    process.exit(1);
  };
  process.on('uncaughtException', end('a bug ended Evenwatch'));
  process.on('unhandledRejection', end('a forgotten promise ended Evenwatch'));
}
