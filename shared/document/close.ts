import { canonicalJson } from '../model/json.ts';
import { tableNames, type Workspace } from '../model/workspace.ts';
import { checkedText, knownVersion, type Hash } from './envelope.ts';

/**
 * The text of a workspace file: the envelope on the first line, then one line for each table, so that two versions of a file can be
 * compared by eye. Named fields only, in fixed order: what is no part of the format never reaches the disk.
 *
 * @param revision count of edits since the workspace began
 */
export function closeWorkspace(workspace: Workspace, revision: number, hash: Hash): string {
  const parts = new Map<string, string>([['about', canonicalJson(workspace.about)]]);
  for (const table of tableNames) parts.set(table, canonicalJson(workspace[table]));
  const canonical = `{${fields(parts, [...parts.keys()].sort(), ',')}}`;
  const checksum = hash(checkedText(knownVersion, revision, canonical));
  const head = `{"format":"evenwatch","version":${knownVersion},"revision":${revision},"checksum":"${checksum}","workspace":{`;
  return `${head}\n${fields(parts, ['about', ...tableNames], ',\n')}\n}}\n`;
}

const fields = (parts: ReadonlyMap<string, string>, names: readonly string[], separator: string): string =>
  names.map((name) => `${JSON.stringify(name)}:${parts.get(name) ?? 'null'}`).join(separator);
