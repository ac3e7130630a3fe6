import type { OutsideExport, OutsidePart } from '../../../shared/exchange/outside-schedule.ts';
import type { Role } from '../../../shared/exchange/outside-take.ts';
import type { RemoteUser } from '../../../shared/exchange/remote-schedule.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import { recordsOf } from '../../../shared/model/tables.ts';
import { nameAlone } from '../../../shared/words/names.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Select } from '../../ui/select.tsx';
import { Cell, ColumnHead, Row, RowHead, Table, TableHead } from '../../ui/table.tsx';
import { optionOfRole, roleOfOption, roleOptions } from './role-options.ts';

const ASK = 'ask';
const NOBODY = 'nobody';
const UNUSED = 'unused';

/** A copy of a map in which a key has a value, or is missing. */
function set<Value>(
  map: ReadonlyMap<string, Value>,
  key: string,
  value: Value | undefined,
): ReadonlyMap<string, Value> {
  const next = new Map(map);
  if (value === undefined) next.delete(key);
  else next.set(key, value);
  return next;
}

interface RolesProps {
  readonly parts: readonly OutsidePart[];
  readonly tool: OutsideExport['tool'];
  readonly roles: ReadonlyMap<string, Role>;
  readonly onChange: (roles: ReadonlyMap<string, Role>) => void;
}

/** Which role here each rotation or schedule of the file stands for. */
export function RolesMap({ parts, tool, roles, onChange }: RolesProps) {
  const workspace = useWorkspace();
  const options = [{ id: UNUSED, title: 'Not used' }, ...roleOptions(workspace)];
  return (
    <Table caption="What stands for which role" quiet={false}>
      <TableHead>
        <ColumnHead>{tool === 'opsgenie' ? 'Rotation there' : 'Schedule there'}</ColumnHead>
        <ColumnHead>Role here</ColumnHead>
      </TableHead>
      <tbody>
        {parts.map(({ id, name }) => {
          const role = roles.get(id);
          return (
            <Row key={id}>
              <RowHead className="py-1 wrap-anywhere">
                <span dir="auto">{name}</span>
              </RowHead>
              <Cell className="w-56 py-1">
                <Select
                  label={`Role of ${name}`}
                  labelShown={false}
                  options={options}
                  value={role === undefined ? UNUSED : optionOfRole(role)}
                  onChange={(option) =>
                    onChange(
                      set(roles, id, option === UNUSED ? undefined : (roleOfOption(option) ?? undefined)),
                    )
                  }
                />
              </Cell>
            </Row>
          );
        })}
      </tbody>
    </Table>
  );
}

interface PeopleProps {
  readonly users: readonly RemoteUser[];
  readonly people: ReadonlyMap<string, PersonId | null>;
  readonly onChange: (people: ReadonlyMap<string, PersonId | null>) => void;
}

const optionOf = (person: PersonId | null | undefined): string =>
  person === undefined ? ASK : (person ?? NOBODY);

const personOf = (option: string): PersonId | null | undefined =>
  option === ASK ? undefined : option === NOBODY ? null : (option as PersonId);

/** Who the people of the file are here. */
export function PeopleMap({ users, people, onChange }: PeopleProps) {
  const workspace = useWorkspace();
  const named = new Set(people.values());
  const options = [
    { id: ASK, title: 'Not said yet' },
    { id: NOBODY, title: 'Leave out' },
    ...recordsOf(workspace, 'people')
      .filter(({ id, archivedOn }) => archivedOn === null || named.has(id))
      .sort((one, other) => one.position - other.position)
      .map(({ id, archivedOn }) => ({
        id: id,
        title: `${nameAlone(workspace, id)}${archivedOn === null ? '' : ' (archived)'}`,
      })),
  ];
  return (
    <Table caption="Who is who" quiet={false}>
      <TableHead>
        <ColumnHead>Person there</ColumnHead>
        <ColumnHead>Person here</ColumnHead>
      </TableHead>
      <tbody>
        {users.map(({ id, name, email }) => (
          <Row key={id}>
            <RowHead className="py-1 wrap-anywhere">
              <span dir="auto">{name}</span>
              {email === null || email === name ? null : (
                <span className="block font-normal text-muted">{email}</span>
              )}
            </RowHead>
            <Cell className="w-56 py-1">
              <Select
                label={`${name} is`}
                labelShown={false}
                options={options}
                value={optionOf(people.get(id))}
                onChange={(option) => onChange(set(people, id, personOf(option)))}
              />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
