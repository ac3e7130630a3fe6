import type { QuarterId } from '../model/dates.ts';

/**
 * File names of the site. They come from ids, so that a link or a subscription outlives another name, and have small letters alone, since
 * some disks take two names that differ in nothing else for one.
 */
export const fileOf = (id: string): string => {
  const small = id.toLowerCase();
  // What was written with capitals gets a sign of its own, or `Person-A` and `person-a` would be one file.
  const capitals = [...id].flatMap((letter, index) => (letter === small[index] ? [] : [index.toString(36)]));
  return capitals.length === 0 ? small : `${small}_${capitals.join('-')}`;
};

export const schedulePath = (quarter: QuarterId): string => `schedule-${quarter.toLowerCase()}.html`;
/** What a schedule says, for programs. */
export const scheduleDataPath = (quarter: QuarterId): string => `schedule-${quarter.toLowerCase()}.json`;
export const personPath = (id: string): string => `people/${fileOf(id)}.html`;
export const rotationPath = (id: string): string => `rotations/${fileOf(id)}.html`;
export const runbookPath = (id: string): string => `runbooks/${fileOf(id)}.html`;
export const runbookPdfPath = (id: string): string => `runbooks/${fileOf(id)}.pdf`;

/** How one page of the site links to another: relative, so that the folder can lie anywhere. */
export const linkFrom = (page: string, to: string): string =>
  page.includes('/')
    ? to.startsWith(`${page.split('/')[0] ?? ''}/`)
      ? to.slice(to.indexOf('/') + 1)
      : `../${to}`
    : to;
export const calendarPath = (id: string): string => `calendars/${fileOf(id)}.ics`;
