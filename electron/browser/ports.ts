import { join } from 'node:path';
import type { Ports } from '../ports.ts';
import { fetchNetwork } from '../services/fetch-network.ts';
import { knownVersion } from '../../shared/document/envelope.ts';
import { backupFolder } from '../storage/data-folder.ts';
import { logTo, nodeFiles } from '../storage/node-files.ts';
import { randomNonce, sha256, systemClock, systemProcesses, systemUser } from '../storage/system.ts';
import { version } from '../version.ts';

/** No dialogs, no PDF and no shell: the page has the browser's upload, download, print and links instead. */
export function browserPorts(dataFolder: string): Ports {
  return {
    host: {
      host: 'browser',
      makesPdf: false,
      version,
      format: knownVersion,
      engines: [{ name: 'Node', version: process.versions.node }],
      dataFolder,
      locale: null,
      user: systemUser(),
    },
    files: nodeFiles,
    processes: systemProcesses(nodeFiles),
    clock: systemClock,
    nonce: randomNonce,
    hash: sha256,
    dialogs: null,
    pdf: null,
    shell: null,
    cipher: null,
    network: fetchNetwork,
    ...backupFolder(process.env),
    log: logTo(join(dataFolder, 'evenwatch.log')),
  };
}
