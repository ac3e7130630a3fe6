import { killMain, killWindow } from './app-kills.ts';
import { clock } from './clock.ts';
import { damage } from './damage.ts';
import { faults } from './faults.ts';
import { fullDisk } from './full-disk.ts';
import { imports } from './imports.ts';
import { journal } from './journal.ts';
import { kills, killsLarge } from './kills.ts';
import { migration } from './migration.ts';
import { owners } from './owners.ts';
import { power } from './power.ts';
import { readOnly } from './read-only.ts';
import { restores } from './restores.ts';
import { rotation } from './rotation.ts';
import { runbookImports } from './runbook-imports.ts';
import { soak } from './soak.ts';
import { synced } from './synced.ts';
import { syscalls } from './syscalls.ts';
import type { Torture } from './torture.ts';
import { verify } from './verify.ts';

/** Every torture, in the order in which `--all` runs them. */
export const tortures: readonly Torture[] = [
  kills,
  killsLarge,
  killMain,
  killWindow,
  power,
  syscalls,
  faults,
  fullDisk,
  readOnly,
  damage,
  journal,
  verify,
  migration,
  rotation,
  restores,
  owners,
  synced,
  clock,
  imports,
  runbookImports,
  soak,
];
