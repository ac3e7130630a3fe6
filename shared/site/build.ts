import type { SiteOptions } from '../contract/site.ts';
import type { Instant } from '../model/dates.ts';
import type { Workspace } from '../model/workspace.ts';
import type { PrintDocument } from '../print/document.ts';
import type { LocalDate } from '../model/dates.ts';
import { awayPage } from './away.ts';
import { calendarsPage, siteFeeds } from './calendars.ts';
import { scheduleData } from './data.ts';
import { duePage } from './due.ts';
import { findPage } from './find.ts';
import { holidaysPage } from './holidays.ts';
import { overviewPage } from './overview.ts';
import { hasPart } from './options.ts';
import type { SiteFile } from './page.ts';
import { runbookPdfPath } from './paths.ts';
import { peoplePage, personPage } from './people.ts';
import { rotationPage, rotationsPage } from './rotations.ts';
import { runbookSiteDocument, runbookSitePage, runbooksPage } from './runbooks.ts';
import { schedulePage } from './schedule.ts';
import { siteOf } from './site.ts';
import { tasksPage } from './tasks.ts';

/** What a site is made at and with. */
export interface SiteStamp {
  /** The day that the site is of, where the team is. */
  readonly today: LocalDate;
  /** The moment that events of calendars are dated by which no calendar has carried before. */
  readonly now: Instant;
  /** `sha256-…` of the style, in base 64. */
  readonly styleHash: string;
}

/** A PDF of a site, by what it is printed from. */
export interface SitePdf {
  readonly path: string;
  readonly document: PrintDocument;
}

/** The PDFs of a site: its runbooks, each by itself. */
export function sitePdfs(workspace: Workspace, options: SiteOptions, stamp: SiteStamp): readonly SitePdf[] {
  if (!hasPart(options, 'pdf')) return [];
  const site = siteOf(workspace, options, { ...stamp, calendars: new Set() });
  return site.runbooks.map((runbook) => ({
    path: runbookPdfPath(runbook.id),
    document: runbookSiteDocument(site, runbook),
  }));
}

/**
 * The files of a site one by one, PDFs apart: whoever makes hundreds can rest between them. The same plan on the same day gives the same
 * bytes, and a page says nothing of the clock: so what has not changed is not written again.
 */
export function* siteFiles(
  workspace: Workspace,
  options: SiteOptions,
  stamp: SiteStamp,
): Generator<SiteFile> {
  const feeds = siteFeeds(workspace, options, stamp.today, stamp.now);
  const calendars = new Set(feeds.map(({ path }) => path));
  const site = siteOf(workspace, options, { ...stamp, calendars });
  yield overviewPage(site);
  for (const view of site.quarters) {
    yield schedulePage(site, view);
    yield scheduleData(site, view);
  }
  if (site.has('people')) {
    yield peoplePage(site);
    for (const person of site.people) yield personPage(site, person);
  }
  yield rotationsPage(site);
  for (const rotation of site.rotations) yield rotationPage(site, rotation);
  if (site.has('holidays')) yield holidaysPage(site);
  if (site.has('deadlines')) yield duePage(site);
  if (site.has('tasks')) yield tasksPage(site);
  if (site.has('leave')) yield awayPage(site);
  if (site.has('runbooks')) {
    yield runbooksPage(site);
    for (const runbook of site.runbooks) yield runbookSitePage(site, runbook);
  }
  if (site.has('calendars')) {
    yield calendarsPage(site, feeds);
    for (const { path, feed } of feeds) yield { path, text: feed.text };
  }
  yield findPage(site);
}
