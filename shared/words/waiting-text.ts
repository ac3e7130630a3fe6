import { counted } from './number-text.ts';
const deadlines = (count: number): string => counted(count, 'deadline');

/** `1 deadline late, 2 due soon`, `2 deadlines due soon`: what the status bar reminds of; empty where nothing waits. */
export function waitingText(late: number, soon: number): string {
  if (late === 0) return soon === 0 ? '' : `${deadlines(soon)} due soon`;
  return `${deadlines(late)} late${soon === 0 ? '' : `, ${soon} due soon`}`;
}
