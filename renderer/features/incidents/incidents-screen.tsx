import { Download, Plus, Siren } from 'lucide-react';
import { useMemo } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { incidentRows } from '../../../shared/deadlines/incident-report.ts';
import { incidentsHeadline, incidentsTable, reportTable } from '../../../shared/words/incident-text.ts';
import { closeIncident, reportIncident, showIncident, useIncidentView } from '../../state/incident-view.ts';
import { useMoment, type Moment } from '../../state/use-moment.ts';
import { openWorkspace, useWorkspace, useWorkspaceStore } from '../../state/workspace-store.ts';
import { Button, buttonLook } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Menu } from '../../ui/menu.tsx';
import { ScrollPane } from '../../ui/scroll-pane.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { saveTable } from './incident-acts.ts';
import { IncidentSheet } from './incident-sheet.tsx';
import { LogTab } from './log-tab.tsx';
import { NewIncidentDialog } from './new-incident-dialog.tsx';
import { ReportTab } from './report-tab.tsx';

function ExportMenu({ moment }: { readonly moment: Moment }) {
  return (
    <Menu
      label="Export incidents"
      placement="bottom end"
      trigger={
        <AriaButton className={buttonLook('plain')}>
          <Download size={14} aria-hidden />
          Export
        </AriaButton>
      }
      groups={[
        {
          id: 'files',
          title: 'Files',
          entries: [
            {
              id: 'report',
              title: 'Report by quarter and pipeline as CSV',
              run: () => saveTable(reportTable(openWorkspace(), moment.now), moment.today),
            },
            {
              id: 'log',
              title: 'All incidents as CSV',
              run: () => saveTable(incidentsTable(openWorkspace(), moment.now), moment.today),
            },
          ],
        },
      ]}
    />
  );
}

/** What went wrong, how long it took, and what is still running. */
export function IncidentsScreen() {
  const workspace = useWorkspace();
  const readOnly = useWorkspaceStore((state) => state.readOnlyBecause);
  const disabledReason = readOnly === null ? undefined : `Read only: ${readOnly}`;
  const moment = useMoment();
  const { open, reporting, pipeline } = useIncidentView();
  const rows = useMemo(() => incidentRows(workspace, moment.now), [workspace, moment.now]);
  const shown = rows.find(({ incident }) => incident.id === open);
  const add = (
    <Button
      kind="primary"
      icon={<Plus size={14} aria-hidden />}
      disabledReason={
        disabledReason ??
        (Object.keys(workspace.pipelines).length === 0
          ? 'An incident is of a pipeline: add one in Tasks first'
          : undefined)
      }
      onPress={() => reportIncident(null)}
    >
      Report incident…
    </Button>
  );
  const tabs = [
    { id: 'log', title: 'Log', content: () => <LogTab rows={rows} onOpen={showIncident} /> },
    { id: 'report', title: 'Report', content: () => <ReportTab now={moment.now} /> },
  ];
  return (
    <ScrollPane label="Incidents">
      <div className="mx-auto flex w-full max-w-300 flex-col gap-4 px-8 py-6 max-[1100px]:px-5">
        <header className="flex flex-wrap items-start gap-2">
          <div className="flex min-w-60 flex-1 flex-col gap-0.5">
            <h2 className="text-title font-semibold">Incidents</h2>
            {rows.length === 0 ? null : <p className="text-muted">{incidentsHeadline(rows)}</p>}
          </div>
          {rows.length === 0 ? null : (
            <>
              <ExportMenu moment={moment} />
              {add}
            </>
          )}
        </header>
        {rows.length === 0 ? (
          <EmptyState title="No incidents" icon={<Siren size={28} aria-hidden />} action={add}>
            What is written down here has a clock: it runs from the opening to the resolution, by the promise
            of the pipeline’s runbook.
          </EmptyState>
        ) : (
          <Tabs label="Incidents by" tabs={tabs} />
        )}
      </div>
      {reporting ? (
        <NewIncidentDialog
          moment={moment}
          pipeline={pipeline}
          onClose={closeIncident}
          onMade={showIncident}
        />
      ) : null}
      {shown === undefined ? null : (
        <IncidentSheet
          key={shown.incident.id}
          row={shown}
          moment={moment}
          disabledReason={disabledReason}
          onClose={closeIncident}
        />
      )}
    </ScrollPane>
  );
}
