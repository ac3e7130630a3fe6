/** A value that holds from one moment to the next. */
export interface StepPoint {
  /** From 0, the left edge, to 1. */
  readonly x: number;
  /** From 0, the bottom, to 1. */
  readonly y: number;
}

interface Props {
  /** The picture in words: lines say nothing to a screen reader. */
  readonly label: string;
  readonly width: number;
  readonly height: number;
  /** The upper line, drawn solid. */
  readonly upper: readonly StepPoint[];
  /** The lower line, drawn dashed; what lies between the two is tinted. */
  readonly lower: readonly StepPoint[];
}

const EDGE = 2;

/** Corners of a line that keeps each value until the next one, up to the right edge, in px. */
function corners(
  points: readonly StepPoint[],
  { width, height }: Pick<Props, 'width' | 'height'>,
): readonly string[] {
  const place = (x: number, y: number): string =>
    `${(EDGE + x * (width - 2 * EDGE)).toFixed(1)},${(height - EDGE - y * (height - 2 * EDGE)).toFixed(1)}`;
  const steps = points.flatMap(({ x, y }, index) => {
    const before = points[index - 1];
    return before === undefined ? [place(x, y)] : [place(x, before.y), place(x, y)];
  });
  const last = points.at(-1);
  return last === undefined ? [] : [...steps, place(1, last.y)];
}

/** Two lines of steps that close in on each other. */
export function StepLines({ label, width, height, upper, lower }: Props) {
  const size = { width, height };
  const [above, below] = [corners(upper, size), corners(lower, size)];
  // Tinted only from where both lines are known.
  const from = Math.max(upper[0]?.x ?? 1, lower[0]?.x ?? 1);
  const since = (points: readonly StepPoint[]): readonly StepPoint[] => {
    const start = points.findLast(({ x }) => x <= from);
    return start === undefined ? [] : [{ x: from, y: start.y }, ...points.filter(({ x }) => x > from)];
  };
  const between = [...corners(since(upper), size), ...corners(since(lower), size).toReversed()];
  return (
    <svg role="img" aria-label={label} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      {above.length > 0 && below.length > 0 ? (
        <polygon points={between.join(' ')} className="fill-accent/12 forced-colors:fill-none" />
      ) : null}
      <polyline
        points={below.join(' ')}
        className="fill-none stroke-muted"
        strokeWidth={1.5}
        strokeDasharray="3 2.5"
      />
      <polyline points={above.join(' ')} className="fill-none stroke-accent" strokeWidth={2} />
    </svg>
  );
}
