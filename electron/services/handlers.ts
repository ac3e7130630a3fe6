import type { ChannelName, Channels, Reply } from '../../shared/contract/channels.ts';
import type { Ports } from '../ports.ts';
import { openLink } from './open-link.ts';
import { exportRunbooks } from './runbook-pdf.ts';
import { saveCopy } from './save-copy.ts';
import type { Keeper } from './workspace.ts';

export type Handlers = {
  readonly [Name in ChannelName]: (
    request: Channels[Name]['request'],
  ) => Promise<Reply<Channels[Name]['reply']>>;
};

/** Everything that a window can ask of its keeper, on every host: one line for each channel. */
export function handlersOf(keeper: Keeper, ports: Ports): Handlers {
  return {
    'host.info': () => Promise.resolve({ ok: true, value: ports.host }),
    'workspace.recent': () => keeper.recent(),
    'workspace.forget': ({ file }) => keeper.forget(file),
    'workspace.open': ({ source }) => keeper.open(source),
    'workspace.apply': (request) => keeper.apply(request),
    'workspace.saveCopy': (request) => saveCopy(request, ports),
    'workspace.close': () => keeper.close(),
    'runbooks.pdf': async (request) => {
      const workspace = keeper.current();
      return workspace === null
        ? { ok: false, problem: { kind: 'not-open' } }
        : exportRunbooks(ports, workspace, request);
    },
    'shell.openLink': ({ url }) => openLink(url, ports),
  };
}
