import { CircleX, TriangleAlert } from 'lucide-react';
import { leaveEffectLines } from '../../../shared/words/leave-text.ts';
import { useShownWorkspace } from '../../state/plan-store.ts';
import { draftEffect } from './hold.ts';
import { useLeave } from './leave-store.ts';

const signs = {
  plain: null,
  hard: <CircleX size={13} className="mt-0.5 shrink-0 text-error" aria-label="Conflict" />,
  soft: <TriangleAlert size={13} className="mt-0.5 shrink-0 text-warning" aria-label="Warning" />,
  refused: <CircleX size={13} className="mt-0.5 shrink-0 text-error" aria-label="Not possible" />,
} as const;

const WIDTH = 300;
const AWAY = 16;

/** What the held leave would do, at the pointer, before it is let go; held by keys it stands at the foot of the strip. */
export function DraftCard() {
  const workspace = useShownWorkspace();
  const draft = useLeave((state) => state.draft);
  if (draft === null) return null;
  const lines = leaveEffectLines(workspace, draftEffect(draft.leave));
  const { at } = draft;
  const place =
    at === null
      ? { right: 24, bottom: 48 }
      : {
          left: Math.min(at.x + AWAY, window.innerWidth - WIDTH - 8),
          top: Math.min(at.y + AWAY, window.innerHeight - 40 - lines.length * 20),
        };
  return (
    <div className="draft-card" style={{ width: WIDTH, ...place }} aria-hidden="true">
      {lines.map(({ kind, text }, index) => (
        <p key={text} className={index === 0 ? 'font-medium' : 'flex items-start gap-1.5'}>
          {signs[kind]}
          <span>{text}</span>
        </p>
      ))}
      {at === null ? (
        <p className="text-label text-muted">
          ← → move · Shift + ← → last day · Alt + ← → first day · Enter puts it down · Esc cancels
        </p>
      ) : null}
    </div>
  );
}
