import type { QuarterId } from '../../../shared/model/dates.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import type { PersonStanding, QuarterStanding } from '../../../shared/planner/over-time.ts';
import { quarterText } from '../../../shared/words/date-text.ts';
import {
  barLength,
  forgivenText,
  signedText,
  standingSentence,
  totalText,
} from '../../../shared/words/over-time-text.ts';
import { exactPointsText } from '../../../shared/words/points-text.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Cell, ColumnHead, Row, RowHead, Table, TableHead } from '../../ui/table.tsx';

interface Props {
  readonly workspace: Workspace;
  readonly quarters: readonly QuarterId[];
  /** Null while a quarter is worked out. */
  readonly standings: readonly (QuarterStanding | null)[];
}

/** From a middle line to the right for more than the share, to the left for less; between the dotted lines all counts as even. */
function Balance({
  standing,
  largest,
  name,
}: {
  readonly standing: PersonStanding;
  readonly largest: number;
  readonly name: string;
}) {
  const { difference, band } = standing;
  const length = `${barLength(difference, largest) / 2}%`;
  const even = barLength(band, largest) / 2;
  return (
    <span
      role="img"
      aria-label={standingSentence(name, standing)}
      className="relative block h-3 w-full min-w-16"
    >
      <span className="absolute inset-x-0 top-1 h-1 rounded-sm bg-track forced-colors:border" />
      <span
        className={`absolute top-0.5 h-2 bg-accent forced-colors:bg-[Highlight] ${difference >= 0 ? 'rounded-r-sm' : 'rounded-l-sm'}`}
        style={difference >= 0 ? { left: '50%', width: length } : { right: '50%', width: length }}
      />
      {band === 0 || band > largest ? null : (
        <>
          <span
            className="absolute inset-y-0 border-l border-dotted border-border"
            style={{ left: `${50 - even}%` }}
          />
          <span
            className="absolute inset-y-0 border-l border-dotted border-border"
            style={{ left: `${50 + even}%` }}
          />
        </>
      )}
      <span className="absolute inset-y-0 left-1/2 w-px bg-ink" />
    </span>
  );
}

function Standing({
  standing,
  largest,
  name,
}: {
  readonly standing: PersonStanding;
  readonly largest: number;
  readonly name: string;
}) {
  const { load, share, difference } = standing;
  return (
    <span className="flex flex-col gap-0.5 py-1.5">
      <span className="flex items-baseline justify-between gap-2">
        <span className="font-medium">{signedText(difference)}</span>
        <span className="text-label whitespace-nowrap text-muted">
          {exactPointsText(load)} of {exactPointsText(share)}
        </span>
      </span>
      <Balance standing={standing} largest={largest} name={name} />
    </span>
  );
}

/** What stands under the name of a quarter: whether it is settled, and how much of it is open. */
function stateOf(standing: QuarterStanding | null): string {
  if (standing === null) return 'being worked out…';
  if (standing.closed) return 'closed';
  return standing.open > 0 ? `${standing.open} of ${standing.slots} turns open` : 'as it stands';
}

const of = (standing: QuarterStanding | null | undefined, person: PersonId): PersonStanding | undefined =>
  standing?.people.find((one) => one.person === person);

/** Everybody by quarter: held, share and the difference, as figures and as a picture; then the sum, and what goes on. */
export function StandingsTable({ workspace, quarters, standings }: Props) {
  const known = standings.filter((one) => one !== null);
  const ids = new Set(known.flatMap(({ people }) => people.map(({ person }) => person)));
  const people = Object.values(workspace.people)
    .filter(({ id }) => ids.has(id))
    .sort((a, b) => a.position - b.position);
  const largest = Math.max(
    4,
    ...known.flatMap((one) => one.people.map(({ difference, band }) => Math.max(Math.abs(difference), band))),
  );
  const last = standings.at(-1);
  return (
    <div className="min-w-0 overflow-x-auto">
      <Table
        caption="Held against the share, by person and quarter, in points"
        className={quarters.length > 4 ? 'min-w-260' : 'min-w-180'}
      >
        <TableHead>
          <ColumnHead className="w-44">Person</ColumnHead>
          {quarters.map((quarter, place) => (
            <ColumnHead key={quarter} className="py-1 pr-5">
              {quarterText(quarter)}
              <span className="block font-normal">{stateOf(standings[place] ?? null)}</span>
            </ColumnHead>
          ))}
          <ColumnHead numeric>Together</ColumnHead>
          <ColumnHead numeric>Carried on</ColumnHead>
        </TableHead>
        <tbody>
          {people.map(({ id, name, position }) => {
            const own = known.flatMap((one) => of(one, id) ?? []);
            const next = of(last, id);
            const total = own.reduce((sum, { difference }) => sum + difference, 0);
            return (
              <Row key={id}>
                <RowHead>
                  <span className="flex min-w-0 items-center gap-2">
                    <Avatar name={name} position={position} size={22} />
                    <span className="truncate" title={name} dir="auto">
                      {name}
                    </span>
                  </span>
                </RowHead>
                {quarters.map((quarter, place) => {
                  const found = of(standings[place], id);
                  return (
                    <Cell key={quarter} className="pr-5 tabular-nums">
                      {found === undefined ? (
                        <span className="text-muted">{standings[place] === null ? '…' : '–'}</span>
                      ) : (
                        <Standing
                          standing={found}
                          largest={largest}
                          name={`${name}, ${quarterText(quarter)}`}
                        />
                      )}
                    </Cell>
                  );
                })}
                <Cell numeric>
                  <span title={totalText(total, own.length)}>{signedText(total)}</span>
                </Cell>
                <Cell numeric className="font-medium">
                  {next === undefined ? '…' : signedText(next.carriedOn)}
                  {next === undefined || next.forgiven === 0 ? null : (
                    <span className="block text-label font-normal whitespace-nowrap text-muted">
                      {forgivenText(next.forgiven)}
                    </span>
                  )}
                </Cell>
              </Row>
            );
          })}
        </tbody>
      </Table>
    </div>
  );
}
