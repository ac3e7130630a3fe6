import { dismissToast, useToasts } from '../../state/toast-store.ts';
import { Toast } from '../../ui/toast.tsx';
import { useAction } from './use-action.ts';

/** What just happened, above the status bar. Read aloud by the live regions, not from here. */
export function Toasts() {
  const toasts = useToasts((state) => state.toasts);
  const undo = useAction('undo');
  return (
    <div className="pointer-events-none fixed inset-x-0 bottom-10 z-30 flex flex-col items-center gap-2">
      {toasts.map(({ id, text, tone, undo: offersUndo }) => (
        <div key={id} className="pointer-events-auto max-w-[min(48rem,calc(100vw-6rem))]">
          <Toast
            text={text}
            tone={tone}
            action={offersUndo ? { title: 'Undo', keys: undo.keys ?? '', run: undo.run } : null}
            onDismiss={() => dismissToast(id)}
          />
        </div>
      ))}
    </div>
  );
}
