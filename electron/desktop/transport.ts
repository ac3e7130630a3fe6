import { ipcMain } from 'electron';
import { channelNames, type Reply } from '../../shared/contract/channels.ts';
import type { Dispatch } from '../services/dispatch.ts';
import { isOurFrame } from './address.ts';

/** Hears the window, channel by channel; whoever else sends is answered like somebody who cannot spell. */
export function hearWindow(dispatch: Dispatch, log: (line: string) => void): void {
  for (const channel of channelNames) {
    ipcMain.handle(channel, (event, request: unknown): Promise<Reply<unknown>> => {
      if (isOurFrame(event.senderFrame)) return dispatch(channel, request);
      log(`${channel} was called from ${event.senderFrame?.url ?? 'a frame that is gone'}`);
      return Promise.resolve({
        ok: false,
        problem: { kind: 'bad-message', channel, detail: 'it does not come from the window' },
      });
    });
  }
}
