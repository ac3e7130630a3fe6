import type { ChannelName, Channels, Reply } from '../../shared/contract/channels.ts';
import type { Ports } from '../ports.ts';
import { backupSettings, chooseBackups } from './backup-settings.ts';
import { readHealth, readOnCallSchedule } from './datadog-read.ts';
import { exportJournal } from './export-journal.ts';
import { openLink } from './open-link.ts';
import { restoreApply, restoreExport, restorePoints, restorePreview } from './restore.ts';
import { applySteps } from './pagerduty-apply.ts';
import { readIncidents } from './pagerduty-incidents.ts';
import { readOnCalls } from './pagerduty-on-calls.ts';
import { readDirectory, readWindow } from './pagerduty-read.ts';
import { printDesk } from './print-job.ts';
import { readPreferences, savePreferences, writingAsReader } from './preferences.ts';
import { keepDrafts, readDrafts } from './runbook-drafts.ts';
import { runbookVersions } from './runbook-versions.ts';
import { saveCopy } from './save-copy.ts';
import { keepSeenHealth, readSeenHealth } from './seen-health.ts';
import { keepKeys, keysState } from './service-keys.ts';
import { saveFile } from './save-file.ts';
import { compareVersion, listVersions, resolveVersion } from './versions.ts';
import type { Keeper } from './workspace.ts';

export type Handlers = {
  readonly [Name in ChannelName]: (
    request: Channels[Name]['request'],
  ) => Promise<Reply<Channels[Name]['reply']>>;
};

const onPaper = () => import('./on-paper.ts');

/** Everything that a window can ask of its keeper, on every host: one line for each channel. */
export function handlersOf(keeper: Keeper, ports: Ports): Handlers {
  const desk = printDesk();
  return {
    'host.info': () => Promise.resolve({ ok: true, value: ports.host }),
    'workspace.recent': () => keeper.recent(),
    'workspace.forget': ({ file }) => keeper.forget(file),
    'workspace.open': ({ source }) => keeper.open(source),
    'workspace.apply': (request) => keeper.apply(request),
    'workspace.saveCopy': (request) => saveCopy(request, ports),
    'workspace.close': () => keeper.close(),
    'restore.points': (request) => restorePoints(request, keeper, ports),
    'restore.preview': (request) => restorePreview(request, keeper, ports),
    'restore.apply': (request) => restoreApply(request, keeper, ports),
    'restore.export': (request) => restoreExport(request, keeper, ports),
    'journal.export': () => keeper.withSession((session) => exportJournal(session, ports)),
    'backups.settings': () => keeper.withSession((session) => backupSettings(session, ports)),
    'backups.choose': (request) => keeper.withSession((session) => chooseBackups(request, session, ports)),
    'versions.list': () => keeper.withSession((session) => listVersions(session, ports)),
    'versions.compare': (request) => keeper.withSession((session) => compareVersion(request, session, ports)),
    'versions.resolve': (request) => keeper.withSession((session) => resolveVersion(request, session, ports)),
    'preferences.read': () => readPreferences(ports),
    'preferences.save': (preferences) => savePreferences(preferences, ports),
    'file.save': (request) => saveFile(request, ports),
    'page.pdf': async (request) => {
      const workspace = keeper.current();
      return workspace === null
        ? { ok: false, problem: { kind: 'not-open' } }
        : writingAsReader(ports, async () =>
            (await onPaper()).exportPage({ ...ports, desk }, workspace, request, keeper.revision() ?? 0),
          );
    },
    'runbooks.pdf': async (request) => {
      const workspace = keeper.current();
      return workspace === null
        ? { ok: false, problem: { kind: 'not-open' } }
        : writingAsReader(ports, async () =>
            (await onPaper()).exportRunbooks({ ...ports, desk }, workspace, request),
          );
    },
    'runbooks.folder': async (request) => {
      const workspace = keeper.current();
      return workspace === null
        ? { ok: false, problem: { kind: 'not-open' } }
        : (await onPaper()).exportIntoFolder(ports, workspace, request);
    },
    'site.folder': async (request) => {
      const workspace = keeper.current();
      return workspace === null
        ? { ok: false, problem: { kind: 'not-open' } }
        : (await onPaper()).siteFolder(request, workspace, ports);
    },
    'site.run': async (request) => {
      const workspace = keeper.current();
      return workspace === null
        ? { ok: false, problem: { kind: 'not-open' } }
        : (await onPaper()).runSite(request, workspace, { ...ports, desk });
    },
    'print.state': () => Promise.resolve({ ok: true, value: desk.state() }),
    'print.cancel': () => {
      desk.cancel();
      return Promise.resolve({ ok: true, value: null });
    },
    'runbook.versions': (request) =>
      keeper.withSession((session) => runbookVersions(request, session, ports)),
    'drafts.read': (request) => keeper.withSession((session) => readDrafts(request, session, ports)),
    'drafts.keep': (request) => keeper.withSession((session) => keepDrafts(request, session, ports)),
    'shell.openLink': ({ url }) => openLink(url, ports),
    'notice.show': (notice) => Promise.resolve({ ok: true, value: ports.showNotice?.(notice) ?? false }),
    'window.show': (face) => {
      ports.showFace?.(face);
      return Promise.resolve({ ok: true, value: null });
    },
    'service.keys': (request) => keepKeys(request, ports),
    'service.state': (request) => keysState(request, ports),
    'pagerduty.directory': (request) => readDirectory(request, ports),
    'pagerduty.window': (request) => readWindow(request, ports),
    'pagerduty.apply': (request) => applySteps(request, ports),
    'pagerduty.onCalls': (request) => readOnCalls(request, ports),
    'pagerduty.incidents': (request) => readIncidents(request, ports),
    'datadog.health': (request) => readHealth(request, ports),
    'datadog.schedule': (request) => readOnCallSchedule(request, ports),
    'health.seen': (request) => readSeenHealth(request, ports),
    'health.keep': (request) => keepSeenHealth(request, ports),
  };
}
