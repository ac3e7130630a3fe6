import { strToU8, zipSync, type Zippable } from 'fflate';
import type { Channels, Reply } from '../../shared/contract/channels.ts';
import type { Problem } from '../../shared/contract/problems.ts';
import type { SiteOptions } from '../../shared/contract/site.ts';
import { localDateSchema } from '../../shared/model/dates.ts';
import type { Instant } from '../../shared/model/dates.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import { printPage } from '../../shared/print/document.ts';
import { siteFiles, sitePdfs, type SitePdf, type SiteStamp } from '../../shared/site/build.ts';
import { siteStyle } from '../../shared/site/style.ts';
import type { Ports } from '../ports.ts';
import { diskProblem } from '../storage/disk-problem.ts';
import { rests } from '../storage/rests.ts';
import { changeSettings, readSettings, type SiteSettings } from '../storage/settings.ts';
import {
  compareSite,
  entriesOf,
  publishSite,
  SiteRefused,
  type SiteContent,
} from '../storage/site-folder.ts';
import { styleHash } from '../storage/style-hash.ts';
import { handOut } from './hand-out.ts';
import { atOnce } from './print-document.ts';
import { printed } from './print-file.ts';
import { Cancelled, type PrintDesk, type PrintJob } from './print-job.ts';

type Request = Channels['site.run']['request'];
type Answer = Reply<Channels['site.run']['reply']>;
type SitePorts = Ports & { readonly desk: PrintDesk };

const refused = (problem: Problem): { readonly ok: false; readonly problem: Problem } => ({
  ok: false,
  problem,
});

const nowhere: SiteSettings = { folder: null, options: null };

const settingsOf = async (workspace: Workspace, ports: Ports): Promise<SiteSettings> =>
  (await readSettings(ports)).sites[workspace.about.id] ?? nowhere;

async function remember(
  workspace: Workspace,
  change: Partial<SiteSettings>,
  ports: Ports,
): Promise<SiteSettings> {
  const { sites } = await readSettings(ports);
  const { id } = workspace.about;
  const next = { ...(sites[id] ?? nowhere), ...change };
  await changeSettings({ sites: { ...sites, [id]: next } }, ports);
  return next;
}

/** Where the site goes; asks for another folder first. */
export async function siteFolder(
  { choose }: Channels['site.folder']['request'],
  workspace: Workspace,
  ports: Ports,
): Promise<Reply<Channels['site.folder']['reply']>> {
  if (!choose) return { ok: true, value: await settingsOf(workspace, ports) };
  if (ports.dialogs === null)
    return refused({ kind: 'unsupported', what: 'choose a folder', instead: 'Take the site as an archive' });
  const folder = await ports.dialogs.chooseFolder('Publish the site into');
  if (folder === null) return { ok: true, value: await settingsOf(workspace, ports) };
  try {
    return { ok: true, value: await remember(workspace, { folder }, ports) };
  } catch (error) {
    return refused(diskProblem('write the settings in', ports.host.dataFolder, error));
  }
}

/** What a host without a printer leaves out. */
const possible = (options: SiteOptions, { pdf }: Ports): SiteOptions =>
  pdf === null ? { ...options, parts: options.parts.filter((part) => part !== 'pdf') } : options;

function pdfContent(
  { path, document }: SitePdf,
  request: Request,
  ports: SitePorts,
  job: PrintJob,
): SiteContent {
  const { paper } = request;
  // The typefaces come with the program; what tells one PDF from another is the page.
  const source = ports.hash(
    `${ports.host.version} ${document.foot ?? ''} ${printPage(document, { paper, fonts: [] })}`,
  );
  return {
    path,
    text: null,
    source: source.slice(0, 32),
    print: async () => {
      if (ports.pdf === null) throw new Error('there is no printer');
      const sheet = { paper, today: localDateSchema.parse(request.today) };
      const { bytes } = await printed(ports.pdf, atOnce(document), sheet, { ...job, tell: () => undefined });
      return bytes;
    },
  };
}

async function contentsOf(
  workspace: Workspace,
  request: Request,
  ports: SitePorts,
  job: PrintJob,
): Promise<readonly SiteContent[]> {
  const options = possible(request.options, ports);
  const stamp: SiteStamp = {
    today: localDateSchema.parse(request.today),
    now: ports.clock.now() as Instant,
    styleHash: styleHash(siteStyle, ports.hash),
  };
  const contents: SiteContent[] = [];
  const { isDue, rest } = rests();
  for (const { path, text } of siteFiles(workspace, options, stamp)) {
    contents.push({ path, text, source: null, print: null });
    if (!isDue()) continue;
    job.tell({ stage: 'articles', done: contents.length, of: 0 });
    await rest();
    job.check();
  }
  return [
    ...contents,
    ...sitePdfs(workspace, options, stamp).map((pdf) => pdfContent(pdf, request, ports, job)),
  ];
}

/** The same files give the same archive, whenever it is made: an archive knows no earlier day than this one. */
const timeless = new Date(1980, 0, 1);

function archiveOf(contents: readonly SiteContent[]): Uint8Array {
  const files: Zippable = {};
  for (const { path, text } of contents) if (text !== null) files[path] = strToU8(text);
  return zipSync(files, { mtime: timeless });
}

async function asArchive(
  workspace: Workspace,
  contents: readonly SiteContent[],
  publish: boolean,
  ports: SitePorts,
): Promise<Answer> {
  const states = new Map(contents.map(({ path }) => [path, 'new'] as const));
  const entries = entriesOf({ states, contents: new Map(contents.map((one) => [one.path, one])) });
  const preview = { folder: null, entries };
  if (!publish) return { ok: true, value: { preview, archive: null } };
  const stem = workspace.about.name
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 80);
  const archive = await handOut(`${stem === '' ? 'Evenwatch' : stem}, site.zip`, archiveOf(contents), ports);
  return archive.ok ? { ok: true, value: { preview, archive: archive.value } } : archive;
}

async function intoFolder(
  folder: string,
  workspace: Workspace,
  contents: readonly SiteContent[],
  request: Request,
  ports: SitePorts,
  job: PrintJob,
): Promise<Answer> {
  try {
    const comparison = await compareSite(folder, workspace.about.id, contents, ports, job.check);
    if (request.publish) {
      await publishSite(comparison, ports, {
        check: job.check,
        tell: (done, of) => {
          job.tell({ stage: 'write', done, of });
        },
      });
      await remember(workspace, { options: request.options }, ports);
    }
    return { ok: true, value: { preview: { folder, entries: entriesOf(comparison) }, archive: null } };
  } catch (error) {
    if (error instanceof Cancelled) throw error;
    if (error instanceof SiteRefused) return refused(error.problem);
    return refused(diskProblem('publish the site into', folder, error));
  }
}

/** Compares the site with its folder, and publishes it where that is wanted. */
export async function runSite(request: Request, workspace: Workspace, ports: SitePorts): Promise<Answer> {
  const job = ports.desk.begin();
  try {
    const contents = await contentsOf(workspace, request, ports, job);
    const { folder } = await settingsOf(workspace, ports);
    if (ports.dialogs === null) return await asArchive(workspace, contents, request.publish, ports);
    if (folder === null) {
      if (request.publish) return refused({ kind: 'cancelled' });
      return await asArchive(workspace, contents, false, ports);
    }
    return await intoFolder(folder, workspace, contents, request, ports, job);
  } catch (error) {
    if (error instanceof Cancelled || job.signal.aborted) return { ok: true, value: null };
    throw error;
  } finally {
    job.end();
  }
}
