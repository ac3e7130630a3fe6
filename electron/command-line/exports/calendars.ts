import { type Feed, feedChoices, feedOf, outgoingNow } from '../../../shared/words/feed-text.ts';
import { bytesOf } from '../../storage/disk-text.ts';
import type { ExportAsked, Exported, ExportFormat } from './format.ts';
import { counted } from '../../../shared/words/number-text.ts';

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

/**
 * The calendars of a plan. The plan itself is not written, so the numbers of what is new are kept only once the window has published it: that
 * is told.
 */
function make({ workspace, today, now }: ExportAsked): Exported {
  const events = outgoingNow(workspace, today, now);
  const feeds = feedChoices(workspace).map((choice) => feedOf(workspace, events, choice));
  const news = new Set(feeds.flatMap((feed) => feed.news.map(({ id }) => id))).size;
  return {
    files: named(feeds.filter((feed) => feed.events > 0)).map(({ file, feed }) => ({
      file,
      bytes: bytesOf(feed.text),
      facts: { events: feed.events },
    })),
    facts: { unpublished: news },
    notes: news === 0 ? [] : [newsNote(news)],
  };
}

const newsNote = (news: number): string =>
  `${counted(news, 'event is', 'events are')} new or changed since calendars were last saved from the window. Their numbers are kept only there, under Exchange.`;

export const calendars: ExportFormat = {
  help: 'calendars for the team, each role and person, holidays, days off in lieu, deadlines',
  into: 'folder',
  noun: 'calendars',
  options: [],
  make,
};
