import type { Runbook } from '../model/runbook.ts';

const names: Readonly<Record<keyof Runbook, string>> = {
  id: 'id',
  title: 'title',
  pipeline: 'pipeline',
  tasks: 'tasks',
  audience: 'audience',
  dataTypes: 'types of data',
  ownerPrimary: 'primary owner',
  ownerSecondary: 'secondary owner',
  ownersKept: 'settled owners',
  issues: 'common issues',
  slas: 'service levels',
  links: 'links',
  lastReviewedOn: 'last review',
  reviewEveryMonths: 'review interval',
  frontMatter: 'front matter',
  body: 'notes',
  position: 'place in the list',
};

/** Fields of a runbook as they are called on its form: `title, service levels`. */
export const fieldsText = (fields: readonly (keyof Runbook)[]): string =>
  fields.map((field) => names[field]).join(', ');
