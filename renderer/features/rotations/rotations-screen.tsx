import { Plus, RefreshCcw } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { quarterRange } from '../../../shared/calendar/days.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { RotationId } from '../../../shared/model/ids.ts';
import type { Rotation } from '../../../shared/model/rotation.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { stateOf } from '../../../shared/words/rotation-text.ts';
import { today as dayHere } from '../../state/clock.ts';
import { useView } from '../../state/view-store.ts';
import { useWorkspace, useWorkspaceStore } from '../../state/workspace-store.ts';
import { Button, buttonLook } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Menu } from '../../ui/menu.tsx';
import { ScrollPane } from '../../ui/scroll-pane.tsx';
import { beginRotation, selectRotation, useDrafts } from './draft-store.ts';
import { RotationEditor } from './rotation-editor.tsx';
import { RotationList } from './rotation-list.tsx';
import { rotationFrom, templates, type Template } from './templates.ts';

const newId = (): RotationId => `rotation-${crypto.randomUUID().slice(0, 8)}` as RotationId;

/** Those in use, those to come and those that have ended, each kind in the order of the lists. */
function inOrder(workspace: Workspace, added: Rotation | null): readonly Rotation[] {
  const all = [...Object.values(workspace.rotations), ...(added === null ? [] : [added])];
  return all.sort(
    (one, other) =>
      one.position - other.position ||
      (one.startsOn < other.startsOn ? -1 : one.startsOn > other.startsOn ? 1 : one.id < other.id ? -1 : 1),
  );
}

interface BeginProps {
  readonly readOnly: string | undefined;
  readonly onBegin: (template: Template) => void;
}

function Templates({ readOnly, onBegin }: BeginProps) {
  return (
    <EmptyState icon={<RefreshCcw size={28} aria-hidden />} title="No rotation yet">
      <p>
        A rotation says who is called, in turns. Begin with one of these; everything in it can be changed.
      </p>
      <ul className="mt-4 flex flex-col gap-2 text-left">
        {templates.map((template) => (
          <li
            key={template.id}
            className="flex items-center gap-4 rounded-lg border border-divider px-4 py-3"
          >
            <span className="min-w-0 flex-1">
              <span className="block font-medium text-ink">{template.title}</span>
              {template.about}
            </span>
            <Button disabledReason={readOnly} onPress={() => onBegin(template)}>
              Use {template.title.charAt(0).toLowerCase() + template.title.slice(1)}
            </Button>
          </li>
        ))}
      </ul>
    </EmptyState>
  );
}

function NewRotation({ readOnly, onBegin }: BeginProps) {
  const trigger = (
    <AriaButton className={buttonLook('plain')}>
      <Plus size={14} aria-hidden />
      New rotation
    </AriaButton>
  );
  const entries = templates.map((template) => ({
    id: template.id,
    title: template.title,
    disabledReason: readOnly,
    run: () => onBegin(template),
  }));
  return <Menu label="New rotation" trigger={trigger} groups={[{ id: 'templates', entries }]} />;
}

/** A new rotation starts in the quarter on view: that is the one being set up. Nothing starts in the past. */
const begin = (workspace: Workspace, today: LocalDate) => (template: Template) => {
  const { from } = quarterRange(useView.getState().quarter);
  beginRotation(rotationFrom(template, workspace, newId(), from > today ? from : today));
};

/** Cadence: which duties go round, among whom and when; and how that changes from a day on. */
export function RotationsScreen() {
  const workspace = useWorkspace();
  const readOnlyBecause = useWorkspaceStore((state) => state.readOnlyBecause);
  const { selected, drafts, added } = useDrafts();
  const today = dayHere(workspace.about.zone);
  const rotations = inOrder(workspace, added);
  const inUse = rotations.filter((one) => one.id !== added?.id && stateOf(one, today) !== 'ended');
  const shown = rotations.find(({ id }) => id === selected) ?? inUse[0] ?? rotations[0];
  const readOnly = readOnlyBecause === null ? undefined : `Read only: ${readOnlyBecause}`;
  if (shown === undefined)
    return (
      <ScrollPane label="Rotations">
        <Templates readOnly={readOnly} onBegin={begin(workspace, today)} />
      </ScrollPane>
    );
  return (
    <div className="flex min-h-0 flex-1">
      <nav
        aria-label="Rotations"
        className="flex w-62 shrink-0 flex-col gap-3 overflow-auto border-r border-divider p-3 max-[1100px]:w-52"
      >
        <h2 className="px-2.5 pt-1 text-section font-semibold">Rotations</h2>
        <RotationList
          rotations={rotations}
          selected={shown.id}
          drafted={Object.keys(drafts) as RotationId[]}
          added={added?.id ?? null}
          today={today}
          onSelect={selectRotation}
        />
        <div className="px-2.5">
          <NewRotation
            readOnly={readOnly ?? (added === null ? undefined : `${added.name} is not saved yet`)}
            onBegin={begin(workspace, today)}
          />
        </div>
      </nav>
      <ScrollPane label={`Rotation ${shown.name}`}>
        <RotationEditor
          key={shown.id}
          rotation={shown}
          isNew={shown.id === added?.id}
          inUse={inUse}
          today={today}
        />
      </ScrollPane>
    </div>
  );
}
