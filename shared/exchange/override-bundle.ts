/** Somebody on call from one moment to another, in milliseconds since 1970; the end is not included. */
export interface Turn {
  readonly start: number;
  readonly end: number;
  readonly user: string;
}

/** A turn as it stands at the service, with what it comes from: a rotation's id, or null where the service does not say. */
export interface LiveTurn extends Turn {
  readonly source: string | null;
}

/** One thing to lay over what is there. */
export interface Piece extends Turn {
  /** Whose time it takes over; null where nobody is on call. */
  readonly over: { readonly user: string; readonly source: string | null } | null;
}

/** What may be joined into one piece: on older schedules whatever touches, on newer ones only what lies over the same turn. */
export type Joining = 'by-user' | 'by-user-and-source';

const byStart = (one: Turn, other: Turn): number => one.start - other.start || one.end - other.end;

/** Turns in order, those of one person that touch or overlap as one: two plans are the same where these are. */
export function joined(turns: readonly Turn[]): readonly Turn[] {
  const out: Turn[] = [];
  for (const turn of [...turns].filter(({ start, end }) => start < end).sort(byStart)) {
    const last = out.at(-1);
    if (last?.user === turn.user && turn.start <= last.end)
      out[out.length - 1] = { ...last, end: Math.max(last.end, turn.end) };
    else out.push({ start: turn.start, end: turn.end, user: turn.user });
  }
  return out;
}

/** The parts of turns that lie in a window. */
export const clipped = <One extends Turn>(
  turns: readonly One[],
  from: number,
  until: number,
): readonly One[] =>
  turns
    .map((turn) => ({ ...turn, start: Math.max(turn.start, from), end: Math.min(turn.end, until) }))
    .filter(({ start, end }) => start < end);

/**
 * Who is on call when later turns of the list lie over earlier ones: in order, none overlapping. Painted from the top down, each stretch of
 * time once, so that ten thousand turns take no longer than it takes to sort them.
 */
export function painted<One extends Turn>(layers: readonly One[]): readonly One[] {
  const turns = layers.filter(({ start, end }) => start < end);
  const cuts = [...new Set(turns.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const placeOf = new Map(cuts.map((cut, place) => [cut, place]));
  const holders: (One | undefined)[] = cuts.map(() => undefined);
  // From each stretch the next that nobody holds yet: itself, or by way of those that are held.
  const next = cuts.map((_, place) => place);
  const free = (place: number): number => {
    let at = place;
    while ((next[at] ?? at) !== at) {
      next[at] = next[next[at] ?? at] ?? at;
      at = next[at] ?? at;
    }
    return at;
  };
  for (const turn of turns.toReversed()) {
    const stop = placeOf.get(turn.end) ?? 0;
    for (let at = free(placeOf.get(turn.start) ?? 0); at < stop; at = free(at)) {
      holders[at] = turn;
      next[at] = at + 1;
    }
  }
  const out: One[] = [];
  holders.forEach((holder, place) => {
    const [start, end] = [cuts[place] ?? 0, cuts[place + 1] ?? 0];
    if (holder !== undefined && holder === holders[place - 1])
      out[out.length - 1] = { ...holder, start: out.at(-1)?.start ?? start, end };
    else if (holder !== undefined) out.push({ ...holder, start, end });
  });
  return out;
}

/** Turns without the time that others take up. */
export function outside<One extends Turn>(turns: readonly One[], others: readonly Turn[]): readonly One[] {
  let left = [...turns];
  for (const other of others) {
    left = left.flatMap((turn) =>
      turn.start < other.end && other.start < turn.end
        ? [
            { ...turn, end: Math.min(turn.end, other.start) },
            { ...turn, start: Math.max(turn.start, other.end) },
          ].filter(({ start, end }) => start < end)
        : [turn],
    );
  }
  return left.sort(byStart);
}

/**
 * The fewest pieces that, laid over `live`, put everybody on call as `wanted`. Time is cut at each boundary of either; slices in
 * which the person differs are kept, and those that touch are joined. Where nobody is wanted, what is live stays: nothing laid
 * over it can take a person away.
 *
 * @param live nobody twice at one time
 * @param wanted nobody twice at one time
 */
export function bundleOf(
  live: readonly LiveTurn[],
  wanted: readonly Turn[],
  joining: Joining,
): readonly Piece[] {
  const cuts = [...new Set([...live, ...wanted].flatMap(({ start, end }) => [start, end]))].sort(
    (a, b) => a - b,
  );
  const below = [...live].sort(byStart);
  const above = [...wanted].sort(byStart);
  const pieces: Piece[] = [];
  let [atBelow, atAbove] = [0, 0];
  for (let index = 0; index + 1 < cuts.length; index++) {
    const [start, end] = [cuts[index] ?? 0, cuts[index + 1] ?? 0];
    while ((below[atBelow]?.end ?? Infinity) <= start) atBelow++;
    while ((above[atAbove]?.end ?? Infinity) <= start) atAbove++;
    const now = below[atBelow];
    const next = above[atAbove];
    if (next === undefined || next.start > start) continue;
    const there = now !== undefined && now.start <= start ? now : null;
    if (there?.user === next.user) continue;
    const over = there === null ? null : { user: there.user, source: there.source };
    const last = pieces.at(-1);
    if (last?.end === start && last.user === next.user && mayJoin(last.over, over, joining))
      pieces[pieces.length - 1] = { ...last, end, over: last.over ?? over };
    else pieces.push({ start, end, user: next.user, over });
  }
  return pieces;
}

const mayJoin = (one: Piece['over'], other: Piece['over'], joining: Joining): boolean =>
  joining === 'by-user' || (one?.user === other?.user && one?.source === other?.source);
