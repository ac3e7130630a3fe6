import { useEffect } from 'react';
import { create } from 'zustand';

/** Incident mode: one runbook in one column and large type, and nothing beside it. */
export const useIncidentMode = create<{ readonly on: boolean }>(() => ({ on: false }));

export const setIncidentMode = (on: boolean): void => useIncidentMode.setState({ on });

/** Escape leaves incident mode, unless it closed something else first: a list, a hint, a field's menu. */
export function useEscape(): void {
  const on = useIncidentMode((mode) => mode.on);
  useEffect(() => {
    if (!on) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (document.querySelector('[role=dialog], [role=alertdialog], [role=listbox][data-open]') !== null)
        return;
      setIncidentMode(false);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [on]);
}
