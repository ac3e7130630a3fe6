import { join } from 'node:path';
import { app, shell, type BrowserWindow } from 'electron';
import type { WindowFace } from '../../shared/contract/window-face.ts';
import type { Ports } from '../ports.ts';
import { knownVersion } from '../../shared/document/envelope.ts';
import { backupFolder } from '../storage/data-folder.ts';
import { logTo, nodeFiles } from '../storage/node-files.ts';
import { randomNonce, sha256, systemClock, systemProcesses, systemUser } from '../storage/system.ts';
import { version } from '../version.ts';
import { fetchNetwork } from '../services/fetch-network.ts';
import { desktopCipher } from './cipher.ts';
import { desktopDialogs } from './dialogs.ts';
import { systemLocale } from './locale.ts';
import { showNotice } from './notices.ts';
import { desktopPdf } from './print.ts';

export function desktopPorts(
  dataFolder: string,
  window: () => BrowserWindow | null,
  showFace: (face: WindowFace) => void,
): Ports {
  return {
    host: {
      host: 'desktop',
      makesPdf: true,
      version,
      format: knownVersion,
      engines: [
        { name: 'Electron', version: process.versions.electron },
        { name: 'Chromium', version: process.versions.chrome },
        { name: 'Node', version: process.versions.node },
      ],
      dataFolder,
      locale: systemLocale(process.env, process.platform, () => app.getSystemLocale()),
      user: systemUser(),
    },
    files: nodeFiles,
    processes: systemProcesses(nodeFiles),
    clock: systemClock,
    nonce: randomNonce,
    hash: sha256,
    dialogs: desktopDialogs(window),
    pdf: desktopPdf,
    shell: { openLink: (url) => shell.openExternal(url) },
    cipher: desktopCipher,
    network: fetchNetwork,
    showFace,
    showNotice: (notice) => showNotice(notice, window),
    ...backupFolder(process.env),
    log: logTo(join(dataFolder, 'evenwatch.log')),
  };
}
