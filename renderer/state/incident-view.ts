import { create } from 'zustand';
import type { IncidentId, PipelineId } from '../../shared/model/ids.ts';
import { showScreen } from './view-store.ts';

/** What lies open over the log of incidents: one of them, or the form for a new one. Looked at, never saved. */
interface IncidentView {
  readonly open: IncidentId | null;
  readonly reporting: boolean;
  /** The pipeline that a new one is of, to begin with; null is the first. */
  readonly pipeline: PipelineId | null;
}

const closed: IncidentView = { open: null, reporting: false, pipeline: null };

export const useIncidentView = create<IncidentView>(() => closed);

export const closeIncident = (): void => useIncidentView.setState(closed);

/** Opens one incident, from wherever it is named. */
export function showIncident(open: IncidentId): void {
  useIncidentView.setState({ ...closed, open });
  showScreen('incidents');
}

/** Opens the form for a new incident. */
export function reportIncident(pipeline: PipelineId | null): void {
  useIncidentView.setState({ ...closed, reporting: true, pipeline });
  showScreen('incidents');
}
