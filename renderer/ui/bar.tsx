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

/** A value on a scale, with the mark it is judged by and the band in which it counts as even. */
export function Bar({ label, value, mark, band, scale, before = null, tone = 'even' }: Props) {
  const at = (amount: number) => `${percentOf(amount, scale)}%`;
  return (
    <div role="img" aria-label={label} className="relative h-4 w-full">
      <div className="absolute inset-x-0 top-1 h-2 overflow-hidden rounded-sm bg-track forced-colors:border">
        {mark === null || band === 0 ? null : (
          <div
            className="absolute inset-y-0 min-w-1.5 -translate-x-1/2 bg-border/35"
            style={{
              // By its middle: a narrow band is drawn wider than it is, so that it shows beside the mark.
              left: `${(percentOf(mark + band, scale) + percentOf(mark - band, scale)) / 2}%`,
              width: `${percentOf(mark + band, scale) - percentOf(mark - band, scale)}%`,
            }}
          />
        )}
        <div
          className={`absolute inset-y-0 left-0 rounded-sm ${fills[tone]} forced-colors:bg-[Highlight]`}
          style={{ width: at(value) }}
        />
        {before === null || before === value ? null : (
          <div
            className="absolute inset-y-0 border-x border-dashed border-ink/70"
            style={{
              left: at(Math.min(before, value)),
              width: `${Math.abs(percentOf(value, scale) - percentOf(before, scale))}%`,
            }}
          />
        )}
      </div>
      {mark === null ? null : (
        <div
          className="absolute inset-y-0 w-0.5 -translate-x-px rounded-full bg-ink"
          style={{ left: at(mark) }}
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
