/** What is said about files that are dropped on the window. */

/** Places that read files, as they are offered where a file could go to several. */
export const placeText = {
  people: 'People of the team',
  leave: 'Leave',
  holidays: 'Holidays',
  runbooks: 'Runbooks',
  schedule: 'On-call turns planned elsewhere',
  health: 'Monitors and objectives of Datadog',
} as const;

export const whatIsInText = (name: string): string => `What does ${name} hold?`;

export const askedPlaceText =
  'It can be read in more than one way. You see what would change before anything does.';

const kinds = 'a plan or an export (.json), a table (.csv), a calendar (.ics) or runbooks (.md, .zip)';

export const notReadText = (name: string): string =>
  `${name} is of a kind that Evenwatch does not read. It reads ${kinds}.`;

export const severalText = (count: number): string =>
  `These are ${count} files. Several come in together only where all are runbooks (.md) and their pictures; drop others one at a time.`;

export const emptyFolderText = (name: string): string =>
  `The folder ${name} holds no runbooks (.md). Drop a folder of runbooks, or a single file.`;

export const unreadFolderText = (name: string): string => `The folder ${name} could not be read.`;

export const noPlanText = (name: string): string =>
  `${name} is no plan, and none is open that it could come into. Open one first.`;

export const readOnlyText = (name: string, because: string): string =>
  `${name} was not read: this plan cannot be changed now (${because}).`;

export const dialogFirstText = (name: string): string => `Close the dialog first; then drop ${name} again.`;

export const nobodyYetText = (name: string): string =>
  `${name} holds leave, and nobody is in this plan yet. Add people first.`;

/** Said when a plan took the place of another one. */
export const openedInsteadText = (opened: string, before: string): string =>
  `${opened} is open now. ${before} is saved and closed.`;

export const backText = (before: string): string =>
  `Back to ${before.length > 24 ? `${before.slice(0, 23)}…` : before}`;
