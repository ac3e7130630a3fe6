import { useEffect, useRef } from 'react';
import { heldDaysText } from '../../../shared/words/cover-effect.ts';
import { effectLines, type EffectLine } from '../../../shared/words/effect-text.ts';
import type { Held } from '../../../shared/editing/aim.ts';
import { asksFirst } from '../../../shared/editing/move-preview.ts';
import { slotOf } from '../../../shared/rotation/expand.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { rangeText } from '../../../shared/words/date-text.ts';
import { nameAlone, personName } from '../../../shared/words/names.ts';
import { faceOf } from '../../state/chip-faces.ts';
import { onGhostPlace } from '../../state/drag-position.ts';
import { useDrag, type DragState } from '../../state/drag-store.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { GhostCard, type GhostLine } from '../../ui/ghost-card.tsx';
import { ShiftChip } from '../../ui/shift-chip.tsx';

const tones: Readonly<Record<EffectLine['kind'], GhostLine['tone']>> = {
  takes: 'plain',
  free: 'quiet',
  hard: 'hard',
  soft: 'soft',
  share: 'number',
  score: 'number',
  refused: 'soft',
};

const noFindings = new Map();

function HeldChip({ workspace, held }: { readonly workspace: Workspace; readonly held: Held }) {
  if (held.kind === 'person') {
    const person = workspace.people[held.person];
    return person === undefined ? null : (
      <span className="ghost-person">
        <Avatar name={nameAlone(workspace, person.id)} position={person.position} size={24} />
        <bdi>{nameAlone(workspace, person.id)}</bdi>
      </span>
    );
  }
  if (held.kind === 'leave') {
    const leave = workspace.leave[held.leave];
    return leave === undefined ? null : (
      <span className="ghost-person ghost-leave">
        Leave of {personName(workspace, leave.person)}, {rangeText(leave.from, leave.to)}
      </span>
    );
  }
  if (held.kind === 'days') return <span className="ghost-person">{heldDaysText(workspace, held.days)}</span>;
  const slot = slotOf(workspace, held.kind === 'slots' ? held.lead : held.slot);
  if (slot === null) return null;
  return (
    <span className="ghost-set" data-several={held.kind === 'slots' || undefined}>
      <ShiftChip face={faceOf(workspace, slot, noFindings, false)} shows="both" width={200} />
      {held.kind === 'slots' ? <span className="ghost-count">{held.slots.length} shifts</span> : null}
    </span>
  );
}

function hintOf({ preview, target, by, stuck }: DragState): string {
  const release = by === 'keys' ? 'Enter' : 'Release';
  if (stuck !== null) return stuck;
  if (preview === null && target !== null) return 'No change here';
  if (preview === null) return `${by === 'keys' ? 'Arrows aim · Esc' : 'Release or Esc'} cancels`;
  if (preview.refusal !== null) return 'Nothing is placed here';
  if (preview.command === null) return 'No change';
  if (preview.needsReason) return `${release} asks for a reason · Esc cancels`;
  return asksFirst(preview)
    ? `${release} asks first · Ctrl+${by === 'keys' ? 'Enter' : 'release'} places anyway`
    : `${release} to place · Esc cancels`;
}

/** Where chip and card hang so that they stay whole in the window: right of the pointer, or left of it, and up as far as they must. */
function hang(element: HTMLElement, x: number, y: number): void {
  const card = element.firstElementChild as HTMLElement;
  const { offsetWidth: width, offsetHeight: height } = card;
  const isLeft = x + 14 + width > window.innerWidth - 8;
  const left = isLeft ? Math.max(8, x - width - 10) : x + 14;
  const top = Math.max(8, Math.min(y + 12, window.innerHeight - 8 - height));
  element.dataset['side'] = isLeft ? 'left' : 'right';
  card.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
}

/** What hangs from the hand while something is held, over every screen. */
export function GhostLayer() {
  const workspace = useWorkspace();
  const drag = useDrag();
  const layer = useRef<HTMLDivElement>(null);
  const { held, preview } = drag;
  useEffect(
    () =>
      onGhostPlace(({ x, y }) => {
        if (layer.current !== null) hang(layer.current, x, y);
      }),
    [held, preview],
  );
  if (held === null) return null;
  const lines = preview === null ? [] : effectLines(workspace, preview);
  return (
    <div ref={layer} className="ghost-layer" aria-hidden="true">
      <GhostCard
        chip={<HeldChip workspace={workspace} held={held} />}
        lines={lines.map(({ kind, text, trend }) => ({ tone: tones[kind], text, trend: trend ?? undefined }))}
        hint={hintOf(drag)}
      />
    </div>
  );
}
