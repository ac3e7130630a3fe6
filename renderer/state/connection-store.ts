import { create } from 'zustand';

/** Whether the keeper can be reached. On the desktop it always is; in the browser host the program may be stopped. */
export interface ConnectionState {
  readonly connection: 'connected' | 'lost' | 'refused' | 'replaced';
}

export const useConnection = create<ConnectionState>(() => ({ connection: 'connected' }));
