import type { RemoteDirectory } from '../../../shared/contract/services.ts';
import { roleOf } from '../../../shared/exchange/remote-mapping.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import { recordsOf } from '../../../shared/model/tables.ts';
import { quarterText } from '../../../shared/words/date-text.ts';
import { nameAlone } from '../../../shared/words/names.ts';
import { instantText } from '../../state/clock.ts';
import { useView } from '../../state/view-store.ts';
import { useWorkspace, useWorkspaceStore } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { Cell, ColumnHead, Row, RowHead, Table, TableHead } from '../../ui/table.tsx';
import { preview } from './pagerduty-acts.ts';
import { usePagerDuty } from './pagerduty-store.ts';
import { optionOfRole, roleOfOption, roleOptions } from './role-options.ts';

const NOBODY = 'nobody';

/** Who the people and what the schedules over there are here. */
export function PagerDutyMapping({ directory }: { readonly directory: RemoteDirectory }) {
  return (
    <section className="flex flex-col gap-5" aria-label="Who is who">
      <p className="text-muted">
        Read {instantText(directory.readAt)}: {directory.users.length} people, {directory.schedules.length}{' '}
        {directory.schedules.length === 1 ? 'schedule' : 'schedules'}.
        {directory.newerSchedules
          ? ' The list holds what the token may see.'
          : ' Newer, shift-based schedules are not open to this account or token; the older ones are listed.'}
      </p>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(24rem,1fr))] items-start gap-8">
        <Schedules directory={directory} />
        <People />
      </div>
      <PreviewButton />
    </section>
  );
}

function PreviewButton() {
  const { busy, rotations } = usePagerDuty();
  const quarter = useView((state) => state.quarter);
  const readOnly = useWorkspaceStore((state) => state.readOnlyBecause);
  const mapped = rotations.filter((one) => roleOf(one) !== null).length;
  const reason =
    busy !== null
      ? `Wait: ${busy.toLowerCase()}`
      : mapped === 0
        ? 'Say first which schedule stands for which role'
        : readOnly === null
          ? undefined
          : `Read only: ${readOnly}`;
  return (
    <div className="flex items-center gap-3">
      <Button kind="primary" onPress={() => void preview(quarter)} disabledReason={reason}>
        Compare with {quarterText(quarter)}
      </Button>
      <span className="text-muted">Nothing is sent.</span>
    </div>
  );
}

function Schedules({ directory }: { readonly directory: RemoteDirectory }) {
  const workspace = useWorkspace();
  const rotations = usePagerDuty((state) => state.rotations);
  const roles = [{ id: NOBODY, title: 'Not used' }, ...roleOptions(workspace)];
  const choose = (outside: string, role: string): void => {
    const chosen = role === NOBODY ? null : roleOfOption(role);
    usePagerDuty.setState({
      preview: null,
      rotations: rotations.map((one) =>
        one.outside === outside
          ? { ...one, rotation: chosen?.rotation ?? null, layer: chosen?.layer ?? null }
          : one,
      ),
    });
  };
  return (
    <Table caption="Schedules" quiet={false}>
      <TableHead>
        <ColumnHead>Schedule there</ColumnHead>
        <ColumnHead>Role here</ColumnHead>
      </TableHead>
      <tbody>
        {rotations.map((one) => {
          const kind = directory.schedules.find(({ id }) => id === one.outside)?.kind;
          return (
            <Row key={one.outside}>
              <RowHead className="py-1">
                <span dir="auto">{one.name}</span>
                {kind === 'shifts' ? <span className="text-muted"> · shift-based</span> : null}
              </RowHead>
              <Cell className="w-64 py-1">
                <Select
                  label={`Role of ${one.name}`}
                  labelShown={false}
                  options={roles}
                  value={
                    one.rotation === null || one.layer === null
                      ? NOBODY
                      : optionOfRole({ rotation: one.rotation, layer: one.layer })
                  }
                  onChange={(role) => choose(one.outside, role)}
                />
              </Cell>
            </Row>
          );
        })}
      </tbody>
    </Table>
  );
}

function People() {
  const workspace = useWorkspace();
  const people = usePagerDuty((state) => state.people);
  const options = [
    { id: NOBODY, title: 'Nobody here' },
    ...recordsOf(workspace, 'people')
      .filter(({ id, archivedOn }) => archivedOn === null || people.some(({ person }) => person === id))
      .sort((one, other) => one.position - other.position)
      .map(({ id, archivedOn }) => ({
        id: id,
        title: `${nameAlone(workspace, id)}${archivedOn === null ? '' : ' (archived)'}`,
      })),
  ];
  return (
    <Table caption="People" quiet={false}>
      <TableHead>
        <ColumnHead>Person there</ColumnHead>
        <ColumnHead>Person here</ColumnHead>
      </TableHead>
      <tbody>
        {people.map((one) => (
          <Row key={one.outside}>
            <RowHead className="py-1">
              <span dir="auto">{one.name}</span>
            </RowHead>
            <Cell className="w-64 py-1">
              <Select
                label={`${one.name} is`}
                labelShown={false}
                options={options}
                value={one.person ?? NOBODY}
                onChange={(person) =>
                  usePagerDuty.setState({
                    preview: null,
                    people: people.map((other) =>
                      other === one
                        ? { ...one, person: person === NOBODY ? null : (person as PersonId) }
                        : other,
                    ),
                  })
                }
              />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
