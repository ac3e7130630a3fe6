import { traceText, type Moment } from '../../../shared/words/plan-text.ts';
import { StepLines, type StepPoint } from '../../ui/step-lines.tsx';

interface Props {
  readonly trace: readonly Moment[];
  /** Milliseconds from the start of the run to the right edge. */
  readonly until: number;
  readonly width: number;
  readonly height: number;
}

/** Cost units over the lowest line at which the scale turns from nearly even to logarithmic: half a wish. */
const BEND = 40;

/** The picture in the strip has no room for a legend of its own. */
const LEGEND = 'Solid: the best plan so far. Dashed: what no plan can cost less than.';

type Value = 'best' | 'bound';

function pointsOf(
  trace: readonly Moment[],
  value: Value,
  until: number,
  height: (cost: number) => number,
): readonly StepPoint[] {
  let last: number | null = null;
  return trace.flatMap((moment) => {
    const cost = moment[value];
    if (cost === null || cost === last) return [];
    last = cost;
    return [{ x: Math.min(1, moment.at / until), y: height(cost) }];
  });
}

/**
 * The best plan and the bound over the time of a run. The first plan may cost hundreds of wishes more than the last, which lies
 * a fraction over the bound: the scale is logarithmic, so that both can be seen.
 */
export function TracePicture({ trace, until, width, height }: Props) {
  const costs = trace.flatMap(({ best, bound }) => [best, bound].filter((cost) => cost !== null));
  const low = Math.min(...costs);
  const span = Math.log1p((Math.max(...costs) - low) / BEND);
  const heightOf = (cost: number): number => (span === 0 ? 0.5 : Math.log1p((cost - low) / BEND) / span);
  const end = Math.max(1, until);
  return (
    <span title={LEGEND} className="inline-flex">
      <StepLines
        label={traceText(trace)}
        width={width}
        height={height}
        upper={pointsOf(trace, 'best', end, heightOf)}
        lower={pointsOf(trace, 'bound', end, heightOf)}
      />
    </span>
  );
}
