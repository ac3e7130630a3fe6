/** A body to begin with. */
export interface RunbookTemplate {
  readonly id: 'pipeline' | 'alert' | 'recovery';
  readonly title: string;
  /** When to take it. */
  readonly use: string;
  readonly body: string;
}

/** Headings that a reader at night looks for. */
const pipeline = `## What this pipeline does

Who reads its figures, where the data comes from, and by when it has to be there.

## Before you change anything

- [ ] Note what you see, with the time.
- [ ] Say in the team’s channel that you look at it.

## Where to look

| Question | Place |
| --- | --- |
| Did the last run finish? | |
| Did all data arrive? | |

## Who decides what

## Afterwards

- [ ] Write down what happened, and what would have told you sooner.
`;

/** The four questions of an alert, in the order in which they are asked. */
const alert = `## Meaning

What this alert says, in one sentence, and what has to be true for it to fire.

## Impact

Who notices, and how soon. What still works.

## Diagnosis

1. Where to look first.
2. What tells this cause from the others.

## Mitigation

1. The first safe action.
2. How to see that it helped.
3. How to take it back.
`;

const recovery = `## When this is needed

Which days or figures are missing or wrong, and who decided to load them again.

## Before

- [ ] Nothing else writes the same days.
- [ ] The figures as they stand are kept: where.

## Steps

1. Load one day, and compare it by hand.
2. Load the rest, the oldest day first.
3. Compare totals before and after.

## How to take it back

## Afterwards

- [ ] Tell those who read the figures which days changed, and by how much.
`;

export const runbookTemplates: readonly RunbookTemplate[] = [
  { id: 'pipeline', title: 'Pipeline', use: 'What it does, where to look, who decides', body: pipeline },
  { id: 'alert', title: 'Alert', use: 'Meaning, Impact, Diagnosis, Mitigation', body: alert },
  { id: 'recovery', title: 'Recovery', use: 'Data that has to be loaded again', body: recovery },
];

/** Whether a body is a template that nobody has written into yet, or nothing at all: it may be exchanged for another. */
export const isUntouched = (body: string): boolean =>
  body.trim() === '' || runbookTemplates.some((it) => it.body === body);
