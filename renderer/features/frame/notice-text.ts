import type { RecoveryNotice } from '../../../shared/contract/channels.ts';

/** What start-up had to do, and where the original lies when it was set aside. */
export function noticeText({ detail, keptAs }: RecoveryNotice): string {
  return keptAs === null ? detail : `${detail} The original is kept as ${keptAs}.`;
}
