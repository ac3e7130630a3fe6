import { TriangleAlert, X } from 'lucide-react';
import { useState } from 'react';
import type { MovePreview } from '../../../shared/editing/move-preview.ts';
import { askTitle, effectLines, type EffectLine } from '../../../shared/words/effect-text.ts';
import { answerConflict, useDrag } from '../../state/drag-store.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';

/** What the edit takes, in characters. */
const longestReason = 500;

const findingTones = { hard: 'text-error', soft: 'text-warning' } as const;
const findingMarks = {
  hard: <X size={13} aria-label="Conflict:" className="shrink-0 translate-y-0.5" />,
  soft: <TriangleAlert size={13} aria-label="Warning:" className="shrink-0 translate-y-0.5" />,
} as const;

function Findings({
  kind,
  lines,
}: {
  readonly kind: 'hard' | 'soft';
  readonly lines: readonly EffectLine[];
}) {
  const told = lines.filter((line) => line.kind === kind);
  return told.length === 0 ? null : (
    <ul className="flex flex-col gap-1">
      {told.map(({ text }) => (
        <li key={text} className={`flex items-baseline gap-2 ${findingTones[kind]}`}>
          {findingMarks[kind]}
          {text}
        </li>
      ))}
    </ul>
  );
}

function Effects({ lines }: { readonly lines: readonly EffectLine[] }) {
  return (
    <>
      <Findings kind="hard" lines={lines} />
      <Findings kind="soft" lines={lines} />
      <ul className="flex flex-col gap-1 text-body">
        {lines
          .filter(({ kind }) => kind !== 'hard' && kind !== 'soft')
          .map(({ text }) => (
            <li key={text}>{text}</li>
          ))}
      </ul>
    </>
  );
}

const stays = ({ command, conflicts }: MovePreview): string =>
  command?.kind === 'save-leave'
    ? 'The shifts stay where they are and are marked until somebody takes them over. Undo takes it back.'
    : conflicts.length > 0
      ? `Placed anyway, ${new Set(conflicts.map(({ shift }) => shift)).size === 1 ? 'the shift stays marked as an accepted conflict' : 'the shifts stay marked as accepted conflicts'}. Undo takes it back.`
      : 'The correction and its reason stay in History. Undo takes it back.';

function Question({ asking }: { readonly asking: MovePreview }) {
  const workspace = useWorkspace();
  const [reason, setReason] = useState('');
  const { needsReason, conflicts } = asking;
  const lacksReason = needsReason && reason.trim() === '';
  const correct = () => {
    if (!lacksReason) answerConflict(true, reason.trim());
  };
  return (
    <Dialog
      title={askTitle(workspace, asking)}
      isOpen
      isAlert
      onClose={() => answerConflict(false)}
      actions={
        <>
          <Button autoFocus={!needsReason} onPress={() => answerConflict(false)}>
            Cancel
          </Button>
          <Button
            kind={conflicts.length > 0 ? 'danger' : 'primary'}
            onPress={correct}
            disabledReason={lacksReason ? 'What has been worked is corrected with a reason' : undefined}
          >
            {needsReason ? (conflicts.length > 0 ? 'Correct anyway' : 'Correct') : 'Place anyway'}
          </Button>
        </>
      }
    >
      <Effects lines={effectLines(workspace, asking)} />
      {needsReason ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            correct();
          }}
        >
          <Field
            label="Reason"
            value={reason}
            onChange={(text) => setReason(text.slice(0, longestReason))}
            autoFocus
            hint="Such as: they swapped by phone. It is kept with the shift and in History."
          />
        </form>
      ) : null}
      <p className="text-body text-muted">{stays(asking)}</p>
    </Dialog>
  );
}

/** Asks before a hard rule is broken or a worked week is corrected: what changes, what stands against it, what stays marked. */
export function PlaceAnyway() {
  const asking = useDrag((drag) => drag.asking);
  return asking === null || asking.command === null ? null : <Question asking={asking} />;
}
