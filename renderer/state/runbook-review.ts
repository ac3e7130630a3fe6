import { create } from 'zustand';
import { showScreen } from './view-store.ts';

/** Whether the runbook screen shows its list of reviews and gaps instead of one runbook. Looked at, never saved. */
export const useReviewList = create<{ readonly open: boolean }>(() => ({ open: false }));

export const closeReviewList = (): void => useReviewList.setState({ open: false });

/** Opens the runbook screen at what is due for review and what has no owner or runbook. */
export function showReviewList(): void {
  useReviewList.setState({ open: true });
  showScreen('runbooks');
}
