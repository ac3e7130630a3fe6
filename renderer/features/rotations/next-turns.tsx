import type { LocalDate } from '../../../shared/model/dates.ts';
import { dateOf } from '../../../shared/calendar/days.ts';
import type { Rotation } from '../../../shared/model/rotation.ts';
import { nextTurns, type NextTurn } from '../../../shared/rotation/next-turns.ts';
import { isShadow } from '../../../shared/rotation/shadow.ts';
import { zoneText } from '../../../shared/words/calendar-text.ts';
import { momentText, weekText } from '../../../shared/words/date-text.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { ColumnHead, Row, RowHead, Cell, Table, TableHead } from '../../ui/table.tsx';
import { Part } from './part.tsx';

const TURNS = 6;

function Holder({ layer, isDuty }: { readonly layer: NextTurn['layers'][number]; readonly isDuty: boolean }) {
  const { people } = useWorkspace();
  const id = layer.person ?? layer.listed;
  if (id === null) return <span className="text-muted">{isDuty ? 'open' : 'nobody'}</span>;
  const name = people[id]?.name ?? id;
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <Avatar name={name} position={people[id]?.position ?? 0} size={20} />
      <span className="flex min-w-0 flex-col leading-4">
        <span className={layer.person === null ? 'truncate text-muted' : 'truncate'} title={name}>
          {name}
        </span>
        {layer.person === null ? <span className="text-label text-muted">by list</span> : null}
      </span>
    </span>
  );
}

/** The same room for everybody, whether their role is called Primary or Secondary. */
const roomFor = (layers: number): string => (layers === 1 ? '' : layers === 2 ? 'w-2/5' : 'w-1/4');

interface Props {
  /** As drafted; null while something in it cannot be saved. */
  readonly rotation: Rotation | null;
  readonly today: LocalDate;
}

/** The turns to come, by what is being edited: they change while it is typed. */
export function NextTurns({ rotation, today }: Props) {
  const workspace = useWorkspace();
  const turns = rotation === null ? [] : nextTurns(workspace, rotation, today, TURNS);
  return (
    <Part title="Next six turns">
      {rotation === null ? (
        <p className="text-muted">Shown once every field can be saved.</p>
      ) : turns.length === 0 ? (
        <p className="text-muted">No turn begins from today on.</p>
      ) : (
        <>
          <Table caption={`The next turns of ${rotation.name}`}>
            <TableHead>
              <ColumnHead className="w-36">Hand-off</ColumnHead>
              {rotation.layers.map(({ name, title }) => (
                <ColumnHead key={name} className={roomFor(rotation.layers.length)}>
                  {title}
                </ColumnHead>
              ))}
            </TableHead>
            <tbody>
              {turns.map((turn) => (
                <Row key={turn.start}>
                  <RowHead className="whitespace-nowrap">
                    {momentText(turn.start)}{' '}
                    <span className="text-label text-muted">
                      {dateOf(turn.start) <= today ? 'running' : weekText(dateOf(turn.start))}
                    </span>
                  </RowHead>
                  {turn.layers.map((layer) => (
                    <Cell key={layer.layer} className="max-w-0">
                      <Holder layer={layer} isDuty={!isShadow(rotation, layer.layer)} />
                    </Cell>
                  ))}
                </Row>
              ))}
            </tbody>
          </Table>
          <p className="text-label text-muted">
            On the clock of {zoneText(rotation.handoff.zone)}. By list: nobody is planned, and it would be
            their turn.
          </p>
        </>
      )}
    </Part>
  );
}
