import { useMemo, useState } from 'react';
import { addDays } from '../../../shared/calendar/days.ts';
import { changedTurns, readFeed, type FeedShifts } from '../../../shared/exchange/feed-shifts.ts';
import { rememberedFeed } from '../../../shared/exchange/feed-step.ts';
import type { LayerName, PersonId, RotationId } from '../../../shared/model/ids.ts';
import { recordOf, recordsOf } from '../../../shared/model/tables.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { feedProblems, turnName } from '../../../shared/words/feed-in-text.ts';
import { layerName, nameAlone } from '../../../shared/words/names.ts';
import { today } from '../../state/clock.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { ImportDialog } from '../../ui/import-dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { Cell, ColumnHead, Row, RowHead, Table, TableHead } from '../../ui/table.tsx';
import type { FeedFile } from './choose-feed.ts';
import { takeFeed } from './take-feed.ts';

/** Days back and ahead that a feed is read for: tools write at most half a year, and nobody plans further than two. */
const DAYS_BACK = 366;
const DAYS_AHEAD = 800;

const ask = 'ask';
const nobody = 'nobody';

interface Role {
  readonly id: string;
  readonly title: string;
}

const rolesOf = (workspace: Workspace): readonly Role[] =>
  recordsOf(workspace, 'rotations')
    .filter(({ archivedOn }) => archivedOn === null)
    .sort((one, other) => one.position - other.position)
    .flatMap(({ id, name, layers }) =>
      layers.map((layer) => ({
        id: `${id}/${layer.name}`,
        title: `${name} ${layerName(workspace, id, layer.name)}`,
      })),
    );

type Mapping = ReadonlyMap<string, PersonId | null>;

const mappedBefore = (workspace: Workspace, name: string): Mapping =>
  new Map(rememberedFeed(workspace, name)?.people.map(({ outside, person }) => [outside, person]));

function roleBefore(workspace: Workspace, name: string): string {
  const before = rememberedFeed(workspace, name)?.rotations[0];
  const roles = rolesOf(workspace);
  const wanted = `${before?.rotation ?? ''}/${before?.layer ?? ''}`;
  return (roles.find(({ id }) => id === wanted) ?? roles[0])?.id ?? '';
}

interface WhoProps {
  readonly said: readonly string[];
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

/** Asks who is meant by names that nobody here has. */
function WhoIsWho({ said, mapping, onChange }: WhoProps) {
  const workspace = useWorkspace();
  const people = recordsOf(workspace, 'people').filter(({ archivedOn }) => archivedOn === null);
  const choose = (name: string, id: string): void => {
    const next = new Map(mapping);
    if (id === ask) next.delete(name);
    else next.set(name, id === nobody ? null : (id as PersonId));
    onChange(next);
  };
  const options = [
    { id: ask, title: 'Not said yet' },
    { id: nobody, title: 'Leave out' },
    ...people.map(({ id }) => ({ id, title: nameAlone(workspace, id) })),
  ];
  return (
    <div className="grid grid-cols-[repeat(auto-fill,minmax(14rem,1fr))] gap-3">
      {said.map((name) => {
        const mapped = mapping.get(name);
        return (
          <Select
            key={name}
            label={`“${name}” is`}
            options={options}
            value={mapped === undefined ? ask : (mapped ?? nobody)}
            onChange={(id) => choose(name, id)}
          />
        );
      })}
    </div>
  );
}

function Changes({ feed }: { readonly feed: FeedShifts }) {
  const workspace = useWorkspace();
  const changed = changedTurns(feed);
  const same = feed.turns.length - changed.length;
  return (
    <div className="flex flex-col gap-2">
      <p role="status">
        {changed.length === 0
          ? 'Nothing would change'
          : `${changed.length} of ${feed.turns.length} turns would change`}
        {same > 0 ? `; ${same} ${same === 1 ? 'is' : 'are'} the same already.` : '.'}
      </p>
      {changed.length === 0 ? null : (
        <Table caption="Turns that would change">
          <TableHead>
            <ColumnHead>Turn</ColumnHead>
            <ColumnHead>Now</ColumnHead>
            <ColumnHead>In the file</ColumnHead>
          </TableHead>
          <tbody>
            {changed.map(({ slot, now, wanted }) => (
              <Row key={slot.id}>
                <RowHead>{turnName(slot)}</RowHead>
                <Cell className="text-muted">{now === null ? 'open' : nameAlone(workspace, now)}</Cell>
                <Cell>{nameAlone(workspace, wanted)}</Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      )}
    </div>
  );
}

interface Props {
  readonly file: FeedFile;
  readonly onClose: () => void;
}

/** A feed before it is taken over: which role, who is who, what would change. */
export function ImportFeed({ file, onClose }: Props) {
  const workspace = useWorkspace();
  const [role, setRole] = useState(() => roleBefore(workspace, file.name));
  const [mapping, setMapping] = useState(() => mappedBefore(workspace, file.name));
  const [id, layer] = role.split('/') as [RotationId, LayerName];
  const rotation = recordOf(workspace, 'rotations', id);
  const feed = useMemo(() => {
    if (rotation === undefined) return null;
    const day = today(workspace.about.zone);
    const range = { from: addDays(day, -DAYS_BACK), until: addDays(day, DAYS_AHEAD) };
    return readFeed(workspace, file.text, { rotation, layer, mapping, ...range });
  }, [workspace, file.text, rotation, layer, mapping]);
  if (feed === null || rotation === undefined) return null;
  const changed = changedTurns(feed).length;
  const said = [...new Set([...feed.unknown.keys(), ...mapping.keys()])];
  const events = feed.calendar.items.length;
  return (
    <ImportDialog
      title="Import a schedule"
      isOpen
      onClose={onClose}
      facts={`${file.name}, ${events} ${events === 1 ? 'event' : 'events'}`}
      reading={
        <div className="flex flex-col gap-3">
          <div className="max-w-80">
            <Select label="Its turns are of" options={rolesOf(workspace)} value={role} onChange={setRole} />
          </div>
          {said.length === 0 ? null : <WhoIsWho said={said} mapping={mapping} onChange={setMapping} />}
        </div>
      }
      problems={feedProblems(workspace, feed)}
      action={{
        title: changed === 1 ? 'Import one turn' : `Import ${changed} turns`,
        disabledReason: changed === 0 ? 'Nothing would change' : undefined,
        run: () => {
          if (takeFeed(feed, file.name, { rotation, layer, mapping })) onClose();
        },
      }}
    >
      <Changes feed={feed} />
    </ImportDialog>
  );
}
