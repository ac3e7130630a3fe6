import { diffWordsWithSpace } from 'diff';
import type { Runbook } from '../model/runbook.ts';

/** A piece of a text that stayed, came or went. */
export interface Piece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Edits between two texts that are looked for: beyond, a text counts as written anew, and the screen stays alive. */
const mostEdits = 4_000;

/** What became of one text on the way to another, word by word, whole where they have next to nothing in common. */
export function wordDiff(before: string, after: string): readonly Piece[] {
  const parts = diffWordsWithSpace(before, after, { maxEditLength: mostEdits });
  if (parts === undefined) {
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
  }
  return parts.map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}

type Field = keyof Runbook;

/** What the journal calls by its own place: it changes when others are moved, and says nothing about the text. */
const silent: ReadonlySet<Field> = new Set<Field>(['id', 'position']);

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The fields in which two versions of a runbook differ. */
export const changedFields = (before: Runbook, after: Runbook): readonly Field[] =>
  (Object.keys(after) as Field[]).filter((field) => !silent.has(field) && !same(before[field], after[field]));

export interface Rebased {
  readonly runbook: Runbook;
  /** Fields that changed on both sides to different values: mine stands. */
  readonly clashes: readonly Field[];
  /** Fields that were taken over, since nobody had touched them here. */
  readonly taken: readonly Field[];
}

/**
 * An edited runbook after somebody, or an undo, has changed the saved one underneath: fields that were not touched here
 * take the newer value, the others stay as they were typed.
 *
 * @param base what the editing began with
 */
export function rebased(base: Runbook, mine: Runbook, theirs: Runbook): Rebased {
  const newer = changedFields(base, theirs);
  const clashes = newer.filter(
    (field) => !same(mine[field], base[field]) && !same(mine[field], theirs[field]),
  );
  const taken = newer.filter((field) => same(mine[field], base[field]));
  const parts = Object.fromEntries(taken.map((field) => [field, theirs[field]]));
  return { runbook: { ...mine, ...parts }, clashes, taken };
}

/** A runbook as text in which all of it can be compared: fields first, then issues, then notes. Ids stand as `name` says them. */
export function versionText(runbook: Runbook, name: (id: string) => string): string {
  const named = (id: string | null): string => (id === null ? 'nobody' : name(id));
  const { pipeline, ownerPrimary, ownerSecondary, lastReviewedOn, reviewEveryMonths } = runbook;
  const facts = [
    `Title: ${runbook.title}`,
    `Pipeline: ${pipeline === null ? 'none' : name(pipeline)}`,
    `Tasks: ${runbook.tasks.map(name).join(', ')}`,
    `Audience: ${runbook.audience}`,
    `Primary owner: ${named(ownerPrimary)}`,
    `Secondary owner: ${named(ownerSecondary)}`,
    `Reviewed: ${lastReviewedOn ?? 'not yet'}, every ${String(reviewEveryMonths)} months`,
    ...runbook.dataTypes.map((it) => `Type of data: ${it}`),
    ...runbook.slas.map(
      (sla) =>
        `Service level: ${sla.text} (day ${String(sla.dayOfMonth ?? 'none')}, hours ${String(sla.resolveWithinHours ?? 'none')}, ${sla.severity ?? 'any severity'})`,
    ),
    ...runbook.links.map((it) => `Link: ${it.title} ${it.url}`),
  ];
  const issues = runbook.issues.flatMap(({ symptom, cause, steps, escalation }) => [
    '',
    `Issue: ${symptom}`,
    `Cause: ${cause}`,
    ...steps.map((step, index) => `${String(index + 1)}. ${step}`),
    `Escalation: ${escalation}`,
  ]);
  return [...facts, ...issues, '', runbook.body].join('\n');
}
