import { TriangleAlert } from 'lucide-react';
import type { Person } from '../../../shared/model/person.ts';
import { recordsOf } from '../../../shared/model/tables.ts';
import {
  dayOfYearText,
  holidaysCount,
  noCalendarText,
  regionText,
  setText,
} from '../../../shared/words/holiday-text.ts';
import { perform } from '../../state/actions.ts';
import { today } from '../../state/clock.ts';
import { showScreen, useView } from '../../state/view-store.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { Cell, ColumnHead, Row, RowHead, Table, TableHead } from '../../ui/table.tsx';
import { entriesOf, setFor } from '../../../shared/calendar/holiday-sets.ts';

function Keeper({ person, year }: { readonly person: Person; readonly year: number }) {
  const workspace = useWorkspace();
  const region = person.region ?? workspace.about.region;
  const set = region === null ? null : setFor(workspace, region, year);
  const entries = set === null ? [] : entriesOf(workspace, set.id);
  const now = today(workspace.about.zone);
  const next = entries.find(({ actual }) => actual >= now);
  return (
    <Row>
      <RowHead>
        <span className="flex items-center gap-2">
          <Avatar name={person.name} position={person.position} size={22} />
          {person.name}
        </span>
      </RowHead>
      <Cell>
        {region === null ? (
          <span className="text-muted">none</span>
        ) : (
          <>
            {regionText(region)}
            {person.region === null ? <span className="text-muted">, the team’s</span> : null}
          </>
        )}
      </Cell>
      <Cell>
        {set === null ? (
          <span className="inline-flex items-center gap-1.5 text-warning">
            <TriangleAlert size={13} aria-hidden />
            {region === null ? 'keeps no holidays' : `no set for ${year}: none count`}
          </span>
        ) : (
          <>
            {setText(set)}
            {set.region === region ? null : <span className="text-muted">, of the country</span>}
          </>
        )}
      </Cell>
      <Cell numeric>{set === null ? '0' : entries.length}</Cell>
      <Cell className="pl-5 whitespace-nowrap">
        {next === undefined ? (
          <span className="text-muted">none left</span>
        ) : (
          `${dayOfYearText(next.actual, year)}, ${next.name}`
        )}
      </Cell>
    </Row>
  );
}

/** Said while no holiday counts as points, with the way out. */
function NoCalendar({ region, year }: { readonly region: string | null; readonly year: number }) {
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-warning" role="status">
      <span className="inline-flex items-center gap-1.5">
        <TriangleAlert size={14} aria-hidden />
        {noCalendarText(region, year)}
      </span>
      <Button size="small" onPress={() => perform('about-team')}>
        Team facts…
      </Button>
    </p>
  );
}

/** Whose holidays are whose: a day is a holiday for those whose region has it, whatever the team's calendar says. */
export function KeepersTab() {
  const workspace = useWorkspace();
  const year = Number(useView((view) => view.quarter).slice(0, 4));
  const people = recordsOf(workspace, 'people')
    .filter(({ archivedOn }) => archivedOn === null)
    .toSorted((a, b) => a.position - b.position);
  const team = workspace.about.region;
  const set = team === null ? null : setFor(workspace, team, year);
  return (
    <div className="flex flex-col gap-4">
      <p className="max-w-160 text-muted">
        Points follow the team’s calendar{team === null ? ', which has no region' : `, ${regionText(team)}`}
        {set === null ? '' : ` with ${holidaysCount(entriesOf(workspace, set.id).length)} in ${year}`}.
        Whether somebody gave up a holiday goes by their own region.
      </p>
      {set === null ? <NoCalendar region={team} year={year} /> : null}
      <Table caption={`Who keeps which holidays in ${year}`}>
        <TableHead>
          <ColumnHead>Person</ColumnHead>
          <ColumnHead>Region</ColumnHead>
          <ColumnHead>Holidays of</ColumnHead>
          <ColumnHead numeric>Days in {year}</ColumnHead>
          <ColumnHead className="pl-5">Next</ColumnHead>
        </TableHead>
        <tbody>
          {people.map((person) => (
            <Keeper key={person.id} person={person} year={year} />
          ))}
        </tbody>
      </Table>
      <div>
        <Button size="small" onPress={() => showScreen('people')}>
          Change regions on People
        </Button>
      </div>
    </div>
  );
}
