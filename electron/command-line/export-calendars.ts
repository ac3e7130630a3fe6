import { join, resolve } from 'node:path';
import type { Instant, LocalDate } from '../../shared/model/dates.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import { type Feed, feedChoices, feedOf, outgoingNow } from '../../shared/words/feed-text.ts';
import { problemText } from '../../shared/words/problem-text.ts';
import type { Files } from '../ports.ts';
import { diskProblem } from '../storage/disk-problem.ts';
import { bytesOf } from '../storage/disk-text.ts';
import { durableWrite } from '../storage/durable-write.ts';
import { randomNonce } from '../storage/system.ts';
import { asJson, FINDINGS, FINE, type Outcome, Stop } from './outcome.ts';

interface Wish {
  readonly folder: string;
  readonly dryRun: boolean;
  readonly json: boolean;
  readonly today: LocalDate;
  readonly now: Instant;
  readonly notes: readonly string[];
}

type State = 'new' | 'changed' | 'same';

interface Entry {
  readonly file: string;
  readonly events: number;
  readonly state: State;
}

/** Longer than any calendar that we write: sixty people and ten years are some 20 MB. */
const MOST_BYTES = 64 * 1024 * 1024;

const fileName = (name: string): string =>
  `${name
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '')
    .slice(0, 120)}.ics`;

/** File names by feed; two people of one name get a number each, in the order of the team. */
function named(feeds: readonly Feed[]): readonly { readonly file: string; readonly feed: Feed }[] {
  const taken = new Map<string, number>();
  return feeds.map((feed) => {
    const file = fileName(feed.name);
    const count = (taken.get(file.toLowerCase()) ?? 0) + 1;
    taken.set(file.toLowerCase(), count);
    return { file: count === 1 ? file : file.replace(/\.ics$/, ` ${count}.ics`), feed };
  });
}

async function stateOf(path: string, text: string, files: Files): Promise<State> {
  if ((await files.look(path)) === null) return 'new';
  const bytes = await files.read(path, MOST_BYTES);
  return new TextDecoder().decode(bytes) === text ? 'same' : 'changed';
}

/**
 * Writes the calendars of a plan into a folder; a file that is the same already is left alone. The plan itself is not written, so the
 * numbers of what is new are kept only once the window has published it: that is told.
 *
 * @throws Stop with the reason
 */
export async function exportCalendars(workspace: Workspace, wish: Wish, files: Files): Promise<Outcome> {
  const { folder, dryRun, json, today, now, notes } = wish;
  const events = outgoingNow(workspace, today, now);
  const feeds = feedChoices(workspace).map((choice) => feedOf(workspace, events, choice));
  const entries: Entry[] = [];
  const path = resolve(folder);
  try {
    if (!dryRun) await files.makeFolder(path);
    for (const { file, feed } of named(feeds.filter((one) => one.events > 0))) {
      const state = await stateOf(join(path, file), feed.text, files);
      entries.push({ file, events: feed.events, state });
      if (state !== 'same' && !dryRun)
        await durableWrite(files, join(path, file), bytesOf(feed.text), randomNonce());
    }
  } catch (error) {
    throw new Stop(problemText(diskProblem('write', path, error)));
  }
  const news = new Set(feeds.flatMap((feed) => feed.news.map(({ id }) => id))).size;
  const pending = entries.filter(({ state }) => state !== 'same').length;
  return {
    code: dryRun && pending > 0 ? FINDINGS : FINE,
    out: json
      ? asJson({ folder: path, written: !dryRun, unpublished: news, files: entries })
      : textOf(entries, path, dryRun),
    notes: news === 0 ? notes : [...notes, newsNote(news)],
  };
}

const newsNote = (news: number): string =>
  `${news} ${news === 1 ? 'event is' : 'events are'} new or changed since calendars were last saved from the window. Their numbers are kept only there, under Exchange.`;

function textOf(entries: readonly Entry[], folder: string, dryRun: boolean): string {
  const changing = entries.filter(({ state }) => state !== 'same');
  const rows = entries.map(
    ({ file, events, state }) => `  ${state.padEnd(7)}  ${String(events).padStart(6)}  ${file}`,
  );
  const verb = dryRun ? 'would be written' : 'written';
  return `${changing.length} of ${entries.length} calendars ${verb} to ${folder}.\n\n  State    Events  File\n${rows.join('\n')}\n`;
}
