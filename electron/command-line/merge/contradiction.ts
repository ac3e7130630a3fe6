import type { Workspace } from '../../../shared/model/workspace.ts';
import type { TableName } from '../../../shared/model/workspace.ts';
import { kindName } from '../../../shared/words/names.ts';
import { PlainNames } from '../../../shared/words/plain-names.ts';

type Findings = readonly { readonly where: string; readonly what: string }[];

/** Most findings that are told; the rest follows from the same. */
const MOST_TOLD = 5;

/** Why a merge is refused, as sentences: a record that one version removed and the other refers to is named as the version calls it that has it. */
export function contradictionText(findings: Findings, ...states: readonly Workspace[]): string {
  const names = states.map((state) => new PlainNames(state));
  const meant = (id: string): string => names.map((one) => one.meant(id)).find((name) => name !== null) ?? id;
  const told = findings.slice(0, MOST_TOLD).map(({ where, what }) => {
    const [, table = '', id = '', field = ''] = /^([a-zA-Z]+)\/(.+?)(?:\.([a-zA-Z.]+))?$/.exec(where) ?? [];
    const record = table === '' ? where : `${kindName(table as TableName)} ${meant(id)}`;
    const said = what.replace(/\b[a-z]+-[A-Za-z0-9][A-Za-z0-9/-]*/g, (text) => meant(text));
    return `${record}${field === '' ? '' : `, ${field}`}: ${said}.`;
  });
  const more = findings.length > told.length ? [`${findings.length - told.length} more.`] : [];
  return [
    'The two versions together would contradict themselves, so nothing was written.',
    ...told,
    ...more,
    'Undo one side of it in its version, then merge again.',
  ].join(' ');
}
