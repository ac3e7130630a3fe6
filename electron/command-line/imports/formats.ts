import type { ImportFormat } from './format.ts';
import { holidays } from './holidays.ts';
import { leave } from './leave.ts';
import { onCall } from './on-call.ts';
import { people } from './people.ts';
import { runbooks } from './runbooks.ts';
import { schedules } from './schedules.ts';

/** What `evenwatch import --format` knows, in the order of the help. */
export const importFormats: Readonly<Record<string, ImportFormat>> = {
  people,
  leave,
  'on-call': onCall,
  schedules,
  holidays,
  runbooks,
};
