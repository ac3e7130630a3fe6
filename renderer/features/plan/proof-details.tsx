import type { ReactNode } from 'react';
import type { Cost } from '../../../shared/planner/cost.ts';
import {
  againText,
  elapsedText,
  wishesText,
  wishMeaning,
  type Moment,
} from '../../../shared/words/plan-text.ts';
import { TracePicture } from './trace-picture.tsx';
import { countText } from '../../../shared/words/number-text.ts';

interface Props {
  /** What the badge means. */
  readonly meaning: string;
  /** C in cost units; null where it was not recorded. */
  readonly cost: number | null;
  readonly bound: number | null;
  /** The cost by what it is paid for; null where only the sum is known. */
  readonly terms: Cost | null;
  readonly trace: readonly Moment[];
  /** Milliseconds that the run took; null where it is not known. */
  readonly took: number | null;
  readonly seed: number;
  readonly digest: string;
  /** Moves that the search tried. */
  readonly iterations: number;
  /** False where a clock or a hand ended the run, so that another run may end elsewhere; null where it is not on record. */
  readonly reproducible: boolean | null;
}

const PICTURE = { width: 344, height: 96 };
/** Rows of the table of moments: the picture shows all, the table the turning points. */
const MOST_ROWS = 8;

const termNames = {
  rest: 'Rest that was cut short',
  load: 'Load away from the share',
  holidays: 'Holidays unevenly covered',
  sameHoliday: 'The same holiday as last year',
  standIns: 'Stand-ins on watches',
  refused: 'Wishes refused',
  granted: 'Wishes granted',
  changed: 'Shifts changed against the plan before',
} as const;

function Line({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="flex justify-between gap-4">
      <dt className="text-muted">{name}</dt>
      <dd className="text-right">{children}</dd>
    </div>
  );
}

function Terms({ terms: cost }: { readonly terms: Cost }) {
  const terms = { ...cost, granted: cost.wishes - cost.standIns - cost.refused };
  return Object.entries(termNames).flatMap(([term, name]) => {
    const units = terms[term as keyof typeof termNames];
    return units === 0
      ? []
      : [
          <Line key={term} name={name}>
            {wishesText(units, 'up')}
          </Line>,
        ];
  });
}

/** Evenly spread over the run, first and last among them. */
function spread(trace: readonly Moment[]): readonly Moment[] {
  if (trace.length <= MOST_ROWS) return trace;
  return Array.from(
    { length: MOST_ROWS },
    (_none, row) => trace[Math.round((row * (trace.length - 1)) / (MOST_ROWS - 1))] as Moment,
  );
}

function Course({ trace, took }: { readonly trace: readonly Moment[]; readonly took: number }) {
  const figure = (units: number | null, rounding: 'up' | 'down'): string =>
    units === null ? '–' : wishesText(units, rounding);
  return (
    <figure className="flex flex-col gap-1">
      <figcaption className="text-label text-muted">
        Over {elapsedText(took)}: the best plan so far (solid), and what no plan can cost less than (dashed)
      </figcaption>
      <TracePicture trace={trace} until={took} {...PICTURE} />
      <details>
        <summary className="text-label text-muted">As a table</summary>
        <table className="mt-1 w-full text-right text-label">
          <thead className="text-muted">
            <tr>
              <th scope="col" className="text-left font-normal">
                After
              </th>
              <th scope="col" className="font-normal">
                Best plan, wishes
              </th>
              <th scope="col" className="font-normal">
                Bound, wishes
              </th>
            </tr>
          </thead>
          <tbody>
            {spread(trace).map(({ at, best, bound }) => (
              <tr key={at}>
                <th scope="row" className="text-left font-normal">
                  {elapsedText(at)}
                </th>
                <td>{figure(best, 'up')}</td>
                <td>{figure(bound, 'down')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

/** What is behind a badge: its meaning, what the plan costs and what for, how the run went, and what makes it repeatable. */
export function ProofDetails(props: Props) {
  const { meaning, cost, bound, terms, trace, took, seed, digest, iterations, reproducible } = props;
  return (
    <div className="flex w-86 flex-col gap-3">
      <p>{meaning}</p>
      {took !== null && trace.length > 1 ? <Course trace={trace} took={took} /> : null}
      <dl className="flex flex-col gap-0.5">
        {cost === null ? null : (
          <Line name="This plan costs">
            <b className="font-semibold">{wishesText(cost, 'up')} wishes</b>
          </Line>
        )}
        {terms === null ? null : <Terms terms={terms} />}
        {bound === null || cost === null || bound >= cost ? null : (
          <Line name="No plan costs less than">{wishesText(bound, 'down')} wishes</Line>
        )}
      </dl>
      {cost === null ? null : <p className="text-label text-muted">{wishMeaning}</p>}
      <dl className="flex flex-col gap-0.5 border-t border-divider pt-2 text-label">
        <Line name="Seed">{seed}</Line>
        <Line name="Moves tried">{countText(iterations)}</Line>
        <Line name="Input">
          <span className="font-mono">{digest}</span>
        </Line>
      </dl>
      {reproducible === null ? null : <p className="text-label text-muted">{againText(reproducible)}</p>}
    </div>
  );
}
