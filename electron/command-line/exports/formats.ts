import { calendars } from './calendars.ts';
import type { ExportFormat } from './format.ts';
import { text } from './plain-text.ts';
import { csv, markdown, xlsx } from './tables.ts';

/** What `evenwatch export --format` knows, in the order of the help. */
export const exportFormats: Readonly<Record<string, ExportFormat>> = {
  ics: calendars,
  csv,
  markdown,
  xlsx,
  text,
};
