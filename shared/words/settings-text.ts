import type { Conventions } from './conventions.ts';

/** As each convention writes the same thing, to be chosen from. */
export const orderTitles: Readonly<Record<Conventions['order'], string>> = {
  'day-first': '1 Feb 2027',
  'month-first': 'Feb 1, 2027',
};

export const clockTitles: Readonly<Record<Conventions['clock'], string>> = { '24': '17:00', '12': '5:00 PM' };

export const weekStartTitles: Readonly<Record<number, string>> = { 1: 'Monday', 6: 'Saturday', 7: 'Sunday' };

export const asSystem = (title: string | undefined): string =>
  title === undefined ? 'As the system' : `As the system: ${title}`;

export const reminderText =
  'A notification says how many, never who or what: it may be read on a locked screen. It comes once a day, while Evenwatch is open.';

export const noRemindersText =
  'In a browser Evenwatch sends no notifications. What is due stands in the status bar.';

export const updatesText =
  'Evenwatch does not look for new versions: it asks nothing of the network that you did not ask for. You get new versions where you got this one; a plan opens in them as it is, after a copy.';

export const logText =
  'What goes wrong is written to evenwatch.log in the data folder: what failed and when, without names, titles or keys, at most 2 MB.';
