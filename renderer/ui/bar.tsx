import { percentOf } from './bar-scale.ts';

interface Props {
  /** The whole bar in words: colour and length say nothing to a screen reader. */
  readonly label: string;
  readonly value: number;
  /** What the bar is measured against, drawn as a line; null draws none. */
  readonly mark: number | null;
  /** Around the mark nothing is felt as unfair: half the width of that band. */
  readonly band: number;
  /** The right end, the same for all bars that are compared. */
  readonly scale: number;
  /** Where the value stood before a change that is only being tried. */
  readonly before?: number | null;
  readonly tone?: 'even' | 'over' | 'under';
}

const fills = { even: 'bg-accent', over: 'bg-warning', under: 'bg-accent/55' } as const;

/** Least width of the band in px: a narrow one is drawn wider than it is, so that it shows beside the mark. */
const leastBand = 6;

/**
 * A value on a scale, with the mark it is judged by and the band in which it counts as even. Nothing in it is clipped or moved by a
 * transform: a team has sixty of these, and each would be a layer to paint.
 */
export function Bar({ label, value, mark, band, scale, before = null, tone = 'even' }: Props) {
  const at = (amount: number) => `${percentOf(amount, scale)}%`;
  const [from, until] =
    mark === null ? [0, 0] : [percentOf(mark - band, scale), percentOf(mark + band, scale)];
  return (
    <div
      role="img"
      aria-label={label}
      className="relative h-4 w-full before:absolute before:inset-x-0 before:top-1 before:h-2 before:rounded-sm before:bg-track forced-colors:before:border"
    >
      {mark === null || band === 0 ? null : (
        <div
          className="absolute top-1 h-2 bg-border/35"
          style={{
            left: `clamp(0px, ${(from + until) / 2}% - max(${leastBand / 2}px, ${(until - from) / 2}%), 100% - ${leastBand}px)`,
            width: `max(${leastBand}px, ${until - from}%)`,
          }}
        />
      )}
      <div
        className={`absolute top-1 left-0 h-2 rounded-sm ${fills[tone]} forced-colors:bg-[Highlight]`}
        style={{ width: at(value) }}
      />
      {before === null || before === value ? null : (
        <div
          className="absolute top-1 h-2 border-x border-dashed border-ink/70"
          style={{
            left: at(Math.min(before, value)),
            width: `${Math.abs(percentOf(value, scale) - percentOf(before, scale))}%`,
          }}
        />
      )}
      {mark === null ? null : (
        <div
          className="absolute inset-y-0 w-0.5 rounded-full bg-ink"
          style={{ left: `calc(${at(mark)} - 1px)` }}
        />
      )}
    </div>
  );
}

/** The numbers under a column of bars: zero, the middle, the end. */
export function BarScale({ scale }: { readonly scale: number }) {
  return (
    <div aria-hidden className="flex justify-between text-label text-muted">
      <span>0</span>
      <span>{scale / 2}</span>
      <span>{scale}</span>
    </div>
  );
}
