import { decodeText, fileFault, mostBytes } from '../../shared/exchange/decode.ts';
import { isHealth } from '../../shared/exchange/datadog-read.ts';
import { guessHolidayColumns } from '../../shared/exchange/holiday-file.ts';
import { matchLeaveColumns } from '../../shared/exchange/leave-csv.ts';
import { readOutsideFile } from '../../shared/exchange/outside-file.ts';
import { matchPeopleColumns } from '../../shared/exchange/people-csv-columns.ts';
import { readTable } from '../../shared/exchange/table-file.ts';
import type { ZoneName } from '../../shared/model/dates.ts';
import { notReadText, severalText } from '../../shared/words/drop-text.ts';
import { fileFaultText } from '../../shared/words/import-text.ts';
import type { ImportPlace } from './handed-files.ts';
import type { ScreenName } from './view-store.ts';

/** What is to be done with files that were dropped. */
export type Sorted =
  | { readonly kind: 'plan'; readonly file: File }
  /** Places that may read them, the likeliest first: with several, somebody has to say which. */
  | { readonly kind: 'import'; readonly places: readonly ImportPlace[]; readonly files: readonly File[] }
  | { readonly kind: 'no'; readonly why: string };

const endings = {
  plan: /\.json$/i,
  table: /\.(csv|tsv)$/i,
  calendar: /\.(ics|ical|ifb)$/i,
  runbook: /\.(md|markdown|mdx)$/i,
  terraform: /\.(tf|tfstate)$/i,
  text: /\.txt$/i,
} as const;

const isOf = (kind: keyof typeof endings, name: string): boolean => endings[kind].test(name);

export const isRunbook = ({ name }: File): boolean => isOf('runbook', name);

/** Runbooks, alone or with their pictures; or an archive of them. */
const areRunbooks = (files: readonly File[]): boolean =>
  files.some(({ name }) => /\.(md|markdown|mdx|zip)$/i.test(name)) &&
  files.every(({ name }) => /\.(md|markdown|mdx|zip|png|jpe?g|gif|webp)$/i.test(name));

/** So much of a table says what its columns are. */
const HEAD = 20_000;

/** Where a table may go, by the heads of its columns. */
function placesOfTable(text: string): readonly ImportPlace[] {
  const { columns } = readTable(text.slice(0, HEAD));
  const leave = matchLeaveColumns(columns);
  const holidays = guessHolidayColumns(columns);
  const people = matchPeopleColumns(columns);
  const isLeave = (leave.person ?? leave.email) !== null && leave.from !== null && leave.to !== null;
  const isHolidays = holidays.date !== null && holidays.name !== null;
  const isPeople = Object.values(people).filter((place) => place !== null).length > 1;
  const sure: readonly ImportPlace[] = [
    ...(isLeave ? (['leave'] as const) : []),
    ...(isHolidays && !isLeave ? (['holidays'] as const) : []),
    ...(isPeople && !isLeave && !isHolidays ? (['people'] as const) : []),
  ];
  return sure.length > 0 ? sure : ['people', 'leave', 'holidays'];
}

function sortJson(file: File, text: string, home: ZoneName): Sorted {
  const plan: Sorted = { kind: 'plan', file };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return plan; // a damaged plan is opened too, which tells what is wrong with it
  }
  if (typeof json !== 'object' || json === null || 'workspace' in json) return plan;
  const first = Array.isArray(json) ? (json as readonly unknown[])[0] : json;
  if (isHealth(json) || isHealth(first)) return { kind: 'import', places: ['health'], files: [file] };
  return readOutsideFile(text, home).kind === 'schedules'
    ? { kind: 'import', places: ['schedule'], files: [file] }
    : plan;
}

/** Which kinds of files a screen reads itself: dropped there, they are for it. */
const readBy: Partial<Record<ScreenName, readonly ImportPlace[]>> = {
  people: ['people'],
  leave: ['leave'],
  holidays: ['holidays'],
  runbooks: ['runbooks'],
  exchange: ['schedule', 'health'],
};

function placesOf(name: string, text: string): readonly ImportPlace[] {
  if (isOf('calendar', name) || /^\s*BEGIN:VCALENDAR/i.test(text)) return ['leave', 'holidays', 'schedule'];
  if (isOf('terraform', name) || /\b(opsgenie|grafana_oncall)_/.test(text.slice(0, HEAD)))
    return ['schedule'];
  return isOf('table', name) ? placesOfTable(text) : ['runbooks', 'people', 'leave', 'holidays'];
}

/**
 * Says where dropped files go: by what they hold, and where that leaves a choice by the screen on which they fell.
 *
 * @param home zone of the plan, for times in exports that name none
 */
export async function sortDropped(
  files: readonly File[],
  screen: ScreenName,
  home: ZoneName,
): Promise<Sorted> {
  const [file] = files;
  if (file === undefined) return { kind: 'no', why: severalText(0) };
  const { name } = file;
  if (areRunbooks(files)) return { kind: 'import', places: ['runbooks'], files };
  if (files.length > 1) return { kind: 'no', why: severalText(files.length) };
  const isPlan = isOf('plan', name);
  if (isPlan && file.size > mostBytes) return { kind: 'plan', file };
  const bytes = new Uint8Array(await file.slice(0, mostBytes + 1).arrayBuffer());
  const fault = fileFault(bytes);
  if (isPlan) return fault === null ? sortJson(file, decodeText(bytes).text, home) : { kind: 'plan', file };
  const isKnown = (Object.keys(endings) as (keyof typeof endings)[]).some((kind) => isOf(kind, name));
  if (fault !== null && (isKnown || fault !== 'not-text'))
    return { kind: 'no', why: fileFaultText(name, fault) };
  if (!isKnown) return { kind: 'no', why: notReadText(name) };
  const places = placesOf(name, decodeText(bytes).text);
  const here = places.filter((place) => readBy[screen]?.includes(place));
  return { kind: 'import', places: here.length > 0 ? here : places, files };
}
