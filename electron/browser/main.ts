/** The browser host: the same app from a loopback address, where no Electron runtime can be had. */
import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { problemText } from '../../shared/words/problem-text.ts';
import { dispatchTo } from '../services/dispatch.ts';
import { handlersOf } from '../services/handlers.ts';
import { leaveInOrder, noticingConsent } from '../services/leave.ts';
import { createKeeper } from '../services/workspace.ts';
import { dataFolder } from '../storage/data-folder.ts';
import { requirePage } from '../storage/page-files.ts';
import { endOnBugs } from './crash.ts';
import { openBrowser } from './open-browser.ts';
import { browserPorts } from './ports.ts';
import { serve } from './server.ts';
import { webSocketTransport } from './transport.ts';

const ports = browserPorts(dataFolder(process.env, process.platform));
endOnBugs(ports.log);

const root = resolve(import.meta.dirname, '../renderer');
await requirePage(ports.files, root);
const keeper = createKeeper(ports);
const token = randomBytes(32).toString('base64url');
const dispatch = noticingConsent(dispatchTo(handlersOf(keeper, ports), ports.log), (problem) => {
  leave.windowConsents(problem);
});
const transport = webSocketTransport(token, dispatch);
const server = await serve({ root, files: ports.files, transport, log: ports.log });

const leave = leaveInOrder({
  askWindow: () => keeper.current() !== null && transport.send('app.quit', null),
  isResponsive: () => Promise.resolve(false),
  mayForce: () => Promise.resolve(true), // whoever sent the signal decided already
  async closeKeeper() {
    const reply = await keeper.close();
    return reply.ok ? null : reply.problem;
  },
  async tell(problem) {
    // The terminal is the lead's own; the log may be passed on, and the sentence names a file.
    process.stdout.write(
      `${problemText(problem)} Everything shown as saved is in the journal; the next start makes it again.\n`,
    );
    ports.log(`the last checkpoint failed: ${problem.kind}`);
  },
  end: () => void server.close().then(() => process.exit(0)),
  after: (milliseconds, action) => ports.clock.after(milliseconds, action),
  patience: 3000,
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    leave.request();
  });
}

const address = `${server.origin}/#token=${token}`;
process.stdout.write(`Evenwatch is open at ${address}\nPress Ctrl+C to end it.\n`);
if (!process.argv.includes('--no-open') && !process.env['EVENWATCH_NO_OPEN']) openBrowser(address, ports.log);
