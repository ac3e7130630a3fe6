import type { Outcome, Torture } from './torture.ts';

export interface Row {
  readonly torture: Torture;
  readonly seed: number;
  readonly count: number;
  readonly seconds: number;
  readonly outcome: Outcome;
}

const mostFailuresTold = 10;

/** A torture whose every part was left out has no result; one that ran in part passes or fails by what ran. */
const resultOf = ({ ran, failures, leftOut }: Outcome): 'passed' | 'failed' | 'left out' =>
  failures.length > 0 ? 'failed' : ran === 0 && leftOut !== null ? 'left out' : 'passed';

export const hasFailed = ({ outcome }: Row): boolean => resultOf(outcome) === 'failed';

const commandFor = ({ torture, count, seed }: Row): string =>
  `npm run torture -- ${torture.name}${count === Infinity ? '' : ` --count ${count}`} --seed ${seed}`;

export function printList(tortures: readonly Torture[], json: boolean): void {
  if (json) {
    const list = tortures.map(({ name, promise, unit, full, short }) => ({ name, promise, unit, full, short }));
    process.stdout.write(`${JSON.stringify(list, null, 2)}\n`);
    return;
  }
  const wide = Math.max(...tortures.map(({ name }) => name.length));
  for (const { name, promise, unit, full, short } of tortures)
    process.stdout.write(`${name.padEnd(wide)}  ${full} ${unit} (${short} in npm test)\n${' '.repeat(wide)}  ${promise}\n`);
}

/** The table, what failed with the command that repeats it, what was left out with its reason; last the counts. */
export function printTable(rows: readonly Row[], json: boolean): void {
  if (json) process.stdout.write(`${JSON.stringify(asJson(rows), null, 2)}\n`);
  else process.stdout.write(`${linesOf(rows).join('\n')}\n`);
}

const countsOf = (rows: readonly Row[]): { passed: number; failed: number; leftOut: number } => {
  const results = rows.map(({ outcome }) => resultOf(outcome));
  return {
    passed: results.filter((result) => result === 'passed').length,
    failed: results.filter((result) => result === 'failed').length,
    leftOut: rows.filter(({ outcome }) => outcome.leftOut !== null).length,
  };
};

const asJson = (rows: readonly Row[]): unknown => ({
  tortures: rows.map((row) => ({
    test: row.torture.name,
    count: row.outcome.ran,
    unit: row.torture.unit,
    result: resultOf(row.outcome),
    seen: row.outcome.seen,
    seconds: Number(row.seconds.toFixed(1)),
    command: commandFor(row),
    failures: row.outcome.failures,
    leftOut: row.outcome.leftOut,
  })),
  ...countsOf(rows),
});

function linesOf(rows: readonly Row[]): readonly string[] {
  const cells = [
    ['test', 'count', 'result', 'seconds', 'seen'],
    ...rows.map(({ torture, outcome, seconds }) => [
      torture.name,
      `${outcome.ran} ${torture.unit}`,
      resultOf(outcome),
      seconds.toFixed(1),
      outcome.seen,
    ]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  const table = cells.map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd());
  const { passed, failed } = countsOf(rows);
  return [...table, '', ...rows.flatMap(failuresOf), ...rows.flatMap(leftOutOf), `${passed} passed, ${failed} failed`];
}

function failuresOf(row: Row): readonly string[] {
  const { failures } = row.outcome;
  if (failures.length === 0) return [];
  const told = failures.slice(0, mostFailuresTold).flatMap(({ where, what, seed }) => [
    `✗ ${row.torture.name}, ${where}: ${what}`,
    `  again: ${seed === null ? commandFor(row) : commandFor({ ...row, count: 1, seed })}`,
  ]);
  const rest = failures.length - mostFailuresTold;
  return [...told, ...(rest > 0 ? [`  and ${rest} more; the whole run: ${commandFor(row)}`] : []), ''];
}

const leftOutOf = ({ torture, outcome }: Row): readonly string[] =>
  outcome.leftOut === null ? [] : [`– ${torture.name} left out: ${outcome.leftOut}`];
