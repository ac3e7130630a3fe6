import type { Binding } from '../editing/leaving.ts';
import { addDays, dateOf, mondayOf } from '../calendar/days.ts';
import { countryMeant, regionStanding } from '../calendar/region.ts';
import { ownersOn } from '../fairness/tasks.ts';
import type { PeopleField } from '../exchange/people-csv-columns.ts';
import type { LocalDate } from '../model/dates.ts';
import type { PersonId } from '../model/ids.ts';
import type { Person, Wish } from '../model/person.ts';
import type { Rotation } from '../model/rotation.ts';
import { recordOf, recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { dayText, dayWithYearText, rangeText, weekText } from './date-text.ts';
import { layerName, recordName, slotWithDays } from './names.ts';
import { counted, decimalText } from './number-text.ts';

/** What a column of a file can say of people, as the form calls it. */
export const peopleFieldText: Readonly<Record<PeopleField, string>> = {
  name: 'Name',
  firstName: 'First name',
  lastName: 'Last name',
  email: 'E-mail',
  share: 'Share of full time',
  limit: 'Most shifts a quarter',
  joins: 'First day',
  leaves: 'Last day',
  region: 'Region',
  zone: 'Time zone',
  aliases: 'Other names',
  wanted: 'Weeks wanted',
  avoided: 'Weeks avoided',
};

const dayOfYear = (date: LocalDate): string => `${dayText(date)} ${date.slice(0, 4)}`;

/** `always`, `from 4 Jan 2027`, `until 28 Feb 2027`, `4 Jan–28 Feb 2027`. */
export function membershipText({ joinsOn, leavesOn }: Pick<Person, 'joinsOn' | 'leavesOn'>): string {
  if (joinsOn !== null && leavesOn !== null)
    return joinsOn.slice(0, 4) === leavesOn.slice(0, 4)
      ? `${dayText(joinsOn)}–${dayOfYear(leavesOn)}`
      : `${dayOfYear(joinsOn)}–${dayOfYear(leavesOn)}`;
  if (joinsOn !== null) return `from ${dayOfYear(joinsOn)}`;
  return leavesOn === null ? 'always' : `until ${dayOfYear(leavesOn)}`;
}

/** How somebody stands to the team on a day, where it is worth a word beside their name; else empty. */
export function standingText({ joinsOn, leavesOn, archivedOn }: Person, today: LocalDate): string {
  if (archivedOn !== null) return 'archived';
  if (joinsOn !== null && joinsOn > today) return 'joins later';
  return leavesOn !== null && leavesOn < today ? 'has left' : '';
}

/** One rotation that somebody takes turns in. */
export interface TurnsIn {
  readonly code: string;
  readonly name: string;
  /** `primary`, `secondary`. */
  readonly layers: readonly string[];
  /** Turns of a layer not named here may be given to them too. */
  readonly standsIn: boolean;
}

/** Whether somebody owns a task of a pipeline today, or will by what is written: such owners may stand in on its watch. */
const ownsTaskOf = (
  workspace: Workspace,
  pipeline: Rotation['pipeline'],
  person: PersonId,
  today: LocalDate,
): boolean =>
  recordsOf(workspace, 'tasks').some(
    (task) =>
      task.pipeline !== null &&
      task.pipeline === pipeline &&
      (task.archivedOn === null || task.archivedOn > today) &&
      [ownersOn(task, today), ...task.ownership.filter(({ from }) => from > today)].some(
        (owners) => owners?.primary === person || owners?.secondary === person,
      ),
  );

/** The rotations in use that somebody takes turns in, or may stand in from today on, in the order of the list. */
export function turnsIn(workspace: Workspace, person: PersonId, today: LocalDate): readonly TurnsIn[] {
  return recordsOf(workspace, 'rotations')
    .filter(({ archivedOn }) => archivedOn === null)
    .sort((one, other) => one.position - other.position)
    .flatMap(({ id, code, name, kind, pipeline, layers: all, participants, standIns }) => {
      const own = participants.find((participant) => participant.person === person)?.layers ?? [];
      const standsIn =
        kind === 'watch' &&
        all.some((layer) => !own.includes(layer.name)) &&
        (standIns === 'task-owners'
          ? ownsTaskOf(workspace, pipeline, person, today)
          : standIns.includes(person));
      const layers = own.map((layer) => layerName(workspace, id, layer));
      return layers.length === 0 && !standsIn ? [] : [{ code, name, layers, standsIn }];
    });
}

/** `W5 2027`, by ISO 8601: the year is that of the week's Thursday. */
export const weekWithYearText = (week: LocalDate): string => {
  const monday = mondayOf(week);
  return `${weekText(monday)} ${addDays(monday, 3).slice(0, 4)}`;
};

/** Weeks named one by one, as long as they are few. */
const mostWeeksNamed = 2;

/** Weeks still to come of one kind of wish: `W5, W7`, `4 weeks`; empty for none. */
export function wishWeeksText(wishes: readonly Wish[], kind: Wish['kind'], today: LocalDate): string {
  const weeks = wishes
    .filter((wish) => wish.kind === kind && mondayOf(wish.week) >= mondayOf(today))
    .map(({ week }) => mondayOf(week))
    .sort();
  return weeks.length > mostWeeksNamed ? `${weeks.length} weeks` : weeks.map(weekText).join(', ');
}

/** A week of the strip, to be read aloud: `Week 5, 1–7 Feb, wanted, on call`. */
export function weekCellText(
  monday: LocalDate,
  sunday: LocalDate,
  {
    wish,
    onCall,
    past,
  }: { readonly wish: Wish['kind'] | null; readonly onCall: boolean; readonly past: boolean },
): string {
  return [
    `Week ${weekText(monday).slice(1)}`,
    rangeText(monday, sunday),
    wish === null ? (past ? '' : 'no wish') : wish === 'want' ? 'wanted' : 'avoided',
    onCall ? 'on call' : '',
    past ? 'over' : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** What still rests on somebody after their last day: `Team primary, W5 (1–7 Feb)`, `Task A, primary owner`. */
export function bindingText(workspace: Workspace, binding: Binding): string {
  switch (binding.kind) {
    case 'shift':
      return slotWithDays(workspace, binding.id);
    case 'running-shift':
      return `${slotWithDays(workspace, binding.id)}: its last days want a cover`;
    case 'task': {
      const task = recordOf(workspace, 'tasks', binding.id);
      return `Task ${task?.code ?? ''}, ${task?.name ?? binding.id}: ${binding.role} owner`;
    }
    case 'runbook':
      return `Runbook ${recordOf(workspace, 'runbooks', binding.id)?.title ?? binding.id}: named as owner`;
    case 'leave': {
      const leave = recordOf(workspace, 'leave', binding.id);
      return leave === undefined
        ? recordName(workspace, 'leave', binding.id)
        : `Leave, ${rangeText(leave.from, leave.to)}`;
    }
    case 'turns':
      return `${recordOf(workspace, 'rotations', binding.id)?.name ?? binding.id}: stays in the turn order for the weeks worked, takes no turn any more`;
  }
}

/** Where a binding is dealt with: the words on its button. */
export const bindingPlaceText: Readonly<Record<Binding['kind'], string>> = {
  shift: 'On the Board',
  'running-shift': 'On the Board',
  task: 'Tasks',
  runbook: 'Runbook',
  leave: 'Leave',
  turns: 'Rotations',
};

/** How many turns of a rotation somebody has begun, and what follows: the weeks worked are judged with who could work them. */
export const workedTurnsText = (name: string, rotation: string, turns: number): string =>
  `${name} has begun ${counted(turns, 'turn')} of ${rotation}. Taking them out also changes how those weeks are judged; ` +
  'to change it from a day on, change the rotation from that day.';

/** The first day on which somebody could be archived, in words: only once the last day is over. */
export const archiveLaterText = (name: string, lastDay: LocalDate): string =>
  `${name} can be archived once ${dayWithYearText(lastDay)} is over. Until then the last day keeps them out of later turns.`;

/** `4 people, 3.8 of full time`. */
export function teamSizeText(people: readonly Person[]): string {
  if (people.length === 0) return 'Nobody';
  const share = people.reduce((sum, { fullTimePercent }) => sum + fullTimePercent, 0) / 100;
  const count = counted(people.length, 'person', 'people');
  return share === people.length
    ? `${count}, all full-time`
    : `${count}, ${decimalText(share, 1, 'keep')} of full time`;
}

/** The region by its name: `Germany, BY`; what is not known stays a code. */
export function regionText(region: string): string {
  const [country = '', part] = region.split('-');
  const name = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' }).of(country) ?? country;
  return part === undefined ? name : `${name}, ${part}`;
}

/** What is amiss with a region: no country, no such part of one, or no holidays reviewed for it; null where all is well. */
export function regionTrouble(
  workspace: Pick<Workspace, 'holidaySets'>,
  region: string,
  today: LocalDate,
): string | null {
  const name = regionText(region);
  const meant = countryMeant(region.slice(0, 2));
  switch (regionStanding(workspace, region, today)) {
    case 'own':
      return null;
    case 'country':
      return region.length === 2
        ? null
        : `No holidays of ${name} are reviewed: those of the whole country count.`;
    case 'none':
      return `No holidays of ${name} are reviewed: none count until they are, under Holidays.`;
    case 'no-country':
      return `${region.slice(0, 2)} is no country that is known${meant === null ? '' : `; ${meant} is ${regionText(meant)}`}. No holiday counts.`;
  }
}

/** A part of a country that no list of holidays knows. */
export const noPartText = (region: string): string =>
  `${regionText(region.slice(0, 2))} has no region ${region.slice(3)} that is known: only holidays of the whole country can count.`;

/** How many of the newcomers take no turns yet: nobody would be planned, and nobody would say so. */
export const noTurnsText = (count: number): string =>
  count === 1 ? 'The newcomer takes no turns yet.' : `The ${count} newcomers take no turns yet.`;

/** Who holds shifts outside the days in the team: how many, and since when. */
export const outsideText = (workspace: Workspace, shifts: readonly string[]): string => {
  const first = shifts[0] === undefined ? undefined : recordOf(workspace, 'shifts', shifts[0]);
  const example = first === undefined ? '' : `, the first on ${dayWithYearText(dateOf(first.start))}`;
  return `${counted(shifts.length, 'shift lies', 'shifts lie')} outside these days${example}.`;
};
