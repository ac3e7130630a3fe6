import type { Issue, Runbook, Sla } from '../model/runbook.ts';
import type { Workspace } from '../model/workspace.ts';
import { promiseOf } from '../runbooks/promise.ts';
import { namingOf } from './runbook-who.ts';

/** Which field of a runbook each key of its front matter says, in the order in which they are written. */
const fields = {
  title: 'title',
  pipeline: 'pipeline',
  tasks: 'tasks',
  audience: 'audience',
  data_types: 'dataTypes',
  owner_primary: 'ownerPrimary',
  owner_secondary: 'ownerSecondary',
  slas: 'slas',
  issues: 'issues',
  links: 'links',
  last_reviewed_on: 'lastReviewedOn',
  review_in: 'reviewEveryMonths',
} as const satisfies Readonly<Record<string, keyof Runbook>>;

type Key = keyof typeof fields;

const keys = Object.keys(fields) as readonly Key[];

/** A value as it is compared: a file's lines and paragraphs are read without the blanks around them. */
const compared = (value: unknown): string =>
  JSON.stringify(value, (_key, one: unknown) =>
    typeof one === 'string' ? one.replace(/\s+/g, ' ').trim() : one,
  );

/** The keys of which two versions of a runbook say different things. */
export const keysThatDiffer = (one: Runbook, other: Runbook): readonly string[] =>
  keys.filter((key) => compared(one[fields[key]]) !== compared(other[fields[key]]));

function promise({ text, dayOfMonth, resolveWithinHours, severity }: Sla): unknown {
  const read = promiseOf(text);
  const said = {
    ...(read.dayOfMonth === dayOfMonth ? {} : { deadline: dayOfMonth }),
    ...(read.resolveWithinHours === resolveWithinHours
      ? {}
      : { resolve_within: resolveWithinHours === null ? null : `${String(resolveWithinHours)} hours` }),
    ...(read.severity === severity ? {} : { severity }),
  };
  return Object.keys(said).length === 0 ? text : { text, ...said };
}

function issue({ symptom, cause, steps, escalation }: Issue): unknown {
  const said = {
    ...(cause === '' ? {} : { cause }),
    ...(steps.length === 0 ? {} : { steps }),
    ...(escalation === '' ? {} : { escalation }),
  };
  return Object.keys(said).length === 0 ? symptom : { symptom, ...said };
}

/** What each key says of a runbook: people, pipelines and tasks by what the team calls them, by their id where that is not unambiguous. */
export function keyValues(workspace: Workspace, runbook: Runbook): ReadonlyMap<string, unknown> {
  const naming = namingOf(workspace);
  const called = <Id extends string>(
    id: Id | null,
    names: readonly (string | undefined)[],
    find: (said: string) => Id | null,
  ): string | null =>
    id === null ? null : (names.find((one) => one !== undefined && find(one) === id) ?? id);
  const person = (id: Runbook['ownerPrimary']) =>
    called(id, id === null ? [] : [workspace.people[id]?.name], naming.person);
  const { pipeline, tasks, reviewEveryMonths } = runbook;
  const said: Readonly<Record<Key, unknown>> = {
    title: runbook.title,
    pipeline: called(
      pipeline,
      pipeline === null ? [] : [workspace.pipelines[pipeline]?.name],
      naming.pipeline,
    ),
    tasks: tasks.map((id) => called(id, [workspace.tasks[id]?.code, workspace.tasks[id]?.name], naming.task)),
    audience: runbook.audience,
    data_types: runbook.dataTypes,
    owner_primary: person(runbook.ownerPrimary),
    owner_secondary: person(runbook.ownerSecondary),
    slas: runbook.slas.map(promise),
    issues: runbook.issues.map(issue),
    links: runbook.links.map(({ title, url }) => (title === url ? url : { title, url })),
    last_reviewed_on: runbook.lastReviewedOn,
    review_in: reviewEveryMonths === 1 ? '1 month' : `${String(reviewEveryMonths)} months`,
  };
  return new Map(keys.map((key) => [key, said[key]]));
}
