import { dateOf } from '../../../shared/calendar/days.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { LayerName, PersonId } from '../../../shared/model/ids.ts';
import type { Rotation } from '../../../shared/model/rotation.ts';
import { recordsOf } from '../../../shared/model/tables.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { workedTurnsText } from '../../../shared/words/people-text.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { rotationsInUse, type PersonForm } from './person-form.ts';

interface Props {
  readonly person: PersonId;
  readonly form: PersonForm;
  readonly today: LocalDate;
  readonly set: (change: Partial<PersonForm>) => void;
}

/** Turns of a rotation that somebody has begun, in quarters that are not closed: those are judged anew when they are taken out. */
const begunTurns = (workspace: Workspace, rotation: Rotation, person: PersonId, today: LocalDate): number =>
  recordsOf(workspace, 'shifts').filter(
    (shift) => shift.person === person && shift.rotation === rotation.id && dateOf(shift.start) <= today,
  ).length;

const withLayer = (layers: readonly LayerName[], layer: LayerName, takes: boolean): readonly LayerName[] =>
  takes ? [...layers, layer] : layers.filter((other) => other !== layer);

function RotationRow({ rotation, person, form, today, set }: Props & { readonly rotation: Rotation }) {
  const workspace = useWorkspace();
  const { id, name, kind, layers, participants, standIns } = rotation;
  const own = form.turns[id] ?? [];
  const before = participants.find((participant) => participant.person === person)?.layers ?? [];
  const begun = before.some((layer) => !own.includes(layer))
    ? begunTurns(workspace, rotation, person, today)
    : 0;
  return (
    <li className="flex flex-col gap-1 border-b border-divider py-1.5 last:border-b-0">
      <div role="group" aria-label={`${name}: takes turns in`} className="flex items-center gap-4">
        <span className="w-36 shrink-0 truncate" title={name}>
          {name}
        </span>
        <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4">
          {layers.map((layer) => (
            <Checkbox
              key={layer.name}
              checked={own.includes(layer.name)}
              onChange={(takes) => set({ turns: { ...form.turns, [id]: withLayer(own, layer.name, takes) } })}
            >
              {layer.title}
            </Checkbox>
          ))}
          {kind !== 'watch' ? null : standIns === 'task-owners' ? (
            <span className="text-muted">Owners of its tasks stand in</span>
          ) : (
            <Checkbox
              checked={form.standsIn.includes(id)}
              onChange={(stands) =>
                set({
                  standsIn: stands ? [...form.standsIn, id] : form.standsIn.filter((other) => other !== id),
                })
              }
            >
              Stands in
            </Checkbox>
          )}
        </span>
      </div>
      {begun === 0 ? null : (
        <p role="status" className="text-label text-warning">
          {workedTurnsText(form.name, name, begun)}
        </p>
      )}
    </li>
  );
}

/** Which rotations somebody takes turns in, and in which layers. */
export function TurnsPart(props: Props) {
  const rotations = rotationsInUse(useWorkspace());
  if (rotations.length === 0) return <p className="text-muted">There is no rotation yet.</p>;
  return (
    <ul className="flex flex-col">
      {rotations.map((rotation) => (
        <RotationRow key={rotation.id} rotation={rotation} {...props} />
      ))}
    </ul>
  );
}
