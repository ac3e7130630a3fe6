import { quarterOf } from '../../../shared/calendar/days.ts';
import type { LocalDate, QuarterId } from '../../../shared/model/dates.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { siteFiles } from '../../../shared/site/build.ts';
import { usualOptions } from '../../../shared/site/options.ts';
import { siteStyle } from '../../../shared/site/style.ts';
import { problemText } from '../../../shared/words/problem-text.ts';
import type { Files } from '../../ports.ts';
import { bytesOf } from '../../storage/disk-text.ts';
import { compareSite, publishSite, SiteRefused, type SiteContent } from '../../storage/site-folder.ts';
import { styleHash } from '../../storage/style-hash.ts';
import { randomNonce, sha256 } from '../../storage/system.ts';
import { Stop } from '../outcome.ts';
import type { ExportAsked, Exported, ExportFormat, OutFile } from './format.ts';
import type { PutFile } from './put-files.ts';

/** So many quarters at most, where none is named: a site of years has thousands of turns on one page. */
const MOST_QUARTERS = 4;

/** The quarters from today's on in which somebody holds a turn, else today's. */
function quartersHeld(workspace: Workspace, today: LocalDate): readonly QuarterId[] {
  const current = quarterOf(today);
  const held = new Set(
    Object.values(workspace.shifts).map(({ start }) => quarterOf(start.slice(0, 10) as LocalDate)),
  );
  const coming = [...held].filter((quarter) => quarter >= current).sort();
  return coming.length === 0 ? [current] : coming.slice(0, MOST_QUARTERS);
}

function make({ workspace, today, now, quarter, audience }: ExportAsked): Exported {
  const quarters = quarter === null ? quartersHeld(workspace, today) : [quarter];
  const usual = usualOptions(audience ?? 'internal', quarters);
  const options = { ...usual, parts: usual.parts.filter((part) => part !== 'pdf') };
  const stamp = { today, now, styleHash: styleHash(siteStyle, sha256) };
  const files = [...siteFiles(workspace, options, stamp)].map(({ path, text }) => ({
    file: path,
    bytes: bytesOf(text),
  }));
  return {
    files,
    facts: { audience: options.audience, quarters: options.quarters.join(' ') },
    notes: ['The site has no PDF of runbooks: the desktop app makes them, under Exchange.'],
  };
}

/**
 * Compares the site with its folder and publishes what has changed. Only what an earlier publication wrote is replaced or removed.
 *
 * @throws Stop where the folder is somebody else's; the disk's error
 */
async function put(
  folder: string,
  workspace: Workspace,
  wanted: readonly OutFile[],
  dryRun: boolean,
  files: Files,
): Promise<readonly PutFile[]> {
  const ports = { files, hash: sha256, nonce: randomNonce };
  const contents = wanted.map(({ file, bytes }): SiteContent => ({
    path: file,
    text: new TextDecoder().decode(bytes),
    source: null,
    print: null,
  }));
  if ((await files.look(folder)) === null) return wanted.map((one) => ({ ...one, state: 'new' }));
  try {
    const comparison = await compareSite(folder, workspace.about.id, contents, ports);
    const states = [...comparison.states];
    const foreign = states.flatMap(([path, state]) => (state === 'foreign' ? [path] : []));
    if (foreign.length > 0) throw new SiteRefused({ kind: 'site-foreign', folder, files: foreign });
    if (!dryRun) await publishSite(comparison, ports, { check: () => undefined, tell: () => undefined });
    const none = new Uint8Array();
    // Everything else has been refused.
    return states.map(([file, state]) => ({ file, bytes: none, state: state as PutFile['state'] }));
  } catch (error) {
    if (error instanceof SiteRefused) throw new Stop(problemText(error.problem));
    throw error;
  }
}

export const site: ExportFormat = {
  help: 'a read-only site: pages and calendars, to be opened from the folder or put on a web server',
  into: 'folder',
  noun: 'files of the site',
  readers: 'everybody', // What is published is for others to read.
  options: ['quarter', 'audience'],
  make,
  put,
};
