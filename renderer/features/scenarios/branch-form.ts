import type { PersonId, RotationId } from '../../../shared/model/ids.ts';
import type { Policy } from '../../../shared/model/policy.ts';
import type { Rotation } from '../../../shared/model/rotation.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { asItIs, type BranchTerms } from '../../../shared/scenarios/branch.ts';
import { cadenceText } from '../../../shared/words/scenario-text.ts';

/** What the form of a branch holds, as typed. */
export interface BranchForm {
  /** Empty: as the terms say. */
  readonly name: string;
  readonly note: string;
  readonly cadence: BranchTerms['cadence'];
  readonly without: readonly PersonId[];
  /** Name of somebody who joins; empty for nobody. */
  readonly newcomer: string;
  /** Per cent of full time. */
  readonly newcomerTime: string;
  readonly newcomerRotations: readonly RotationId[];
  readonly policy: Policy | null;
}

export interface BranchErrors {
  readonly name?: string;
  readonly newcomer?: string;
  readonly newcomerTime?: string;
}

export const emptyBranch: BranchForm = {
  name: '',
  note: '',
  cadence: {},
  without: [],
  newcomer: '',
  newcomerTime: '100',
  newcomerRotations: [],
  policy: null,
};

/** All turns of these rotations at another length: the branch that is asked for most. */
export const allInCadence = (rotations: readonly Rotation[], weeks: 1 | 2): BranchForm => ({
  ...emptyBranch,
  cadence: Object.fromEntries(rotations.map(({ id }) => [id, weeks])),
});

const listed = (names: readonly string[]): string =>
  names.length <= 2 ? names.join(' and ') : `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function cadenceName(rotations: readonly Rotation[], form: BranchForm): string {
  const changed = rotations.filter(
    ({ id, cadenceWeeks }) => (form.cadence[id] ?? cadenceWeeks) !== cadenceWeeks,
  );
  const [first] = changed;
  if (first === undefined) return '';
  const weeks = form.cadence[first.id] ?? first.cadenceWeeks;
  if (!changed.every(({ id }) => form.cadence[id] === weeks)) return 'mixed cadences';
  return changed.length === rotations.length
    ? cadenceText(weeks)
    : `${listed(changed.map(({ name }) => name))} ${cadenceText(weeks)}`;
}

/** A name for a branch by what it changes: "Every two weeks, without Engineer 3"; "Planned anew" where it changes nothing. */
export function suggestedName(
  workspace: Workspace,
  rotations: readonly Rotation[],
  form: BranchForm,
): string {
  const without = form.without.map((id) => workspace.people[id]?.name ?? id);
  const parts = [
    cadenceName(rotations, form),
    without.length > 0 ? `without ${listed(without)}` : '',
    form.newcomer.trim() === '' ? '' : `with ${form.newcomer.trim()}`,
    form.policy === null ? '' : 'another policy',
  ].filter((part) => part !== '');
  return capital(parts.length === 0 ? 'planned anew' : parts.join(', '));
}

/** Room for a number behind a name, within the 200 characters that a plan’s name may have. */
const MOST_SUGGESTED = 180;
const MOST_TYPED = 200;

/** A name that no other plan of the quarter has: with a number where it is taken. */
export function freeName(wanted: string, taken: readonly string[]): string {
  const name = wanted.slice(0, MOST_SUGGESTED).trim();
  const same = (one: string) => taken.some((other) => other.trim().toLowerCase() === one.toLowerCase());
  if (!same(name)) return name;
  for (let number = 2; ; number += 1) if (!same(`${name} ${number}`)) return `${name} ${number}`;
}

/** What the plan that stands is called beside the named ones. */
export const PRESENT = 'Present plan';

/** Why a plan of the quarter cannot have this name, as a sentence; null where it can. */
export function nameRefusal(name: string, taken: readonly string[]): string | null {
  const wanted = name.trim().toLowerCase();
  if (wanted === PRESENT.toLowerCase()) return `${PRESENT} is what the plan that stands is called.`;
  return taken.some((other) => other.trim().toLowerCase() === wanted)
    ? 'Another plan of this quarter has this name.'
    : null;
}

/** What is wrong with the form; empty where nothing is. */
export function branchErrors(
  form: BranchForm,
  people: readonly string[],
  taken: readonly string[],
): BranchErrors {
  const refusal = form.name.trim() === '' ? null : nameRefusal(form.name, taken);
  const newcomer = form.newcomer.trim().toLowerCase();
  const time = Number(form.newcomerTime);
  return {
    ...(refusal === null ? {} : { name: refusal }),
    ...(form.name.trim().length > MOST_TYPED ? { name: `A name has at most ${MOST_TYPED} characters.` } : {}),
    ...(form.newcomer.trim().length > MOST_TYPED
      ? { newcomer: `A name has at most ${MOST_TYPED} characters.` }
      : {}),
    ...(newcomer !== '' && people.some((other) => other.trim().toLowerCase() === newcomer)
      ? { newcomer: 'Somebody in the team has this name.' }
      : {}),
    ...(newcomer !== '' && !(Number.isInteger(time) && time >= 1 && time <= 100)
      ? { newcomerTime: 'Give whole per cent, 1 to 100.' }
      : {}),
  };
}

/** The terms that the form asks for. */
export const termsOfForm = (form: BranchForm): BranchTerms => ({
  ...asItIs,
  cadence: form.cadence,
  without: form.without,
  joining:
    form.newcomer.trim() === ''
      ? []
      : [
          {
            name: form.newcomer.trim(),
            fullTimePercent: Number(form.newcomerTime),
            rotations: form.newcomerRotations,
          },
        ],
  policy: form.policy,
});
