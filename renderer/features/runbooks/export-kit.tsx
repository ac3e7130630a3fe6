import { Printer } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { QuarterId } from '../../../shared/model/dates.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import { recordsOf } from '../../../shared/model/tables.ts';
import type { Paper } from '../../../shared/print/style.ts';
import { quarterText } from '../../../shared/words/date-text.ts';
import { runbooksOnDuty } from '../../../shared/words/kit-page.ts';
import { nameAlone } from '../../../shared/words/names.ts';
import { today as todayIn } from '../../state/clock.ts';
import { usualPaper } from '../../state/paper.ts';
import { useView } from '../../state/view-store.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Select } from '../../ui/select.tsx';
import type { Exporting } from './use-export.ts';

interface Props {
  readonly exporting: Exporting;
  readonly onClose: () => void;
}

function namesText(titles: readonly string[]): string {
  if (titles.length === 0) return 'No runbook belongs to their duties.';
  const shown = titles.slice(0, 5).join(', ');
  return titles.length > 5
    ? `Runbooks: ${shown} and ${String(titles.length - 5)} more.`
    : `Runbooks: ${shown}.`;
}

/** Whose kit, for which quarter, on which paper; what will be in it is said before it is made. */
export function ExportKit({ exporting, onClose }: Props) {
  const workspace = useWorkspace();
  const quarter = useView((view) => view.quarter);
  const team = recordsOf(workspace, 'people')
    .filter(({ archivedOn }) => archivedOn === null)
    .sort((a, b) => a.position - b.position);
  const [person, setPerson] = useState<PersonId | null>(team[0]?.id ?? null);
  const [of, setOf] = useState<QuarterId>(quarter);
  const [paper, setPaper] = useState<Paper>(usualPaper);
  const quarters = [...new Set([...recordsOf(workspace, 'quarters').map(({ id }) => id), quarter])].sort();
  const titles = useMemo(
    () => (person === null ? [] : runbooksOnDuty(workspace, of, person).map(({ title }) => title)),
    [workspace, of, person],
  );
  const run = (): void => {
    if (person === null) return;
    exporting.runKit({ person, quarter: of }, paper, todayIn(workspace.about.zone));
    onClose();
  };
  const busy = exporting.busy ? 'A PDF is being made' : undefined;
  return (
    <Dialog
      title="On-call kit"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Close</Button>
          <Button
            kind="primary"
            icon={<Printer size={14} aria-hidden />}
            disabledReason={person === null ? 'There is nobody in the team' : busy}
            onPress={run}
          >
            {exporting.makesPdf ? 'Save as PDF' : 'Print…'}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Select<PersonId>
          label="Person"
          options={team.map(({ id }) => ({ id, title: nameAlone(workspace, id) }))}
          value={person ?? ('' as PersonId)}
          onChange={setPerson}
        />
        <Select<QuarterId>
          label="Quarter"
          options={quarters.map((id) => ({ id, title: quarterText(id) }))}
          value={of}
          onChange={setOf}
        />
        <SegmentedControl<Paper>
          label="Paper"
          options={[
            { id: 'A4', title: 'A4' },
            { id: 'Letter', title: 'US Letter' },
          ]}
          value={paper}
          onChange={setPaper}
        />
        <p className="text-body text-muted">
          Turns, what is due, a page for the hand-over. {namesText(titles)}
        </p>
      </div>
    </Dialog>
  );
}
