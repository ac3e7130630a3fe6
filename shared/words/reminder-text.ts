import type { Notice } from '../contract/window-face.ts';
import { counted } from './number-text.ts';

/**
 * What the system's notifications say: how many and where, never who or what. They stand on locked screens and are kept by systems that
 * Evenwatch knows nothing of.
 */
export function reviewNotice(overdue: number): Notice | null {
  if (overdue === 0) return null;
  return {
    title: counted(overdue, 'runbook review is due', 'runbook reviews are due'),
    body: 'Open Runbooks to read them through.',
    action: 'show-runbooks',
  };
}

/** @param people how many lose comp time within the days that the policy warns ahead */
export function compTimeNotice(people: number): Notice | null {
  if (people === 0) return null;
  return {
    title: 'Comp time is about to expire',
    body: `For ${counted(people, 'person', 'people')}. Open Comp time to book it.`,
    action: 'show-comp-time',
  };
}
