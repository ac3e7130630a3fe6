import type { SiteAudience, SiteOptions, SitePart } from '../contract/site.ts';
import type { QuarterId } from '../model/dates.ts';

/** Every part, in the order in which it is offered and shown. */
export const siteParts: readonly SitePart[] = [
  'people',
  'holidays',
  'deadlines',
  'tasks',
  'leave',
  'runbooks',
  'calendars',
  'pdf',
];

/** Nobody outside the house learns who is away. */
export const isAllowed = (part: SitePart, audience: SiteAudience): boolean =>
  part !== 'leave' || audience === 'internal';

/** What is in a site unless somebody wants it otherwise: leave only on request, and for investors no page of single people and no owners of tasks. */
const usual: Readonly<Record<SiteAudience, readonly SitePart[]>> = {
  internal: ['people', 'holidays', 'deadlines', 'tasks', 'runbooks', 'calendars', 'pdf'],
  investor: ['holidays', 'deadlines', 'runbooks', 'calendars', 'pdf'],
};

export const usualOptions = (audience: SiteAudience, quarters: readonly QuarterId[]): SiteOptions => ({
  quarters,
  audience,
  parts: usual[audience],
});

/** Whether a part is in a site: asked for, and allowed for its readers. */
export const hasPart = ({ audience, parts }: SiteOptions, part: SitePart): boolean =>
  parts.includes(part) && isAllowed(part, audience) && (part !== 'pdf' || parts.includes('runbooks'));
