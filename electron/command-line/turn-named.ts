import {
  addDays,
  dateOf,
  isoWeek,
  mondayOf,
  nextQuarter,
  previousQuarter,
  quarterOf,
} from '../../shared/calendar/days.ts';
import type { LocalDate } from '../../shared/model/dates.ts';
import type { LayerName, PersonId } from '../../shared/model/ids.ts';
import type { Rotation } from '../../shared/model/rotation.ts';
import { recordsOf } from '../../shared/model/tables.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import { weeksOfTurn } from '../../shared/planner/wishes.ts';
import { type Slot, slotsOfQuarter } from '../../shared/rotation/expand.ts';
import { dutyName, personName } from '../../shared/words/names.ts';
import { Stop } from './outcome.ts';

const plain = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s/]+/g, ' ');

/** Most names that are listed where none fits. */
const MOST_NAMED = 12;

function listed(names: readonly string[]): string {
  const rest = names.length - MOST_NAMED;
  return rest > 0 ? `${names.slice(0, MOST_NAMED).join(', ')} and ${rest} more` : names.join(', ');
}

/** The person of this name, spelling or id. @throws Stop with the names there are */
export function personNamed(workspace: Workspace, text: string): PersonId {
  const people = Object.values(workspace.people).sort(
    (a, b) => a.position - b.position || (a.id < b.id ? -1 : 1),
  );
  const wanted = plain(text);
  const found = people.filter(
    ({ id, name, aliases }) => id === text || [name, ...aliases].some((one) => plain(one) === wanted),
  );
  const [only, second] = found;
  if (only === undefined)
    throw new Stop(`There is nobody called "${text}". There are ${listed(people.map(({ name }) => name))}.`);
  if (second !== undefined)
    throw new Stop(
      `"${text}" is the name of ${found.length} people. Name one by id: ${listed(found.map(({ id }) => id))}.`,
    );
  return only.id;
}

/** The Monday of a week such as 2027-W07. @throws Stop where there is no such week */
export function mondayIn(text: string): LocalDate {
  const [, year = '', week = ''] = /^(\d{4})-W(\d\d)$/.exec(text) ?? [];
  const monday = year === '' ? null : addDays(mondayOf(`${year}-01-04` as LocalDate), 7 * (Number(week) - 1));
  if (monday === null || isoWeek(monday) !== Number(week))
    throw new Stop(`"${text}" is no week. A week is written as 2027-W07, by ISO 8601.`);
  return monday;
}

/** Whether a turn is one of this week: of most of its days, or of its one day. */
function isOfWeek({ start, end }: Slot, monday: LocalDate): boolean {
  const weeks = weeksOfTurn(start, end);
  return weeks.length > 0 ? weeks.includes(monday) : mondayOf(dateOf(start)) === monday;
}

/** A layer of a rotation. */
export interface NamedLayer {
  readonly rotation: Rotation;
  readonly layer: LayerName;
}

const allLayers = (workspace: Workspace) =>
  recordsOf(workspace, 'rotations')
    .filter(({ archivedOn }) => archivedOn === null)
    .sort((a, b) => a.position - b.position)
    .flatMap((rotation) => rotation.layers.map((layer) => ({ rotation, layer })));

const namesOfLayers = (layers: ReturnType<typeof allLayers>): string =>
  listed(layers.map(({ rotation, layer }) => `"${rotation.name} ${layer.name}"`));

/** The names of all layers, for a sentence. */
export const layersHere = (workspace: Workspace): string => namesOfLayers(allLayers(workspace));

/**
 * The layer of this name, such as `Team primary`; the only one there is where nothing is named.
 *
 * @throws Stop with the names there are
 */
export function layerNamed(workspace: Workspace, text: string | null): NamedLayer {
  const all = allLayers(workspace);
  const found = all.filter(
    ({ rotation, layer }) => text === null || layerNames(rotation, layer).includes(plain(text)),
  );
  const [only, second] = found;
  if (only !== undefined && second === undefined) return { rotation: only.rotation, layer: only.layer.name };
  const names = namesOfLayers(only === undefined ? all : found);
  throw new Stop(
    text === null
      ? `Whose turns are these? Say --layer with one of ${names}.`
      : `"${text}" is ${only === undefined ? 'no layer' : 'more than one layer'}. There are ${names}.`,
  );
}

const layerNames = ({ id, name, code }: Rotation, layer: Rotation['layers'][number]): readonly string[] =>
  [id, name, code].flatMap((duty) => [duty, `${duty} ${layer.name}`, `${duty} ${layer.title}`]).map(plain);

/** Every word that may name a turn: its rotation by name, code or id, alone or with its layer. */
function namesOf(workspace: Workspace, slot: Slot): readonly string[] {
  const rotation = workspace.rotations[slot.rotation];
  const layer = rotation?.layers.find(({ name }) => name === slot.layer);
  const duties = [slot.rotation, ...(rotation === undefined ? [] : [rotation.name, rotation.code])];
  const layers = [slot.layer, ...(layer === undefined ? [] : [layer.title])];
  return [...duties, ...duties.flatMap((duty) => layers.map((one) => `${duty} ${one}`))].map(plain);
}

/**
 * The turns of a week, of every rotation or of the one named; also those that began before it and last two weeks.
 *
 * @param duty a rotation's name, code or id, alone or with its layer; null is all
 * @throws Stop where there are none
 */
export function turnsNamed(workspace: Workspace, week: string, duty: string | null): readonly Slot[] {
  const monday = mondayIn(week);
  const own = quarterOf(monday);
  const all = [previousQuarter(own), own, nextQuarter(own)]
    .flatMap((quarter) => slotsOfQuarter(workspace, quarter))
    .filter((slot) => isOfWeek(slot, monday));
  const found = duty === null ? all : all.filter((slot) => namesOf(workspace, slot).includes(plain(duty)));
  if (found.length > 0) return found;
  if (all.length === 0)
    throw new Stop(`Nothing is on call in ${week}. Check when the rotations start and end.`);
  const there = [...new Set(all.map(({ id }) => dutyName(workspace, id)))];
  throw new Stop(`"${duty ?? ''}" has no turn in ${week}. There are ${listed(there)}.`);
}

/** The turn and the person of a pin such as `Team primary 2027-W07=Engineer 2`. @throws Stop with what is wrong */
export function pinNamed(
  workspace: Workspace,
  text: string,
): { readonly slot: Slot; readonly person: PersonId } {
  const [, duty, week, name] = /^(?:(.*\S)\s+)?(\d{4}-W\d\d)\s*=\s*(.*\S)\s*$/.exec(text) ?? [];
  if (week === undefined || name === undefined) {
    throw new Stop(
      `--pin is a turn and a person, such as "Team primary 2027-W07=Engineer 2", not "${text}".`,
    );
  }
  const person = personNamed(workspace, name);
  const turns = turnsNamed(workspace, week, duty ?? null);
  const [slot, second] = turns;
  if (slot === undefined || second !== undefined) {
    const names = listed(turns.map(({ id }) => dutyName(workspace, id)));
    throw new Stop(
      `--pin "${text}" may be any of ${turns.length} turns: ${names}. Name one: --pin "${dutyName(workspace, turns[0]?.id ?? ('' as Slot['id']))} ${week}=${personName(workspace, person)}".`,
    );
  }
  return { slot, person };
}
