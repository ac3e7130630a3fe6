import { addDays } from '../../../shared/calendar/days.ts';
import { auditOfFeed } from '../../../shared/exchange/feed-audit.ts';
import { readFeed } from '../../../shared/exchange/feed-shifts.ts';
import { feedStep, rememberedFeed } from '../../../shared/exchange/feed-step.ts';
import { changedTurns } from '../../../shared/exchange/held-turns.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import { recordOf, recordsOf } from '../../../shared/model/tables.ts';
import { auditLines } from '../../../shared/words/audit-text.ts';
import { feedProblems } from '../../../shared/words/feed-in-text.ts';
import { layerNamed, type NamedLayer } from '../turn-named.ts';
import { Stop } from '../outcome.ts';
import type { ImportAsked, ImportFormat } from './format.ts';
import { isCalendar, onlyFile } from './text-file.ts';

/** Days back and ahead that a feed is read for, as in the window. */
const DAYS_BACK = 366;
const DAYS_AHEAD = 800;

/** The layer that was named, else the one that a file of this name was read for before. @throws Stop where neither is */
function layerOf({ workspace, layers }: ImportAsked, name: string): NamedLayer {
  const [layer = null, second] = layers;
  if (second !== undefined)
    throw new Stop('--format on-call takes one --layer: a calendar is the turns of one.');
  const before = rememberedFeed(workspace, name)?.rotations[0];
  const rotation = recordOf(workspace, 'rotations', before?.rotation ?? '');
  if (layer === null && rotation !== undefined && before !== undefined && before.layer !== null)
    return { rotation, layer: before.layer };
  return layerNamed(workspace, layer);
}

/** Turns that were planned elsewhere, off the calendar that the other tool publishes. */
export const onCall: ImportFormat = {
  help: 'turns off the on-call calendar of another tool (ICS); --layer "Team primary" says whose',
  takes: 'one file',
  options: ['map', 'layer'],
  read: (asked) => {
    const { workspace, today } = asked;
    const { name, text } = onlyFile(asked);
    if (!isCalendar(text))
      throw new Stop(
        `${name} is no calendar: it does not begin with BEGIN:VCALENDAR. Exports as JSON or Terraform are taken with --format schedules.`,
      );
    const { rotation, layer } = layerOf(asked, name);
    const before = rememberedFeed(workspace, name)?.people.map(
      ({ outside, person }) => [outside, person] as const,
    );
    const mapping = new Map<string, PersonId | null>([...(before ?? []), ...asked.mapping]);
    const range = { from: addDays(today, -DAYS_BACK), until: addDays(today, DAYS_AHEAD) };
    const feed = readFeed(workspace, text, { rotation, layer, mapping, ...range });
    const people = new Map(recordsOf(workspace, 'people').map((one) => [one.id as string, one.name]));
    const isNews = changedTurns(feed).length > 0;
    return {
      command: isNews ? feedStep(workspace, feed, name, { rotation, layer, mapping }, today) : null,
      problems: feedProblems(workspace, feed),
      audit: auditLines(workspace, auditOfFeed(workspace, feed, { rotation, layer }, name), people),
      unknown: [...feed.unknown.keys()],
    };
  },
};
