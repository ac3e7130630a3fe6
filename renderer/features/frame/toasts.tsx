import { useFollowedDrag, useFollowedToasts } from '../../state/followed.ts';
import { dismissToast } from '../../state/toast-store.ts';
import { Toast } from '../../ui/toast.tsx';
import { useAction } from './use-action.ts';

/**
 * What just happened: over the right of the status bar, which is empty, so that little of the plan lies under it, and out of the way
 * while something is dragged. Read aloud by the live regions, not from here.
 */
export function Toasts() {
  const toasts = useFollowedToasts((state) => state.toasts);
  const undo = useAction('undo');
  const isDragging = useFollowedDrag(({ by }) => by === 'pointer');
  return (
    <div
      className={`${isDragging ? 'hidden' : 'flex'} pointer-events-none fixed right-24 bottom-0.5 z-30 flex-col items-end gap-2`}
    >
      {toasts.map(({ id, text, tone, undo: offersUndo, action }) => (
        <div key={id} className="pointer-events-auto max-w-[min(40rem,max(20rem,calc(100vw-28rem)))]">
          <Toast
            text={text}
            tone={tone}
            action={
              offersUndo
                ? { title: 'Undo', keys: undo.keys ?? '', run: undo.run }
                : action && {
                    title: action.title,
                    run: () => {
                      dismissToast(id);
                      action.run();
                    },
                  }
            }
            onDismiss={() => dismissToast(id)}
          />
        </div>
      ))}
    </div>
  );
}
