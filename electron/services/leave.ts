import type { Problem } from '../../shared/contract/problems.ts';
import type { Clock } from '../ports.ts';
import type { Dispatch } from './dispatch.ts';

export interface LeavePorts {
  /** Asks the window to finish its outbox and to close the workspace; false when there is no window that could. */
  readonly askWindow: () => boolean;
  /** True when the window still runs its code: then it is talking with the lead about edits that cannot be saved. */
  readonly isResponsive: () => Promise<boolean>;
  /** Asks the lead whether to end although the window does not answer. */
  readonly mayForce: () => Promise<boolean>;
  /** Closes what is still open; the problem, where its last checkpoint failed. */
  readonly closeKeeper: () => Promise<Problem | null>;
  /** Says that the last checkpoint failed, to a lead whose window is about to go. */
  readonly tell: (problem: Problem) => Promise<unknown>;
  readonly end: () => void;
  readonly after: Clock['after'];
  /** How long a window may take before anybody wonders, in milliseconds. */
  readonly patience: number;
}

export interface Leave {
  /** The lead, or the system, wants the program to end. */
  request(): void;
  /**
   * The window closed the workspace to let the program end: however long ago it was asked, that is the lead's wish.
   *
   * @param problem why the last checkpoint failed, if it did: the workspace is closed all the same
   */
  windowConsents(problem: Problem | null): void;
}

/**
 * Ends the program without losing an edit: the window is asked first, and everything that it sent is on the disk before the
 * process goes. A window that hangs is not waited for without end.
 */
export function leaveInOrder(ports: LeavePorts): Leave {
  let state: 'staying' | 'asked' | 'gone' = 'staying';
  let forget = (): void => undefined;
  let closing: Problem | null = null;

  const end = async (): Promise<void> => {
    if (state === 'gone') return;
    state = 'gone';
    forget();
    const problem = (await ports.closeKeeper()) ?? closing;
    if (problem !== null) await ports.tell(problem);
    ports.end();
  };

  const wonder = async (): Promise<void> => {
    if (state !== 'asked') return;
    // A window that answers talks with the lead, who may take all the time: if the answer is to leave, it will say so.
    if (!(await ports.isResponsive()) && (await ports.mayForce())) await end();
    else if (state === 'asked') state = 'staying';
  };

  return {
    request() {
      if (state === 'gone') return;
      if (!ports.askWindow()) {
        void end();
        return;
      }
      const isFirst = state === 'staying';
      state = 'asked';
      if (isFirst) forget = ports.after(ports.patience, () => void wonder());
    },
    windowConsents(problem) {
      closing = problem;
      // A moment for the reply to reach the window.
      if (state !== 'gone') ports.after(20, () => void end());
    },
  };
}

/**
 * The dispatch that also tells when a window has closed its workspace in order to quit; closing a plan alone is no such wish. A last checkpoint that failed leaves the workspace closed, so
 * that is consent as well; a message that was not understood is none.
 */
export const noticingConsent =
  (dispatch: Dispatch, onConsent: (problem: Problem | null) => void): Dispatch =>
  async (channel, request) => {
    const reply = await dispatch(channel, request);
    if (channel !== 'workspace.close' || (!reply.ok && reply.problem.kind === 'bad-message')) return reply;
    // It was understood, so the request has the form of its channel.
    if ((request as { quitting: boolean }).quitting) onConsent(reply.ok ? null : reply.problem);
    return reply;
  };
