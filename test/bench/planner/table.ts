import type { InstanceRow } from './measure.ts';
import type { RosterRow } from './rosters.ts';

const dash = (value: number | null, text: (value: number) => string): string => (value === null ? '–' : text(value));
const cost = (value: number | null): string => dash(value, (one) => String(Math.round(one)));
const seconds = (value: number | null): string => dash(value, (one) => (one < 10 ? one.toFixed(2) : one.toFixed(1)));
const score = (value: number | null): string => dash(value, (one) => one.toFixed(1));
const part = (value: number | null): string => dash(value, (one) => one.toFixed(3));

/** Columns padded to their widest cell; all but the first to the right. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) => row.map((text, column) => (column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0))).join('  ').trimEnd()).join('\n');
}

const provenCell = (row: InstanceRow): string => `${seconds(row.provenSeconds)} (${row.proven}/${row.seeds})`;

export function ourTable(rows: readonly InstanceRow[]): string {
  const head = ['', 'people', 'slots', 'first s', 'first', '0.1 s', '1 s', '10 s', 'best', 'bound', 'optimum', 'proof s', 'gap', 'score', 'round robin', 'S', 'longest idle', 'S', 'least loaded', 'S', 'CPU s', 'MB'];
  const beside = ({ cost: total, gaps, score: s }: InstanceRow['beside'][keyof InstanceRow['beside']]) => [`${cost(total)}${gaps > 0 ? ` +${gaps} open` : ''}`, score(s)];
  const lines = rows.map((row) => [
    row.instance,
    String(row.people),
    String(row.slots),
    seconds(row.firstPlanSeconds),
    cost(row.firstPlanCost),
    cost(row.cost01),
    cost(row.cost1),
    cost(row.cost10),
    cost(row.cost),
    cost(row.bound),
    cost(row.optimum),
    provenCell(row),
    dash(row.worstGapWishes, (gap) => (gap === 0 ? '0' : `${row.gapWishes ?? '–'} (${gap})`)),
    score(row.score),
    ...beside(row.beside['round robin']),
    ...beside(row.beside['longest idle']),
    ...beside(row.beside['least loaded']),
    seconds(row.cpuSeconds),
    cost(row.memoryMB),
  ]);
  return table([head, ...lines]);
}

export function peerTable(rows: readonly InstanceRow[]): string {
  const head = ['', 'solver', '0.1 s', '1 s', '10 s', 'end', 'bound', 'proof s', '÷ ours', 'excess', 'CPU s', 'MB'];
  const lines = rows.flatMap((row) => [
    [row.instance, 'ours', cost(row.cost01), cost(row.cost1), cost(row.cost10), cost(row.cost), cost(row.bound), seconds(row.provenSeconds), '1', part(row.excess10), seconds(row.cpuSeconds), cost(row.memoryMB)],
    ...row.peers.map((peer) => [
      row.instance,
      peer.solver,
      cost(peer.cost01),
      cost(peer.cost1),
      cost(peer.cost10),
      cost(peer.cost),
      cost(peer.bound),
      seconds(peer.provenSeconds),
      dash(peer.proofRatio, (one) => one.toFixed(2)),
      part(peer.excess10),
      seconds(peer.cpuSeconds),
      cost(peer.memoryMB),
    ]),
  ]);
  return table([head, ...lines]);
}

export function rosterTable(rows: readonly RosterRow[]): string {
  const peers = rows[0]?.peers.map(({ solver }) => solver) ?? [];
  const head = ['file', 'cost', 'bound', 'proven', 's', ...peers.flatMap((solver) => [`${solver} s`, '÷ ours'])];
  const lines = rows.map((row) => [
    row.file,
    cost(row.objective),
    cost(row.bound),
    row.proven ? 'yes' : 'no',
    seconds(row.seconds),
    ...row.peers.flatMap((peer) => [peer.proven ? seconds(peer.seconds) : `(${seconds(peer.seconds)})`, peer.ratio.toFixed(2)]),
  ]);
  return table([head, ...lines]);
}

export interface Summary {
  readonly solver: string;
  /** Their time to proof over ours, on instances that both proved. */
  readonly medianRatio: number | null;
  readonly worstRatio: number | null;
  /** Instances that only one of us proved, or that they proved sooner. */
  readonly onlyOurs: readonly string[];
  readonly onlyTheirs: readonly string[];
  readonly theirsSooner: readonly string[];
}

/** Who proves sooner, solver by solver: also where that is not us. */
export function summaries(rows: readonly InstanceRow[]): readonly Summary[] {
  const solvers = [...new Set(rows.flatMap(({ peers }) => peers.map(({ solver }) => solver)))];
  return solvers.map((solver) => {
    const pairs = rows.flatMap((row) => row.peers.filter((peer) => peer.solver === solver).map((peer) => ({ row, peer })));
    const ratios = pairs.flatMap(({ peer }) => peer.proofRatio ?? []).sort((a, b) => a - b);
    const names = (holds: (pair: (typeof pairs)[number]) => boolean) => pairs.filter(holds).map(({ row }) => row.instance);
    return {
      solver,
      medianRatio: ratios[Math.floor(ratios.length / 2)] ?? null,
      worstRatio: ratios[0] ?? null,
      onlyOurs: names(({ row, peer }) => row.provenSeconds !== null && peer.provenSeconds === null),
      onlyTheirs: names(({ row, peer }) => row.provenSeconds === null && peer.provenSeconds !== null),
      theirsSooner: names(({ peer }) => peer.proofRatio !== null && peer.proofRatio < 1),
    };
  });
}

export function summaryTable(found: readonly Summary[]): string {
  const head = ['time to proof ÷ ours', 'median', 'worst for us', 'only we prove', 'only they prove', 'they are sooner'];
  const list = (names: readonly string[]) => (names.length === 0 ? '–' : names.join(' '));
  const ratio = (value: number | null) => dash(value, (one) => one.toFixed(2));
  return table([head, ...found.map((one) => [one.solver, ratio(one.medianRatio), ratio(one.worstRatio), list(one.onlyOurs), list(one.onlyTheirs), list(one.theirsSooner)])]);
}
