import { X } from 'lucide-react';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import type { Participant, Rotation } from '../../../shared/model/rotation.ts';
import { foretold } from '../../../shared/rotation/turn-order.ts';
import { foretoldText, restText, shortText } from '../../../shared/words/rotation-text.ts';
import { announce } from '../../state/announce.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { moved, OrderList } from '../../ui/order-list.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Select } from '../../ui/select.tsx';
import { inLayer, withPerson } from './draft.ts';
import { Part, Warning } from './part.tsx';
import { membersOf } from './templates.ts';
import type { PartProps } from './terms-part.tsx';

interface PersonProps extends PartProps {
  readonly participant: Participant;
}

function PersonFields({ participant, draft, set }: PersonProps) {
  const { people } = useWorkspace();
  const record = people[participant.person];
  const name = record?.name ?? participant.person;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-0.5">
      <span className="flex w-40 min-w-0 items-center gap-2">
        <Avatar name={name} position={record?.position ?? 0} size={22} />
        <span className="truncate" title={name}>
          {name}
        </span>
      </span>
      <span role="group" aria-label={`Layers of ${name}`} className="flex min-w-0 flex-1 flex-wrap gap-x-4">
        {draft.layers.map((layer) => (
          <Checkbox
            key={layer.name}
            checked={participant.layers.includes(layer.name)}
            onChange={(takes) => set(inLayer(draft, participant.person, layer.name, takes))}
          >
            {layer.title}
          </Checkbox>
        ))}
      </span>
      <IconButton
        label={`Take ${name} out`}
        icon={<X size={14} aria-hidden />}
        onPress={() =>
          set({ participants: draft.participants.filter(({ person }) => person !== participant.person) })
        }
      />
    </div>
  );
}

interface AddProps {
  readonly label: string;
  readonly without: readonly PersonId[];
  readonly today: LocalDate;
  readonly onAdd: (person: PersonId) => void;
}

/** One more of the team, chosen by name. */
function AddPerson({ label, without, today, onAdd }: AddProps) {
  const workspace = useWorkspace();
  const rest = membersOf(workspace, today).filter((id) => !without.includes(id));
  if (rest.length === 0) return <p className="text-muted">Everybody in the team is in it.</p>;
  const options: readonly { readonly id: PersonId | 'none'; readonly title: string }[] = [
    { id: 'none', title: label },
    ...rest.map((id) => ({ id, title: workspace.people[id]?.name ?? id })),
  ];
  return (
    <div className="max-w-60">
      <Select
        label={label}
        labelShown={false}
        options={options}
        value="none"
        onChange={(id) => {
          if (id !== 'none') onAdd(id);
        }}
      />
    </div>
  );
}

interface PeopleProps extends PartProps {
  readonly today: LocalDate;
  /** The draft as a rotation; null while something in it cannot be saved. */
  readonly rotation: Rotation | null;
}

/** Who takes turns, in which layers, and in which order; with what the list foretells. */
export function PeoplePart({ draft, errors, set, today, rotation }: PeopleProps) {
  const workspace = useWorkspace();
  const nameOf = (person: PersonId | undefined): string =>
    person === undefined ? '' : (workspace.people[person]?.name ?? person);
  const from = today > draft.startsOn ? today : (draft.startsOn as LocalDate);
  const enough = rotation === null ? '' : shortText(rotation);
  return (
    <Part
      title="People"
      about="In turn order. The planner is fair rather than strict: it keeps to who may take which layer, and weighs the rest."
    >
      {draft.participants.length === 0 ? (
        <p className="text-muted">Nobody takes turns yet.</p>
      ) : (
        <OrderList
          label="People, in turn order"
          items={draft.participants.map((participant) => ({
            id: participant.person,
            name: nameOf(participant.person),
            content: <PersonFields participant={participant} draft={draft} errors={errors} set={set} />,
          }))}
          onMove={(before, to) => {
            const participants = moved(draft.participants, before, to);
            set({ participants });
            announce(`${nameOf(participants[to]?.person)} is ${to + 1} of ${participants.length}.`);
          }}
        />
      )}
      {errors['participants'] === undefined ? null : <p className="text-error">{errors['participants']}</p>}
      <AddPerson
        label="Add somebody…"
        without={draft.participants.map(({ person }) => person)}
        today={today}
        onAdd={(person) => set(withPerson(draft, person))}
      />
      <Warning>{enough}</Warning>
      <Warning>
        {rotation === null || enough !== ''
          ? ''
          : foretoldText(workspace, rotation, foretold(rotation, from))}
      </Warning>
      <Warning>{rotation === null ? '' : restText(rotation)}</Warning>
    </Part>
  );
}

const standInKinds = [
  { id: 'task-owners', title: 'Owners of its tasks' },
  { id: 'named', title: 'By name' },
] as const;

/** Who holds a watch when its regular people cannot. */
export function StandInsPart({ draft, errors, set, today }: PartProps & { readonly today: LocalDate }) {
  const { people } = useWorkspace();
  const { standIns } = draft;
  const regular = draft.participants.map(({ person }) => person);
  return (
    <Part
      title="Stand-ins"
      about="Who may hold a turn when the regular people cannot. It costs a wish, so the pair stays the rule."
    >
      <SegmentedControl
        label="Stand-ins"
        options={standInKinds}
        value={standIns === 'task-owners' ? 'task-owners' : 'named'}
        onChange={(kind) => set({ standIns: kind === 'task-owners' ? 'task-owners' : [] })}
      />
      {errors['standIns'] === undefined ? null : <p className="text-error">{errors['standIns']}</p>}
      {standIns === 'task-owners' ? null : (
        <>
          <ul aria-label="Stand-ins by name" className="flex flex-wrap gap-2">
            {standIns.map((id) => {
              const name = people[id]?.name ?? id;
              return (
                <li key={id} className="flex items-center gap-1.5 rounded-md border border-divider pl-2">
                  <Avatar name={name} position={people[id]?.position ?? 0} size={20} />
                  {name}
                  <IconButton
                    label={`Take ${name} out of the stand-ins`}
                    icon={<X size={13} aria-hidden />}
                    onPress={() => set({ standIns: standIns.filter((other) => other !== id) })}
                  />
                </li>
              );
            })}
          </ul>
          <AddPerson
            label="Add a stand-in…"
            without={[...regular, ...standIns]}
            today={today}
            onAdd={(person) => set({ standIns: [...standIns, person] })}
          />
        </>
      )}
    </Part>
  );
}
