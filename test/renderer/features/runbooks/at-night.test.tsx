import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { closeIncident, useIncidentView } from '../../../../renderer/state/incident-view.ts';
import { useView } from '../../../../renderer/state/view-store.ts';
import { openWorkspace } from '../../../../renderer/state/workspace-store.ts';
import type { Incident } from '../../../../shared/model/incident.ts';
import type { Workspace } from '../../../../shared/model/workspace.ts';
import { sampleWorkspace } from '../../../../shared/sample/sample.ts';
import { showRunbooks } from './screen.tsx';

const running = {
  id: 'incident-night',
  pipeline: 'pipeline-profit',
  title: 'Figures are missing',
  severity: 'critical',
  reference: '',
  events: [{ kind: 'opened', at: '2026-11-23T15:00:00Z', by: null, reason: '' }],
} as unknown as Incident;

function withIncident(): Workspace {
  const sample = sampleWorkspace();
  return { ...sample, incidents: { ...sample.incidents, [running.id]: running } };
}

test('a runbook shows what runs for its pipeline with what is left, and leads to it', async () => {
  showRunbooks({ workspace: withIncident() });
  const now = screen.getByRole('region', { name: 'Open incidents' });
  expect(now.textContent).toContain('Figures are missing');
  expect(now.textContent).toContain('Not acknowledged, 10 h left of 12 h');
  await userEvent.setup().click(within(now).getByRole('button', { name: /Figures are missing/ }));
  expect(useIncidentView.getState().open).toBe('incident-night');
  expect(useView.getState().screen).toBe('incidents');
  closeIncident();
});

test('what has just begun is reported from the runbook, for its pipeline', async () => {
  showRunbooks();
  const now = screen.getByRole('region', { name: 'Open incidents' });
  expect(now.textContent).toContain('No incident is open.');
  await userEvent.setup().click(within(now).getByRole('button', { name: 'Report incident…' }));
  expect(useIncidentView.getState()).toMatchObject({ reporting: true, pipeline: 'pipeline-profit' });
  closeIncident();
});

test('a promised day says when it is due next; one that nothing reminds of becomes a deadline', async () => {
  const sample = sampleWorkspace();
  const kept = Object.entries(sample.deadlines).filter(([id]) => id !== 'deadline-profit-data');
  showRunbooks({ workspace: { ...sample, deliveries: {}, deadlines: Object.fromEntries(kept) } });
  const facts = screen.getByRole('complementary', { name: 'Facts' });
  const before = Object.keys(openWorkspace().deadlines).length;
  await userEvent.setup().click(within(facts).getByRole('button', { name: 'Add a deadline' }));
  expect(Object.keys(openWorkspace().deadlines).length).toBe(before + 1);
  expect(within(facts).getByRole('button', { name: /^Next Fri 4 Dec/ })).toBeDefined();
});
