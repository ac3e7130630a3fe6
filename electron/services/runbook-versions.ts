import type { Channels, Reply } from '../../shared/contract/channels.ts';
import type { RunbookVersion } from '../../shared/contract/recovery.ts';
import type { JournalLine } from '../../shared/document/journal-line.ts';
import type { Runbook } from '../../shared/model/runbook.ts';
import type { Ports } from '../ports.ts';
import { mostEditsBack } from '../storage/history.ts';
import { linesOf } from './restore-points.ts';
import type { Session } from './session.ts';

/** Versions that one answer holds. */
const mostVersions = 200;

/** Letters of text that one answer holds, about: a runbook may have two million, and the window compares but two. */
const mostLetters = 8_000_000;

type Request = Channels['runbook.versions']['request'];
type Answer = Channels['runbook.versions']['reply'];

const lettersOf = ({ body, frontMatter, issues }: Runbook): number =>
  body.length + frontMatter.length + JSON.stringify(issues).length;

const changeOf = (line: JournalLine, runbook: string) =>
  line.changes.find((change) => change.table === 'runbooks' && change.id === runbook);

/**
 * Each version of a runbook that the journal remembers, the newest first, with who saved it and when. The last one of a
 * journal that begins later is what stood before: nobody knows any more who wrote it. Nothing is written, and a runbook that
 * was removed has its versions too.
 */
export async function runbookVersions(
  { runbook }: Request,
  session: Session | null,
  ports: Ports,
): Promise<Reply<Answer>> {
  if (session === null) return { ok: false, problem: { kind: 'not-open' } };
  const versions: RunbookVersion[] = [];
  let letters = 0;
  let looked = 0;
  let oldest: { readonly revision: number; readonly before: Runbook | null } | null = null;
  const answer = (hasEarlier: boolean): Reply<Answer> => ({ ok: true, value: { versions, hasEarlier } });
  for await (const line of linesOf({ places: session.places, session }, ports)) {
    looked += 1;
    if (looked > mostEditsBack) return answer(true);
    const change = changeOf(line, runbook);
    if (change === undefined) continue;
    const after = change.after as Runbook | null;
    oldest = { revision: line.revision, before: change.before as Runbook | null };
    if (after === null) continue;
    letters += lettersOf(after);
    if (versions.length === mostVersions || letters > mostLetters) return answer(true);
    versions.push({
      revision: line.revision,
      time: line.time,
      by: line.by,
      title: line.title,
      runbook: after,
    });
  }
  const first = oldest === null ? (session.workspace().runbooks[runbook] ?? null) : oldest.before;
  if (first !== null) {
    const revision = oldest === null ? 0 : oldest.revision - 1;
    versions.push({ revision, time: null, by: null, title: null, runbook: first });
  }
  return answer(false);
}
