import type { Channels, Reply } from '../../shared/contract/channels.ts';
import type { KeptDraft } from '../../shared/contract/drafts.ts';
import type { Ports } from '../ports.ts';
import { draftsBeside, keepBeside } from '../storage/drafts.ts';
import { diskProblem } from '../storage/disk-problem.ts';
import type { Session } from './session.ts';

const notOpen = { ok: false, problem: { kind: 'not-open' } } as const;

/** What was being written when the plan was last open here. Whoever may only look at a plan writes nothing, and another may be writing there now. */
export async function readDrafts(
  { file }: Channels['drafts.read']['request'],
  session: Session | null,
  ports: Ports,
): Promise<Reply<readonly KeptDraft[]>> {
  if (session?.file !== file) return notOpen;
  if (!session.isWritable()) return { ok: true, value: [] };
  try {
    return { ok: true, value: await draftsBeside(session.places, ports) };
  } catch (error) {
    return { ok: false, problem: diskProblem('read', session.places.drafts, error) };
  }
}

export async function keepDrafts(
  { file, drafts }: Channels['drafts.keep']['request'],
  session: Session | null,
  ports: Ports,
): Promise<Reply<null>> {
  if (session?.file !== file) return notOpen;
  if (!session.isWritable())
    return { ok: false, problem: { kind: 'read-only', because: 'it was opened to look only' } };
  try {
    await keepBeside(session.places, drafts, ports);
    return { ok: true, value: null };
  } catch (error) {
    return { ok: false, problem: diskProblem('write', session.places.drafts, error) };
  }
}
