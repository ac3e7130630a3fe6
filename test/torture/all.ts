import { kills, killsLarge } from './kills.ts';
import type { Torture } from './torture.ts';

/** Every torture, in the order in which `--all` runs them. */
export const tortures: readonly Torture[] = [kills, killsLarge];
