import { memo, useRef } from 'react';
import type { PersonFairness, TeamFairness } from '../../../shared/planner/judge.ts';
import { barText } from '../../../shared/words/fairness-text.ts';
import { pointsText, signedPointsText } from '../../../shared/words/points-text.ts';
import { useFollowedShown } from '../../state/followed.ts';
import { explained } from '../../state/meaning.ts';
import { toneOf } from '../../state/tone.ts';
import { showScreen } from '../../state/view-store.ts';
import { Bar, BarScale } from '../../ui/bar.tsx';
import { scaleFor } from '../../ui/bar-scale.ts';
import { Button } from '../../ui/button.tsx';
import { useLinesInSight } from '../../ui/lines-in-sight.ts';
import { Term } from '../../ui/term.tsx';

export interface Live {
  readonly now: TeamFairness;
  /** Where things stood before the drag under way; null at rest. */
  readonly before: TeamFairness | null;
}

const drawn = ['load', 'difference', 'attainable', 'band', 'allowance'] as const;

/** What is drawn of a card. */
type Figures = Pick<PersonFairness, (typeof drawn)[number]>;

interface ChangeProps {
  readonly card: Figures;
  readonly before: Figures | null;
}

/** By how many points somebody would hold more or less, in quarters; zero where nothing is tried. */
export const changeOf = ({ card, before }: ChangeProps): number =>
  before === null ? 0 : card.load - before.load;

/** What would change for one person: an arrow and by how much; in colour by whether it leads to the share or away from it. */
export function Change({ card, before }: ChangeProps) {
  const q = changeOf({ card, before });
  if (before === null || pointsText(q) === '0') return null;
  const closer = Math.abs(card.difference) < Math.abs(before.difference);
  return (
    <span className={closer ? 'text-ok' : 'text-warning'}>
      <span aria-hidden>{q > 0 ? '▲' : '▼'}</span>
      <span className="sr-only">{q > 0 ? ' more by ' : ' less by '}</span>
      {pointsText(Math.abs(q))}
    </span>
  );
}

interface RowProps extends ChangeProps {
  readonly name: string;
  readonly scale: number;
  /** A big team gets one line each, and while something is tried the change for what is held, or no name would fit; a small one its whole names above the bars. */
  readonly dense: boolean;
  /** False while the share is not known: then nothing is said of the distance to it. */
  readonly assessed: boolean;
  /** Its row in the whole table, from 1, where not all rows are drawn. */
  readonly place: number | null;
}

/** Teams up to this size have room for two lines each. */
const SMALL_TEAM = 14;

/** px of one line of a dense table. */
const denseRow = 22;

const sayTheSame = (one: Figures | null, other: Figures | null): boolean =>
  one === null || other === null ? one === other : drawn.every((figure) => one[figure] === other[figure]);

/** A hand that moves makes new cards of everybody with every target, and changes the figures of two or three. */
const Row = memo(PersonRow, (one, other) => {
  const { card, before, ...rest } = one;
  const keys = Object.keys(rest) as (keyof typeof rest)[];
  return (
    sayTheSame(card, other.card) &&
    sayTheSame(before, other.before) &&
    keys.every((key) => rest[key] === other[key])
  );
});

