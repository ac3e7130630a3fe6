import { csvOf, type OutTable } from '../../../shared/exchange/csv-out.ts';
import type { Incident, IncidentEvent } from '../../../shared/model/incident.ts';
import { eventText } from '../../../shared/words/incident-text.ts';
import { act } from '../../state/act.ts';
import { safeFileName, saveFile } from '../../state/save-file.ts';
import { openWorkspace } from '../../state/workspace-store.ts';

/** Writes an event down; true when it was made. */
export function addEvent(incident: Incident, event: IncidentEvent): boolean {
  const next = { ...incident, events: [...incident.events, event] };
  const done = `${incident.title}: ${eventText(event.kind).toLowerCase()}.`;
  return (
    act({ kind: 'save-incident', incident: next }, done, `${eventText(event.kind)}: ${incident.title}`) ===
    null
  );
}

/** Takes the last event back: it was written down by mistake. */
export function dropLast(incident: Incident): void {
  const last = incident.events.at(-1);
  if (last === undefined || incident.events.length < 2) return;
  const said = eventText(last.kind).toLowerCase();
  act(
    { kind: 'save-incident', incident: { ...incident, events: incident.events.slice(0, -1) } },
    `${incident.title} is no longer ${said}.`,
    `Take back “${said}” of ${incident.title}`,
  );
}

/** Saves a table as CSV, named after the team and the day. */
export function saveTable(table: OutTable, today: string): void {
  const name = `${table.name}, ${openWorkspace().about.name}, ${today}`;
  void saveFile({
    name: safeFileName(name, 'csv'),
    kind: 'csv',
    bytes: new TextEncoder().encode(csvOf(table)),
  });
}
