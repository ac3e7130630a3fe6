/**
 * `npm run bench -- --baseline FILE`: this build beside another one. FILE is the folder of another checkout, which is then measured in
 * turns with this one, so that a machine that slows down slows both; or what `npm run bench -- --json` printed at another time, which is
 * compared once, and says so.
 */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { say, stop } from './place.mjs';
import { quietly } from './run.mjs';

const ROUNDS = 3;

const keyOf = ({ host, measure }) => `${host}\n${measure}`;

const median = (values) => {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

function rowsIn(text, where) {
  try {
    const { rows } = JSON.parse(text);
    if (Array.isArray(rows)) return rows.filter((row) => !row.absent);
  } catch {
    // said below
  }
  return stop(`${where} holds no rows of \`npm run bench -- --json\``);
}

/** The rows of the other build, measured in its own folder by its own program. */
async function measureThere(folder, filter) {
  const { stdout, stderr } = await quietly(
    process.execPath,
    [join(folder, 'build/bench.mjs'), '--json', ...filter],
    {
      cwd: folder,
      env: process.env,
    },
  );
  // Installing and building may say something first: the rows are the last thing that is printed.
  const begins = stdout.search(/^\{$/m);
  if (begins < 0) stop(`the other build could not be measured:\n${stderr}`);
  return rowsIn(stdout.slice(begins), folder);
}

function kindOf(baseline) {
  try {
    return statSync(baseline).isDirectory() ? 'folder' : 'file';
  } catch {
    return stop(`--baseline ${baseline} is neither a file nor a folder`);
  }
}

/**
 * @param measureHere () => Promise<row[]>, the rows of this build
 * @returns one row for each measure that both have: medians over the rounds, their ratio (this build over the other), and the smallest and
 * largest ratio of a round
 */
export async function compareBuilds(baseline, filter, measureHere) {
  const isFolder = kindOf(baseline) === 'folder';
  const rounds = [];
  for (let round = 0; round < (isFolder ? ROUNDS : 1); round++) {
    if (isFolder) say(`round ${round + 1} of ${ROUNDS}: the other build, then this one`);
    else
      say(
        `${baseline} was measured at another time: its ratios hold only on the same, equally quiet machine`,
      );
    const there = isFolder
      ? await measureThere(baseline, filter)
      : rowsIn(readFileSync(baseline, 'utf8'), baseline);
    rounds.push({ there, here: (await measureHere()).filter((row) => !row.absent) });
  }
  const found = new Map();
  for (const { there, here } of rounds) {
    const before = new Map(there.map((row) => [keyOf(row), row]));
    for (const row of here) {
      const other = before.get(keyOf(row));
      if (other === undefined || !(other.median > 0)) continue;
      const entry = found.get(keyOf(row)) ?? { row, pairs: [] };
      entry.pairs.push([other.median, row.median]);
      found.set(keyOf(row), entry);
    }
  }
  return [...found.values()].map(({ row, pairs }) => {
    const ratios = pairs.map(([theirs, ours]) => ours / theirs);
    return {
      host: row.host,
      measure: row.measure,
      unit: row.unit,
      baseline: median(pairs.map(([theirs]) => theirs)),
      median: median(pairs.map(([, ours]) => ours)),
      ratio: median(ratios),
      least: Math.min(...ratios),
      most: Math.max(...ratios),
      rounds: pairs.length,
    };
  });
}
