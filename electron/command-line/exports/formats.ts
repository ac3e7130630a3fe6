import { calendars } from './calendars.ts';
import type { ExportFormat } from './format.ts';
import { text } from './plain-text.ts';
import { runbooks } from './runbooks.ts';
import { site } from './site.ts';
import { csv, markdown, xlsx } from './tables.ts';

/** What `evenwatch export --format` knows, in the order of the help. */
export const exportFormats: Readonly<Record<string, ExportFormat>> = {
  ics: calendars,
  runbooks,
  site,
  csv,
  markdown,
  xlsx,
  text,
};
