import { checkedText, knownVersion } from '../../shared/document/envelope.ts';
import { canonicalJson } from '../../shared/model/json.ts';
import { sha256 } from '../../electron/storage/system.ts';

/** A file with any payload and a right checksum: what another version, or a hostile or mistaken program, could write. */
export function aFile(payload: unknown, changes: Readonly<Record<string, unknown>> = {}): string {
  const workspace = JSON.parse(JSON.stringify(payload)) as unknown;
  const envelope = { format: 'evenwatch', version: knownVersion, revision: 3, ...changes };
  const checksum = sha256(checkedText(envelope.version, envelope.revision, canonicalJson(workspace)));
  return JSON.stringify({ ...envelope, checksum, workspace, ...changes });
}

/** The same file with another envelope or payload, and the checksum made anew. */
export function rewritten(
  text: string,
  changes: { readonly version?: number; readonly revision?: number; readonly workspace?: unknown },
): string {
  const { version, revision, workspace } = JSON.parse(text) as Record<'version' | 'revision' | 'workspace', unknown>;
  const { workspace: payload = workspace, ...envelope } = changes;
  return aFile(payload, { version, revision, ...envelope });
}
