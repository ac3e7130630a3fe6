import { useEffect, useRef } from 'react';
import { nextChange } from '../../../shared/editing/task-owners.ts';
import { dayWithYearText } from '../../../shared/words/date-text.ts';
import { personName } from '../../../shared/words/names.ts';
import {
  handOverLines,
  handOverRefusalText,
  type HandOverLine,
} from '../../../shared/words/task-owners-text.ts';
import { onGhostPlace } from '../../state/drag-position.ts';
import { GhostCard, type GhostLine } from '../../ui/ghost-card.tsx';
import { RoleChip } from './role-chip.tsx';
import { useTasksDesk, type RoleDrag } from './tasks-desk.ts';
import { useSplitAfter, type Matrix } from './use-tasks.ts';

const tones: Readonly<Record<HandOverLine['kind'], GhostLine['tone']>> = {
  takes: 'plain',
  open: 'soft',
  figure: 'number',
};

/** Where the card hangs so that it stays whole in the window. */
function hang(element: HTMLElement, x: number, y: number): void {
  const { offsetWidth: width, offsetHeight: height } = element;
  const left = x + 14 + width > window.innerWidth - 8 ? Math.max(8, x - width - 10) : x + 14;
  const top = y + 12 + height > window.innerHeight - 8 ? Math.max(8, y - height - 10) : y + 12;
  element.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
}

function useLines(model: Matrix, drag: RoleDrag): readonly GhostLine[] {
  const after = useSplitAfter(model);
  const { workspace, day, before } = model;
  if (drag.refusal !== null && drag.refusal.kind !== 'no-change')
    return [{ tone: 'hard', text: handOverRefusalText(workspace, drag.refusal) }];
  if (drag.handovers.length === 0) return [];
  const later = [...new Set(drag.handovers.map(({ task }) => task))].flatMap((id): readonly GhostLine[] => {
    const task = workspace.tasks[id];
    const until = task === undefined ? null : nextChange(task, day);
    return task === undefined || until === null
      ? []
      : [
          {
            tone: 'soft',
            text: `${task.code}: until ${dayWithYearText(until)}, when other owners are set down`,
          },
        ];
  });
  const lines = handOverLines(workspace, drag.handovers, before, after);
  return [...lines.map(({ kind, text, trend }) => ({ tone: tones[kind], text, trend })), ...later];
}

function Ghost({ model, drag }: { readonly model: Matrix; readonly drag: RoleDrag }) {
  const element = useRef<HTMLDivElement>(null);
  const lines = useLines(model, drag);
  useEffect(() => onGhostPlace(({ x, y }) => element.current && hang(element.current, x, y)), [lines]);
  const { held, by, over, refusal } = drag;
  const code = model.workspace.tasks[held.task]?.code ?? '';
  const release = by === 'keys' ? 'Enter' : 'Release';
  const hint =
    refusal !== null && refusal.kind !== 'no-change'
      ? 'Nothing is placed here'
      : drag.handovers.length > 0
        ? `${release} to hand over · Esc cancels`
        : over === null
          ? 'Esc cancels'
          : 'No change';
  return (
    <div ref={element} className="pointer-events-none fixed top-0 left-0 z-50">
      <GhostCard
        chip={
          <span className="role-held">
            <RoleChip role={held.role} />
            {code} · {held.person === null ? 'open' : personName(model.workspace, held.person)}
          </span>
        }
        lines={lines}
        hint={hint}
      />
    </div>
  );
}

/** What hangs from the hand while a role is held. */
export function RoleGhost({ model }: { readonly model: Matrix }) {
  const drag = useTasksDesk((desk) => desk.drag);
  return drag === null ? null : <Ghost model={model} drag={drag} />;
}
