import type { Reply } from '../../shared/contract/channels.ts';
import type { Ports } from '../ports.ts';

/** Opens a link outside, after the lead agreed. That it is an https or mailto link was checked by the schema. */
export async function openLink(url: string, { dialogs, shell }: Ports): Promise<Reply<null>> {
  if (dialogs === null || shell === null) {
    return {
      ok: false,
      problem: {
        kind: 'unsupported',
        what: 'opening links for the page',
        instead: 'the browser opens them itself',
      },
    };
  }
  if (!(await dialogs.confirmLink(url))) return { ok: false, problem: { kind: 'cancelled' } };
  await shell.openLink(url);
  return { ok: true, value: null };
}
