import { addDays } from '../calendar/days.ts';
import { type About, eventsSince, KEPT_DAYS, type PlannedEvent } from '../exchange/calendar-events.ts';
import {
  chosen,
  type FeedChoice,
  type FeedEvent,
  outgoing,
  type OutgoingEvent,
} from '../exchange/calendar-publish.ts';
import { calendarText, type EventOut } from '../exchange/ics-out.ts';
import type { Instant, LocalDate } from '../model/dates.ts';
import type { PersonId } from '../model/ids.ts';
import type { Published } from '../model/published.ts';
import { recordOf, recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { layerName, nameAlone, rotationName } from './names.ts';

/** What a calendar file is called. */
export function feedName(workspace: Workspace, choice: FeedChoice): string {
  const team = workspace.about.name;
  switch (choice.kind) {
    case 'team':
      return `${team} on-call`;
    case 'person':
      return `${team} on-call, ${nameAlone(workspace, choice.person)}`;
    case 'role': {
      const layer = choice.layer === null ? '' : ` ${layerName(workspace, choice.rotation, choice.layer)}`;
      return `${team} on-call, ${rotationName(workspace, choice.rotation)}${layer}`;
    }
    case 'holidays':
      return `${team} public holidays`;
    case 'comp-days':
      return `${team} days off in lieu`;
    case 'deadlines':
      return `${team} deadlines`;
  }
}

const owners = (workspace: Workspace, person: PersonId | null): string =>
  person === null ? '' : ` · ${nameAlone(workspace, person)}`;

/** The title of an event: for a shift the role first, since phones cut the end off. */
export function eventTitle(workspace: Workspace, about: About): string {
  switch (about.kind) {
    case 'shift': {
      const role = layerName(workspace, about.rotation, about.layer).toUpperCase();
      return `On-call ${role} · ${rotationName(workspace, about.rotation)}${owners(workspace, about.person)}`;
    }
    case 'comp-day': {
      const part = about.part === 'day' ? '' : `, ${about.part}`;
      return `Day off in lieu${part}${owners(workspace, about.person)}`;
    }
    case 'holiday': {
      const holiday = recordOf(workspace, 'holidays', about.holiday);
      const region =
        holiday === undefined ? '' : (recordOf(workspace, 'holidaySets', holiday.set)?.region ?? '');
      const words = [
        about.isObserved ? ', observed' : '',
        holiday?.tentative === true ? ', to be confirmed' : '',
      ];
      return `${holiday?.name ?? 'Holiday'} (${region})${words.join('')}`;
    }
    case 'deadline': {
      const title = recordOf(workspace, 'deadlines', about.deadline)?.title ?? 'Deadline';
      return `Due: ${title}${owners(workspace, about.owner)}`;
    }
  }
}

/** The title of what the plan has no longer. */
function goneTitle(workspace: Workspace, { id, kind }: Published): string {
  if (kind !== 'shift')
    return { 'comp-day': 'Day off in lieu', holiday: 'Holiday', deadline: 'Deadline' }[kind];
  const [rotation = '', layer = ''] = id.split('/');
  return `On-call ${layerName(workspace, rotation, layer).toUpperCase()} · ${rotationName(workspace, rotation)}`;
}

const categoriesOf = ({ about, weekend, holiday }: PlannedEvent): readonly string[] =>
  about.kind !== 'shift' ? [] : [...(weekend ? ['weekend'] : []), ...(holiday ? ['holiday'] : [])];

const made = new WeakMap<FeedEvent, EventOut>();

/** Made once for all files that have it; an event knows the plan that it was taken from. */
function eventOut(workspace: Workspace, event: FeedEvent): EventOut {
  let out = made.get(event);
  if (out === undefined) made.set(event, (out = worded(workspace, event)));
  return out;
}

function worded(workspace: Workspace, { published, planned, isOff }: FeedEvent): EventOut {
  const [rotation = ''] = published.id.split('/');
  const zone = recordOf(workspace, 'rotations', rotation)?.handoff.zone ?? null;
  return {
    uid: `${published.id}@${workspace.about.id}.evenwatch`,
    published,
    isOff,
    summary: planned === null ? goneTitle(workspace, published) : eventTitle(workspace, planned.about),
    categories: planned === null ? [] : categoriesOf(planned),
    zone: planned?.when.kind === 'moments' ? planned.when.zone : zone,
  };
}

/** A calendar file, and what has to be kept with the plan before it is given away. */
export interface Feed {
  readonly choice: FeedChoice;
  readonly name: string;
  readonly text: string;
  readonly events: number;
  /** Those among the events that are off. */
  readonly off: number;
  readonly news: readonly Published[];
}

/** The events of a plan as they would go out now: made once for all files of one export. */
export function outgoingNow(workspace: Workspace, today: LocalDate, now: Instant): readonly OutgoingEvent[] {
  const since = addDays(today, -KEPT_DAYS);
  return outgoing(workspace, eventsSince(workspace, since, now), since, now);
}

/** One file of them. */
export function feedOf(workspace: Workspace, events: readonly OutgoingEvent[], choice: FeedChoice): Feed {
  const own = chosen(events, choice);
  const name = feedName(workspace, choice);
  return {
    choice,
    name,
    text: calendarText({
      name,
      zone: workspace.about.zone,
      events: own.map((event) => eventOut(workspace, event)),
    }),
    events: own.length,
    off: own.filter(({ isOff }) => isOff).length,
    news: own.filter(({ isNews }) => isNews).map(({ published }) => published),
  };
}

/** Every file that there can be: the team, each rotation and role, each person, holidays, days off in lieu, deadlines. */
export function feedChoices(workspace: Workspace): readonly FeedChoice[] {
  const rotations = recordsOf(workspace, 'rotations')
    .filter(({ archivedOn }) => archivedOn === null)
    .sort((one, other) => one.position - other.position);
  const people = recordsOf(workspace, 'people')
    .filter(({ archivedOn }) => archivedOn === null)
    .sort((one, other) => one.position - other.position);
  return [
    { kind: 'team' },
    ...rotations.flatMap(({ id, layers }): readonly FeedChoice[] => [
      { kind: 'role', rotation: id, layer: null },
      ...(layers.length < 2
        ? []
        : layers.map(({ name }) => ({ kind: 'role', rotation: id, layer: name }) as const)),
    ]),
    ...people.map(({ id }): FeedChoice => ({ kind: 'person', person: id })),
    { kind: 'holidays' },
    { kind: 'comp-days' },
    { kind: 'deadlines' },
  ];
}
