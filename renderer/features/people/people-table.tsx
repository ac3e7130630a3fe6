import { useRef, useState, type KeyboardEvent } from 'react';
import { Ban, Heart, RotateCcw, TriangleAlert } from 'lucide-react';
import { regionStanding } from '../../../shared/calendar/region.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import type { Person } from '../../../shared/model/person.ts';
import { zoneText } from '../../../shared/words/calendar-text.ts';
import {
  membershipText,
  regionText,
  regionTrouble,
  standingText,
  turnsIn,
  wishWeeksText,
} from '../../../shared/words/people-text.ts';
import { useWorkspace, useWorkspaceStore } from '../../state/workspace-store.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { Cell, ColumnHead, Row, RowHead, Table, TableHead } from '../../ui/table.tsx';
import { takeBack } from './people-acts.ts';

interface Props {
  readonly people: readonly Person[];
  readonly today: LocalDate;
  readonly onOpen: (person: PersonId) => void;
}

function Turns({ person, today }: { readonly person: PersonId; readonly today: LocalDate }) {
  const rotations = turnsIn(useWorkspace(), person, today);
  if (rotations.length === 0) return <span className="text-muted">none</span>;
  return (
    <span className="flex flex-wrap gap-x-3 gap-y-0.5">
      {rotations.map(({ code, name, layers, standsIn }) => {
        const words = `${name}: ${[...layers, ...(standsIn ? ['stand-in'] : [])].join(', ')}`;
        return (
          <span key={code + name} title={words} className="whitespace-nowrap">
            <span aria-hidden>
              <span className="font-medium">{code}</span>{' '}
              <span className="text-muted">
                {layers.map((layer) => layer.charAt(0).toUpperCase()).join(' ')}
                {standsIn ? (
                  <span className="ml-0.5 rounded border border-dashed border-border/60 px-1 text-label">
                    stand-in
                  </span>
                ) : null}
              </span>
            </span>
            <span className="sr-only">{`${words};`}</span>
          </span>
        );
      })}
    </span>
  );
}

/** A dash for the eye, words for the ear. */
function NoneOf({ what }: { readonly what: string }) {
  return (
    <span className="text-muted">
      <span aria-hidden>–</span>
      <span className="sr-only">{what}</span>
    </span>
  );
}

function Wishes({ wishes, today }: Pick<Person, 'wishes'> & { readonly today: LocalDate }) {
  const wanted = wishWeeksText(wishes, 'want', today);
  const avoided = wishWeeksText(wishes, 'avoid', today);
  if (wanted === '' && avoided === '') return <NoneOf what="no wishes ahead" />;
  return (
    <span className="flex gap-3">
      {wanted === '' ? null : (
        <span className="inline-flex items-center gap-1">
          <Heart size={12} className="text-ok" aria-hidden />
          <span className="sr-only">wanted</span> {wanted}
        </span>
      )}
      {avoided === '' ? null : (
        <span className="inline-flex items-center gap-1">
          <Ban size={12} className="text-error" aria-hidden />
          <span className="sr-only">avoided</span> {avoided}
        </span>
      )}
    </span>
  );
}

interface RowProps extends Omit<Props, 'people'> {
  readonly person: Person;
  readonly isCursor: boolean;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** The region, with a sign and a word where no holiday of it counts. */
function Region({ region, today }: { readonly region: string | null; readonly today: LocalDate }) {
  const workspace = useWorkspace();
  if (region === null) return <span title="Keeps no public holidays">–</span>;
  const standing = regionStanding(workspace, region, today);
  const isWell = standing === 'own' || standing === 'country';
  const trouble = isWell ? null : regionTrouble(workspace, region, today);
  return trouble === null ? (
    <span title={regionText(region)}>{region}</span>
  ) : (
    <span title={trouble} className="text-warning">
      <TriangleAlert size={12} aria-hidden className="mr-1 inline-block align-[-1px]" />
      {region}
      <span className="sr-only"> {trouble}</span>
    </span>
  );
}

function PersonRow({ person, today, onOpen, isCursor, onFocus, onKeyDown }: RowProps) {
  const readOnly = useWorkspaceStore((state) => state.readOnlyBecause);
  const { id, name, fullTimePercent, region, zone, mostShiftsAQuarter, wishes, position } = person;
  const standing = standingText(person, today);
  return (
    <Row className="h-10 hover:bg-hover">
      <RowHead className="max-w-56">
        <span className="flex items-center gap-2">
          <Avatar name={name} position={position} size={24} />
          <button
            type="button"
            data-person={id}
            tabIndex={isCursor ? 0 : -1}
            onFocus={onFocus}
            onKeyDown={onKeyDown}
            onClick={() => onOpen(id)}
            title={name}
            dir="auto"
            className="h-6 min-w-0 truncate rounded text-left font-medium hover:underline"
          >
            {name}
          </button>
          {standing === '' ? null : (
            <span className="shrink-0 rounded border border-border/60 px-1 text-label text-muted">
              {standing}
            </span>
          )}
        </span>
      </RowHead>
      <Cell numeric>{fullTimePercent} %</Cell>
      <Cell className="whitespace-nowrap text-muted">{membershipText(person)}</Cell>
      <Cell className="max-w-44 truncate">
        <Region region={region} today={today} /> <span className="text-muted">{zoneText(zone)}</span>
      </Cell>
      <Cell numeric>{mostShiftsAQuarter ?? <NoneOf what="no limit" />}</Cell>
      <Cell className="min-w-44">
        <Turns person={id} today={today} />
      </Cell>
      <Cell className="min-w-36 whitespace-nowrap">
        {person.archivedOn === null ? (
          <Wishes wishes={wishes} today={today} />
        ) : (
          <Button
            size="small"
            icon={<RotateCcw size={13} aria-hidden />}
            disabledReason={readOnly === null ? undefined : `Read only: ${readOnly}`}
            onPress={() => takeBack(person)}
          >
            Take back
          </Button>
        )}
      </Cell>
    </Row>
  );
}

const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowUp: (at) => at - 1,
  ArrowDown: (at) => at + 1,
  PageUp: (at) => at - 10,
  PageDown: (at) => at + 10,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Who is in the team, a line each. One stop of the Tab key; arrows go from name to name, Enter opens. */
export function PeopleTable({ people, today, onOpen }: Props) {
  const [cursor, setCursor] = useState<PersonId | null>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const place = Math.max(
    0,
    people.findIndex(({ id }) => id === cursor),
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = people[Math.max(0, Math.min(people.length - 1, step(place, people.length)))];
    if (next === undefined) return;
    setCursor(next.id);
    body.current?.querySelector<HTMLElement>(`[data-person="${next.id}"]`)?.focus();
  };
  return (
    <Table caption="People">
      <TableHead>
        <ColumnHead>Name</ColumnHead>
        <ColumnHead numeric>Full time</ColumnHead>
        <ColumnHead>In the team</ColumnHead>
        <ColumnHead>Region, zone</ColumnHead>
        <ColumnHead numeric>Limit</ColumnHead>
        <ColumnHead className="w-2/5">Takes turns in</ColumnHead>
        <ColumnHead>Wishes ahead</ColumnHead>
      </TableHead>
      <tbody ref={body}>
        {people.map((person, index) => (
          <PersonRow
            key={person.id}
            person={person}
            today={today}
            onOpen={onOpen}
            isCursor={index === place}
            onFocus={() => setCursor(person.id)}
            onKeyDown={onKeyDown}
          />
        ))}
      </tbody>
    </Table>
  );
}
