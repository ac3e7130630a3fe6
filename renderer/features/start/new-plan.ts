import { nextQuarter, nextWeekday, quarterOf, quarterRange } from '../../../shared/calendar/days.ts';
import { withoutListMarker } from '../../../shared/editing/list-marker.ts';
import { newWorkspace } from '../../../shared/editing/new-workspace.ts';
import { readZone } from '../../../shared/exchange/people-fields.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';

export interface NewPlanForm {
  readonly name: string;
  /** One a line, or with commas between. */
  readonly names: string;
  readonly cadence: 'weekly' | 'two-weekly';
  readonly startsOn: string;
  readonly zone: string;
  /** Whose holidays count as points; null is none. */
  readonly region: string | null;
}

export type FormErrors = Readonly<Partial<Record<'name' | 'names' | 'startsOn' | 'zone', string>>>;

/** The first Monday of the coming quarter: most plans are made for that. */
export const firstDayOffered = (today: LocalDate): LocalDate =>
  nextWeekday(quarterRange(nextQuarter(quarterOf(today))).from, 1);

/** Names as they are pasted: from a column, a list with commas, or "Name <address>" lines. */
export function namesIn(text: string): readonly string[] {
  return text
    .split(/[\n,;\t]+/)
    .map((name) => withoutListMarker(name.replace(/<[^>]*>/g, '')))
    .filter((name) => name !== '');
}

const isDay = (text: string): text is LocalDate => /^\d{4}-\d\d-\d\d$/.test(text);
const fields: Readonly<Record<string, keyof FormErrors>> = { name: 'name', people: 'names' };
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The workspace that the form describes, or what is wrong with it, by field. */
export function planFromForm(
  form: NewPlanForm,
  given: { readonly id: string; readonly today: LocalDate },
): Workspace | FormErrors {
  const { startsOn } = form;
  if (form.name.trim() === '') return { name: 'Give the plan a name, such as that of your team.' };
  if (!isDay(startsOn)) return { startsOn: 'Choose the first day of the plan.' };
  const zone = readZone(form.zone);
  if (!zone.ok) return { zone: `${capital(zone.reason)}.` };
  const made = newWorkspace({
    id: given.id,
    name: form.name,
    zone: zone.value,
    region: form.region,
    people: namesIn(form.names),
    cadenceWeeks: form.cadence === 'weekly' ? 1 : 2,
    startsOn,
    createdOn: given.today,
  });
  if (made.ok) return made.value;
  if (made.reason.kind !== 'invalid') return { names: 'This team cannot be planned for.' };
  const { where, what } = made.reason;
  return { [fields[where] ?? 'names']: `${capital(what)}.` };
}

/** A form's answer is a workspace once it has its tables. */
export const isWorkspace = (answer: Workspace | FormErrors): answer is Workspace => 'about' in answer;
