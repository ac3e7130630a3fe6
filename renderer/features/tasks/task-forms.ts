import { create } from 'zustand';
import type { Task } from '../../../shared/model/task.ts';

/** The dialog that is open: a task to change or to add, or the pipelines. */
export type TaskForm =
  | { readonly kind: 'task'; readonly task: Task }
  | { readonly kind: 'new-task' }
  | { readonly kind: 'pipelines' };

export const useTaskForm = create<{ readonly form: TaskForm | null }>(() => ({ form: null }));

export const openForm = (form: TaskForm | null): void => useTaskForm.setState({ form });
