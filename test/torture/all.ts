import { damage } from './damage.ts';
import { faults } from './faults.ts';
import { journal } from './journal.ts';
import { kills, killsLarge } from './kills.ts';
import { rotation } from './rotation.ts';
import type { Torture } from './torture.ts';

/** Every torture, in the order in which `--all` runs them. */
export const tortures: readonly Torture[] = [kills, killsLarge, faults, damage, journal, rotation];
