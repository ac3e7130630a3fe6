/**
 * The door between the window and its keeper: `window.evenwatch` with three functions and a list of names. Nothing of
 * Electron passes, neither `ipcRenderer` nor an event object. Bundled as one CommonJS file: the sandbox demands it.
 */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { channelNames, eventNames } from '../../shared/contract/channels.ts';

function call(name: unknown, request: unknown): Promise<unknown> {
  const channel = channelNames.find((known) => known === name);
  if (channel === undefined) return Promise.reject(new TypeError(`no channel is called ${String(name)}`));
  return ipcRenderer.invoke(channel, request);
}

function on(name: unknown, listener: unknown): () => void {
  const event = eventNames.find((known) => known === name);
  if (event === undefined || typeof listener !== 'function')
    throw new TypeError(`no event is called ${String(name)}`);
  const heard = (_event: unknown, payload: unknown): void => {
    (listener as (payload: unknown) => void)(payload);
  };
  ipcRenderer.on(event, heard);
  return () => {
    ipcRenderer.removeListener(event, heard);
  };
}

/** The system says where a dropped file lies, never the page: a file that the page made lies nowhere. */
function offer(dropped: unknown): Promise<unknown> {
  const path = dropped instanceof File ? webUtils.getPathForFile(dropped) : '';
  return path === '' ? Promise.resolve(null) : ipcRenderer.invoke('file.dropped', path);
}

contextBridge.exposeInMainWorld('evenwatch', { call, on, offer });
