import { quarterOf, dateOf } from '../calendar/days.ts';
import { toLocal } from '../calendar/zone.ts';
import type { SiteOptions } from '../contract/site.ts';
import type { FeedChoice, OutgoingEvent } from '../exchange/calendar-publish.ts';
import type { Instant, LocalDate } from '../model/dates.ts';
import type { Published } from '../model/published.ts';
import type { Workspace } from '../model/workspace.ts';
import { element, plain } from '../print/element.ts';
import { feedChoices, feedName, feedOf, outgoingNow, type Feed } from '../words/feed-text.ts';
import { link, listTable } from './marks.ts';
import { hasPart } from './options.ts';
import { pageFile, type SiteFile } from './page.ts';
import { calendarPath, fileOf } from './paths.ts';
import type { Site } from './site.ts';

/** A calendar of the site with its place in the folder. */
export interface SiteFeed {
  readonly path: string;
  readonly feed: Feed;
}

/** Ids have no dot, so that a rotation and a layer never make the name of another rotation. */
function pathOf(choice: FeedChoice): string {
  switch (choice.kind) {
    case 'person':
      return calendarPath(choice.person);
    case 'role':
      return `calendars/${fileOf(choice.rotation)}${choice.layer === null ? '' : `.${choice.layer}`}.ics`;
    default:
      return `calendars/${choice.kind}.ics`;
  }
}

function isIncluded(options: SiteOptions, choice: FeedChoice): boolean {
  switch (choice.kind) {
    case 'team':
    case 'role':
      return true;
    case 'person':
      return hasPart(options, 'people');
    case 'holidays':
      return hasPart(options, 'holidays');
    case 'comp-days':
      return hasPart(options, 'leave');
    case 'deadlines':
      return hasPart(options, 'deadlines');
  }
}

const part = { shift: null, 'comp-day': 'leave', holiday: 'holidays', deadline: 'deadlines' } as const;

/** The first day of what was published: a shift has it in its name, whatever zone it is written in. */
function dayOf(workspace: Workspace, { id, kind, startsAt }: Published): LocalDate {
  if (kind === 'shift') return (id.split('/')[2] ?? startsAt.slice(0, 10)) as LocalDate;
  return startsAt.includes('T')
    ? dateOf(toLocal(startsAt as Instant, workspace.about.zone))
    : (startsAt as LocalDate);
}

/** What lies in the published quarters, of the kinds that its readers may see. */
function mayLeave(workspace: Workspace, options: SiteOptions, { published }: OutgoingEvent): boolean {
  const needs = part[published.kind];
  if (needs !== null && !hasPart(options, needs)) return false;
  return options.quarters.includes(quarterOf(dayOf(workspace, published)));
}

/**
 * The calendars of a site. Unlike those that are given away one by one they hold the published quarters alone.
 *
 * @param now the moment that new events are dated by; those that were published before keep theirs
 */
export function siteFeeds(
  workspace: Workspace,
  options: SiteOptions,
  today: LocalDate,
  now: Instant,
): readonly SiteFeed[] {
  if (!hasPart(options, 'calendars')) return [];
  const events = outgoingNow(workspace, today, now).filter((event) => mayLeave(workspace, options, event));
  return feedChoices(workspace)
    .filter((choice) => isIncluded(options, choice))
    .map((choice) => ({ path: pathOf(choice), feed: feedOf(workspace, events, choice) }))
    .filter(({ feed }) => feed.events > 0);
}

/** The events of a site's calendars that no calendar has carried yet: their numbers are to be kept with the plan. */
export function siteNews(
  workspace: Workspace,
  options: SiteOptions,
  today: LocalDate,
  now: Instant,
): readonly Published[] {
  const news = siteFeeds(workspace, options, today, now).flatMap(({ feed }) => feed.news);
  return [...new Map(news.map((one) => [one.id, one])).values()];
}

/** A calendar's name without the team's, which stands above all of them. */
function titleOf(workspace: Workspace, { choice }: Feed): string {
  const name = feedName(workspace, choice).slice(workspace.about.name.length).trim();
  return choice.kind === 'team'
    ? 'The whole team'
    : name.replace(/^on-call, /, '').replace(/^./, (first) => first.toUpperCase());
}

/** The calendars, and how to keep up with them. */
export function calendarsPage(site: Site, feeds: readonly SiteFeed[]): SiteFile {
  const path = 'calendars.html';
  const rows = feeds.map((one) => [
    titleOf(site.workspace, one.feed),
    String(one.feed.events - one.feed.off),
    link({ path }, one.path, one.path.slice(one.path.indexOf('/') + 1)),
  ]);
  return pageFile(site, path, 'Calendars', [
    plain('h1', 'Calendars'),
    element(
      'p',
      { className: ['lead'] },
      'Where this site is on a web server, copy the address of a calendar and subscribe to it in your calendar program: it then follows the plan each time the site is published.',
    ),
    element(
      'p',
      { className: ['note'] },
      'Opened from a folder, a calendar is a file to import: it stays as it is on that day.',
    ),
    rows.length === 0
      ? plain('p', 'Nobody is on call in these quarters yet, so there is no calendar.')
      : listTable('Calendars', ['Calendar', { title: 'Events', className: 'num' }, 'File'], rows),
  ]);
}
