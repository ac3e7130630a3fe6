import type { Clock, Files, Look } from '../ports.ts';

/** How long a drive may take to answer, in milliseconds: a disk that sleeps needs some seconds to wake. */
export const patience = 8000;

/** The code of a drive that gave no answer, as the system would give it. */
const noAnswer = 'ETIMEDOUT';

interface Pending {
  readonly answer: Promise<Look | null>;
  isLate: boolean;
}

/**
 * The same disk, whose `look` rejects with `ETIMEDOUT` when nothing answers: a network drive that went away may let whoever asks wait for ever. Such a
 * question cannot be called off and occupies one of the few threads that ask, so nobody asks a second time while the first one waits.
 */
export function patientFiles(files: Files, clock: Pick<Clock, 'after'>): Files {
  const pending = new Map<string, Pending>();
  const ask = (path: string): Pending => {
    const asked: Pending = {
      answer: files.look(path).finally(() => pending.delete(path)),
      isLate: false,
    };
    pending.set(path, asked);
    return asked;
  };
  return {
    ...files,
    look(path) {
      const asked = pending.get(path) ?? ask(path);
      return new Promise((resolve, reject) => {
        const give = (): void => {
          asked.isLate = true;
          reject(Object.assign(new Error(`${noAnswer}: ${path}`), { code: noAnswer }));
        };
        if (asked.isLate) return give();
        const cancel = clock.after(patience, give);
        asked.answer.then(resolve, reject).finally(cancel);
      });
    },
  };
}