function PersonRow({ name, card, before, scale, dense, assessed, place }: RowProps) {
  const difference = assessed ? signedPointsText(card.difference) : '…';
  const bar = (
    <Bar
      label={barText(name, card)}
      value={card.load / 4}
      before={before === null ? null : before.load / 4}
      mark={card.attainable / 4}
      band={card.band / 4}
      scale={scale}
      tone={toneOf(card)}
    />
  );
  const figures = (
    <>
      {dense && before !== null ? (
        <td className="pt-0.5 pl-1 text-right align-top text-label leading-4.5">
          <Change card={card} before={before} />
        </td>
      ) : (
        <td className={`pl-2 text-right align-top font-medium ${dense ? 'pt-0.5' : 'pt-1'}`}>
          {pointsText(card.load)}
        </td>
      )}
      <td
        className={`pl-2 text-right align-top text-label leading-4.5 text-muted ${dense ? 'pt-0.5' : 'pt-1'}`}
      >
        {dense ? difference : <span className="block">{difference}</span>}
        {dense ? null : <Change card={card} before={before} />}
      </td>
    </>
  );
  if (dense)
    return (
      <tr className="h-5.5" {...(place === null ? {} : { 'aria-rowindex': place })}>
        <th scope="row" className="truncate py-0.5 text-left font-normal" title={name} dir="auto">
          {name}
        </th>
        <td className="py-0.5 pl-2">{bar}</td>
        {figures}
      </tr>
    );
  return (
    <tr>
      <th scope="row" colSpan={2} className="pt-1 pb-1.5 text-left font-normal">
        <span className="block truncate" title={name} dir="auto">
          {name}
        </span>
        {bar}
      </th>
      {figures}
    </tr>
  );
}

/** The table of everybody: drawn whole for a team that fits, else the lines in sight. */
export function Points({ people, now, before }: Live & { readonly people: readonly PersonFairness[] }) {
  const workspace = useFollowedShown();
  const pane = useRef<HTMLDivElement>(null);
  const dense = people.length > SMALL_TEAM;
  const count = people.length;
  const { first, end } = useLinesInSight(pane, {
    count,
    row: denseRow,
    head: denseRow,
    drawnWhole: 40,
    ahead: 2,
  });
  const isWhole = first === 0 && end === count;
  const scale = scaleFor(
    [...now.people, ...(before?.people ?? [])].map(
      ({ load, attainable, band }) => Math.max(load, attainable + band) / 4,
    ),
  );
  return (
    // A pane that scrolls needs focus, or the keyboard could not scroll it.
    <div
      ref={pane}
      className="min-h-0 flex-1 overflow-auto px-4 pb-4"
      tabIndex={0}
      role="group"
      aria-label="Points by person"
    >
      <table
        className="w-full table-fixed border-collapse"
        {...(isWhole ? {} : { 'aria-rowcount': count + 2 })}
      >
        <colgroup>
          <col />
          <col className={dense ? 'w-18' : 'w-24'} />
          <col className="w-11" />
          <col className="w-13" />
        </colgroup>
        <thead>
          <tr className="text-label text-muted">
            <th scope="col" colSpan={2} className="pb-1 text-left font-normal">
              <Term {...explained('points')}>Points</Term>
            </th>
            <th scope="col" className="pb-1 text-right font-normal">
              {dense && before !== null ? 'change' : 'held'}
            </th>
            <th scope="col" className="pb-1 text-right font-normal whitespace-nowrap">
              ± <Term {...explained('share')}>share</Term>
            </th>
          </tr>
        </thead>
        <tbody>
          {first > 0 ? <tr aria-hidden style={{ height: first * denseRow }} /> : null}
          {people.slice(first, end).map((card, index) => (
            <Row
              key={card.person}
              name={workspace.people[card.person]?.name ?? card.person}
              card={card}
              before={before?.people.find(({ person }) => person === card.person) ?? null}
              scale={scale}
              dense={dense}
              assessed={now.assessed}
              place={isWhole ? null : first + index + 2}
            />
          ))}
          {end < count ? <tr aria-hidden style={{ height: (count - end) * denseRow }} /> : null}
        </tbody>
        <tfoot>
          <tr>
            {dense ? <td /> : null}
            <td colSpan={dense ? 1 : 2} className={dense ? 'pl-2' : ''}>
              <BarScale scale={scale} />
            </td>
          </tr>
        </tfoot>
      </table>
      <p className="pt-3 text-label text-muted">
        The line is each person’s share; within the shaded band a difference counts as even.
      </p>
      <div className="pt-3">
        <Button size="small" onPress={() => showScreen('fairness')}>
          Explain
        </Button>
      </div>
    </div>
  );
}
