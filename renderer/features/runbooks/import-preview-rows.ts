import type { ImportedRunbook } from '../../../shared/exchange/runbook-import.ts';
import type { Runbook } from '../../../shared/model/runbook.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { audienceText } from '../../../shared/runbooks/page.ts';
import type { PreviewCell, PreviewRow } from '../../ui/import-preview.tsx';

export const previewColumns = [
  'Runbook',
  'File',
  'Pipeline',
  'Audience',
  'Owners',
  'Issues',
  'Service levels',
  'Kept as text',
];

function owners(workspace: Workspace, { ownerPrimary, ownerSecondary }: Runbook): string {
  if (ownerPrimary === null && ownerSecondary === null) return '';
  return [ownerPrimary, ownerSecondary]
    .map((id) => (id === null ? 'nobody' : (workspace.people[id]?.name ?? id)))
    .join(', ');
}

const promises = ({ slas }: Runbook): string =>
  slas
    .map(({ text, dayOfMonth, resolveWithinHours }) => {
      const read = [
        dayOfMonth === null ? '' : `day ${dayOfMonth}`,
        resolveWithinHours === null ? '' : `${resolveWithinHours} h`,
      ].filter((it) => it !== '');
      return read.length === 0 ? text : `${text} (${read.join(', ')})`;
    })
    .join('; ');

const textOf = (workspace: Workspace, runbook: Runbook): readonly string[] => [
  runbook.title,
  runbook.pipeline === null ? '' : (workspace.pipelines[runbook.pipeline]?.name ?? runbook.pipeline),
  audienceText[runbook.audience],
  owners(workspace, runbook),
  runbook.issues.map(({ symptom }) => symptom).join('; '),
  promises(runbook),
];

/** Whether a file says what stands here already, to the last byte. */
export const isSame = ({ before, runbook }: ImportedRunbook): boolean =>
  before !== null && JSON.stringify(before) === JSON.stringify({ ...before, ...runbook });

/** A row for each runbook of the files: what it would be, and what it is now where that differs. */
export function previewRows(workspace: Workspace, items: readonly ImportedRunbook[]): readonly PreviewRow[] {
  return items.map((item) => {
    const { runbook, before, path, keptAsText } = item;
    const was = before === null ? null : textOf(workspace, before);
    const [title = { text: '' }, ...cells] = textOf(workspace, runbook).map((text, index): PreviewCell =>
      was === null || was[index] === text ? { text } : { text, before: was[index] ?? '' },
    );
    return {
      key: `${path} ${runbook.id}`,
      row: null,
      sign: before === null ? 'new' : isSame(item) ? 'same' : 'changed',
      cells: [title, { text: path }, ...cells, { text: keptAsText.join('; ') }],
    };
  });
}
