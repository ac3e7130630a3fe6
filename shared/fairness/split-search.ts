/** Who should own which role of which task, as plain numbers: duties and people go by their place. */
export interface SplitProblem {
  /** Weight of each duty, in q a week. */
  readonly weights: readonly number[];
  /** The task of each duty: its roles need two people. */
  readonly tasks: readonly number[];
  /** Who owns each duty now; −1 where somebody has to be found for it. */
  readonly owners: readonly number[];
  /** Share of full time of each person: what their fair part goes by. At least one, and none is 0. */
  readonly shares: readonly number[];
  /** Whether somebody knows a duty's task or pipeline already: of equally even splits the one that asks less learning is better. */
  readonly knows: (duty: number, person: number) => boolean;
  /** What is to be even first; the other one decides between equals. */
  readonly by: 'weight' | 'number';
}

/** The best split with at most so many changes, and its price; smaller is more even. */
export interface SplitFound {
  readonly owners: readonly number[];
  readonly changes: number;
  readonly price: number;
}

export interface SplitAnswer {
  /** Best first by changes: each is more even than the one before it. */
  readonly found: readonly SplitFound[];
  /** True where every split was looked at or ruled out by a bound. */
  readonly exact: boolean;
}

/** Partial splits looked at before the exact search gives up. */
const MOST_NODES = 40_000;
/** Duties times people beyond which it is not begun: no team of this size was ever searched through. */
const MOST_CELLS = 150;
/** Far below any difference of weights (multiples of a half, squared), far above rounding. */
const TIE = 1e-4;
const NOISE = 1e-7;

interface Pricing {
  /** Squares count this much for weights and for numbers. */
  readonly weight: number;
  readonly number: number;
}

const pricings: Readonly<Record<SplitProblem['by'], Pricing>> = {
  weight: { weight: 1, number: TIE },
  number: { weight: TIE, number: 1 },
};

/** A split that is being made: what everybody has, less what would be fair. */
class Tally {
  readonly weight: number[];
  readonly number: number[];
  readonly #problem: SplitProblem;
  readonly #pricing: Pricing;
  #squares = { weight: 0, number: 0 };
  strangers = 0;
  changes = 0;

  constructor(problem: SplitProblem) {
    this.#problem = problem;
    this.#pricing = pricings[problem.by];
    const all = problem.shares.reduce((sum, share) => sum + share, 0);
    const whole = problem.weights.reduce((sum, weight) => sum + weight, 0);
    this.weight = problem.shares.map((share) => (-whole * share) / all);
    this.number = problem.shares.map((share) => (-problem.weights.length * share) / all);
    const squares = (figures: readonly number[]): number =>
      figures.reduce((sum, figure) => sum + figure * figure, 0);
    this.#squares = { weight: squares(this.weight), number: squares(this.number) };
  }

