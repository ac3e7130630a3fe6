import { create } from 'zustand';

export interface Toast {
  readonly id: number;
  /** One sentence: what happened. */
  readonly text: string;
  readonly tone: 'info' | 'warning' | 'error';
  /** Offers Undo with its key; never the only way to undo. */
  readonly undo: boolean;
  /** What can be done about it, where that is not Undo. */
  readonly action: { readonly title: string; readonly run: () => void } | null;
}

export interface ToastState {
  readonly toasts: readonly Toast[];
}

export const useToasts = create<ToastState>(() => ({ toasts: [] }));

/** More than three at once would cover the plan; the oldest goes. */
const MOST = 3;
let lastId = 0;

/** Shows a sentence for eight seconds, longer while pointer or focus rests on it. */
export function showToast(toast: Pick<Toast, 'text'> & Partial<Omit<Toast, 'id'>>): void {
  lastId += 1;
  const next: Toast = { tone: 'info', undo: false, action: null, ...toast, id: lastId };
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts, next].slice(-MOST) }));
}

export function dismissToast(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
}

/** Takes away every toast that offers Undo: after an undo they would name the wrong step. */
export function dismissUndoToasts(): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => !toast.undo) }));
}
