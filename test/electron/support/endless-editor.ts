/**
 * A process that edits for ever, to be killed: prints a line for each edit once it was acknowledged. Its checkpoints come often, so that
 * a kill also falls into one.
 */
import { createKeeper } from '../../../electron/services/workspace.ts';
import { nodeFiles } from '../../../electron/storage/node-files.ts';
import { randomNonce, sha256, systemProcesses } from '../../../electron/storage/system.ts';
import { noNetwork } from '../../support/no-network.ts';

const dataFolder = process.argv[2] ?? '';
let idle = (): void => undefined;
const keeper = createKeeper({
  host: {
    host: 'browser',
    makesPdf: false,
    version: '0',
    format: 4,
    engines: [],
    locale: null,
    dataFolder,
    user: 'lead',
  },
  files: nodeFiles,
  processes: systemProcesses(nodeFiles),
  clock: {
    now: () => new Date().toISOString(),
    after(_milliseconds, action) {
      idle = action;
      return () => undefined;
    },
  },
  nonce: randomNonce,
  hash: sha256,
  dialogs: null,
  pdf: null,
  shell: null,
  cipher: null,
  network: noNetwork,
  log: (line) => process.stderr.write(`${line}\n`),
});

const last = await keeper.open({ kind: 'last' });
const reply = last.ok && last.value === null ? await keeper.open({ kind: 'sample' }) : last;
if (!reply.ok || reply.value === null) throw new Error(JSON.stringify(reply));
const { workspace } = reply.value;
let { revision } = reply.value;
process.stdout.write(`open ${revision} ${reply.value.notices.map(({ kind }) => kind).join(',')}\n`);
for (;;) {
  const name = `Edit ${revision + 1}`;
  const answer = await keeper.apply({
    baseRevision: revision,
    title: name,
    command: { kind: 'save-about', about: { ...workspace.about, name } },
  });
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  revision = answer.value.revision;
  process.stdout.write(`saved ${revision}\n`);
  if (revision % 7 === 0) idle();
}