  /** Gives a duty to somebody (+1), or takes it back (−1). */
  add(duty: number, person: number, sign: 1 | -1): void {
    const [weight, number] = [this.weight[person] ?? 0, this.number[person] ?? 0];
    const more = sign * (this.#problem.weights[duty] ?? 0);
    this.weight[person] = weight + more;
    this.number[person] = number + sign;
    this.#squares.weight += more * (2 * weight + more);
    this.#squares.number += sign * (2 * number + sign);
    if (this.#problem.owners[duty] === person) return;
    this.changes += sign;
    if (!this.#problem.knows(duty, person)) this.strangers += sign;
  }

  /** What moving weight and number from one person to another does to the price; who learns something new left aside. */
  moved(from: number, to: number, weight: number, number: number): number {
    const change = (figures: readonly number[], by: number): number =>
      2 * by * ((figures[to] ?? 0) - (figures[from] ?? 0) + by);
    return (
      this.#priced(change(this.weight, weight), change(this.number, number)) - TIE * TIE * this.strangers
    );
  }

  price(): number {
    return this.#priced(this.#squares.weight, this.#squares.number);
  }

  /**
   * No way to give out what is left costs less. Whoever is above the fair part stays so, and the rest of the team is then that
   * much below it together: at best each alike.
   */
  bound(): number {
    const least = (figures: readonly number[]): number => {
      let [squares, above, others] = [0, 0, 0];
      for (const figure of figures) {
        if (figure <= 0) others += 1;
        else {
          squares += figure * figure;
          above += figure;
        }
      }
      return others === 0 ? squares : squares + (above * above) / others;
    };
    return this.#priced(least(this.weight), least(this.number));
  }

  #priced(weight: number, number: number): number {
    return this.#pricing.weight * weight + this.#pricing.number * number + TIE * TIE * this.strangers;
  }
}

/** The best found by number of changes: `best[k]` has at most k of them. */
class Best {
  readonly byChanges: (SplitFound | null)[];

  constructor(duties: number) {
    this.byChanges = Array.from({ length: duties + 1 }, () => null);
  }

  /** What a split with so many changes has to beat. */
  toBeat(changes: number): number {
    return this.byChanges[changes]?.price ?? Infinity;
  }

  offer(owners: readonly number[], changes: number, price: number): void {
    let kept: readonly number[] | null = null;
    for (let most = changes; most < this.byChanges.length && price < this.toBeat(most) - NOISE; most++) {
      kept ??= [...owners];
      this.byChanges[most] = { owners: kept, changes, price };
    }
  }
}

/** The other role of each duty's task; −1 where there is none. */
const partnersOf = ({ tasks }: SplitProblem): readonly number[] =>
  tasks.map((task, duty) => tasks.findIndex((other, place) => place !== duty && other === task));

/** Duties that go to other people, together. */
type Move = readonly (readonly [duty: number, to: number])[];

/** Improves a split by the best gift or exchange until none helps, and offers every step of it. */
function descend(problem: SplitProblem, partners: readonly number[], best: Best): void {
  const tally = new Tally(problem);
  const owners = [...problem.owners];
  const free = (duty: number, person: number): boolean => owners[partners[duty] ?? -1] !== person;
  const heaviestFirst = problem.weights
    .map((_, duty) => duty)
    .sort((a, b) => (problem.weights[b] ?? 0) - (problem.weights[a] ?? 0));
  owners.forEach((owner, duty) => {
    if (owner >= 0) tally.add(duty, owner, 1);
  });
  for (const duty of heaviestFirst) {
    if ((owners[duty] ?? -1) >= 0) continue;
    const lightest = problem.shares
      .map((_, person) => person)
      .filter((person) => free(duty, person))
      .sort((a, b) => (tally.weight[a] ?? 0) - (tally.weight[b] ?? 0))[0];
    if (lightest === undefined) return;
    owners[duty] = lightest;
    tally.add(duty, lightest, 1);
  }
  const give = (duty: number, to: number): void => {
    tally.add(duty, owners[duty] ?? 0, -1);
    owners[duty] = to;
    tally.add(duty, to, 1);
  };
  let price = tally.price();
  best.offer(owners, tally.changes, price);
  /** Tries gifts and exchanges that make it more even; null when none does. */
  const mostHelpful = (): Move | null => {
    let found: Move | null = null;
    let least = price;
    const consider = (move: Move): void => {
      const was = move.map(([duty]) => owners[duty] ?? 0);
      for (const [duty, to] of move) give(duty, to);
      if (move.every(([duty, to]) => free(duty, to))) {
        const cost = tally.price();
        best.offer(owners, tally.changes, cost);
        if (cost < least - NOISE) [least, found] = [cost, move];
      }
      move.forEach(([duty], place) => give(duty, was[place] ?? 0));
    };
    problem.weights.forEach((weight, one) => {
      const owner = owners[one] ?? 0;
      for (let to = 0; to < problem.shares.length; to++)
        if (to !== owner && tally.moved(owner, to, weight, 1) < -NOISE) consider([[one, to]]);
      for (let other = one + 1; other < owners.length; other++) {
        const holder = owners[other] ?? 0;
        const more = weight - (problem.weights[other] ?? 0);
        if (holder === owner || tally.moved(owner, holder, more, 0) >= -NOISE) continue;
        consider([
          [one, holder],
          [other, owner],
        ]);
      }
    });
    price = least;
    return found;
  };
  for (let next = mostHelpful(); next !== null; next = mostHelpful())
    for (const [duty, to] of next) give(duty, to);
}

/** Looks at every split that a bound does not rule out, heaviest duty first; false when it gave up. */
function enumerate(problem: SplitProblem, partners: readonly number[], best: Best): boolean {
  const tally = new Tally(problem);
  const owners = problem.weights.map(() => -1);
  const order = problem.weights
    .map((_, duty) => duty)
    .sort((a, b) => (problem.weights[b] ?? 0) - (problem.weights[a] ?? 0));
  // The present owner first: what changes little comes early, and is what the rest has to beat.
  const people = problem.shares.map((_, person) => person);
  const candidates = problem.owners.map((owner) =>
    [...people].sort((a, b) => Number(b === owner) - Number(a === owner)),
  );
  let nodes = 0;
  const visit = (depth: number): boolean => {
    nodes += 1;
    if (nodes > MOST_NODES) return false;
    const duty = order[depth];
    if (duty === undefined) {
      best.offer(owners, tally.changes, tally.price());
      return true;
    }
    const partner = owners[partners[duty] ?? -1];
    return (
      candidates[duty]?.every((person) => {
        if (person === partner) return true;
        owners[duty] = person;
        tally.add(duty, person, 1);
        const going = tally.bound() >= best.toBeat(tally.changes) - NOISE || visit(depth + 1);
        tally.add(duty, person, -1);
        owners[duty] = -1;
        return going;
      }) ?? true
    );
  };
  return visit(0);
}

/**
 * The most even splits by number of changes: what one handover could do, two, and so on. Small teams are searched through; for
 * larger ones it is the best that gifts and exchanges reach.
 */
export function searchSplits(problem: SplitProblem): SplitAnswer {
  const partners = partnersOf(problem);
  const best = new Best(problem.weights.length);
  descend(problem, partners, best);
  const exact =
    problem.weights.length * problem.shares.length <= MOST_CELLS && enumerate(problem, partners, best);
  const found = best.byChanges.filter(
    (one, most) => one !== null && one !== best.byChanges[most - 1],
  ) as SplitFound[];
  return { found, exact };
}
