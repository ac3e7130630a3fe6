import type { Network } from '../../electron/ports.ts';
import { refused } from '../../shared/result.ts';

/** A computer without a way out. */
export const noNetwork: Network = { ask: () => Promise.resolve(refused('offline')) };
