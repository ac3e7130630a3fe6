import { createHash } from 'node:crypto';
import type { SiteOptions } from '../../../shared/contract/site.ts';
import type { Instant, LocalDate, QuarterId } from '../../../shared/model/dates.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { siteFiles } from '../../../shared/site/build.ts';
import { siteParts } from '../../../shared/site/options.ts';
import { siteStyle } from '../../../shared/site/style.ts';

const quarter = '2026-Q4' as QuarterId;
const today = '2026-11-23' as LocalDate;
export const styleHash = `sha256-${createHash('sha256').update(siteStyle).digest('base64')}`;

/** Everything that a site can have, for the house. */
export const everything: SiteOptions = { quarters: [quarter], audience: 'internal', parts: siteParts };
export const forInvestors: SiteOptions = { ...everything, audience: 'investor' };

/** The files of a site by their path. PDFs are made elsewhere. */
export function filesOf(
  workspace: Workspace,
  options: SiteOptions,
  now = '2026-11-23T10:00:00Z',
  day: LocalDate = today,
): ReadonlyMap<string, string> {
  const files = siteFiles(workspace, options, { today: day, now: now as Instant, styleHash });
  return new Map([...files].map(({ path, text }) => [path, text]));
}
