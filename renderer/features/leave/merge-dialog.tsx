import { mergeLeave, overlappingLeave } from '../../../shared/editing/leave-effect.ts';
import { leaveDaysText, leaveKindText } from '../../../shared/words/leave-text.ts';
import { personName } from '../../../shared/words/names.ts';
import { putMerged } from '../../state/leave-acts.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { setLeave, useLeave } from './leave-store.ts';

/** Asks what becomes of leave that was dropped over other leave of the same person: one of all, or nothing changed. */
export function MergeDialog() {
  const workspace = useWorkspace();
  const leave = useLeave((state) => state.merging);
  const close = (): void => setLeave({ merging: null });
  const others = leave === null ? [] : overlappingLeave(workspace, leave);
  const made = leave === null ? null : mergeLeave(workspace, leave, 'Merge');
  return (
    <Dialog
      title={leave === null ? '' : `${personName(workspace, leave.person)} has leave on these days`}
      isOpen={leave !== null}
      onClose={close}
      actions={
        <>
          <Button onPress={close} autoFocus>
            Leave both as they are
          </Button>
          {leave === null || made === null ? null : (
            <Button
              kind="primary"
              onPress={() => {
                close();
                putMerged(leave);
              }}
            >
              Merge into {leaveDaysText(made.merged)}
            </Button>
          )}
        </>
      }
    >
      {leave === null ? null : (
        <p>
          {leaveDaysText(leave)} overlaps{' '}
          {others.map((other) => `${leaveKindText(other)} ${leaveDaysText(other)}`).join(', ')}.{' '}
          {made === null
            ? 'Comp time that was taken from the balance cannot be merged.'
            : 'Merged, it becomes one leave from the first day to the last.'}
        </p>
      )}
    </Dialog>
  );
}
