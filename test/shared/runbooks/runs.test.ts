import { expect, test } from 'vitest';
import { edit } from '../../../shared/editing/edit.ts';
import type { Command } from '../../../shared/editing/command.ts';
import type { Instant } from '../../../shared/model/dates.ts';
import type { RunId } from '../../../shared/model/ids.ts';
import {
  begun,
  checklistsOf,
  finished,
  runsOf,
  tickedCount,
  withTick,
} from '../../../shared/runbooks/runs.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';
import { aRunbook } from './a-runbook.ts';

const instant = (time: string) => `2026-11-23T${time}:00Z` as Instant;
const start = (number: number, time: string) => ({
  id: `run-${String(number)}` as RunId,
  at: instant(time),
  by: 'Engineer 1',
});

test('each issue with steps is a checklist, and so are the boxes of the notes outside of code', () => {
  const issue = { symptom: 'No data', cause: '', steps: ['Look', ' ', 'Call'], escalation: '' };
  const body =
    'Before:\n- [ ] Read the log\n* [x] Stop `job`\n```\n- [ ] not a step\n```\n1. [ ] Tell\n- [ ]\n- plain';
  const runbook = aRunbook({ issues: [issue, { ...issue, symptom: 'Late', steps: [] }], body });
  expect(checklistsOf(runbook)).toEqual([
    { title: 'No data', steps: ['Look', 'Call'] },
    { title: 'Profit', steps: ['Read the log', 'Stop `job`', 'Tell'] },
  ]);
  expect(checklistsOf(aRunbook())).toEqual([]);
});

test('a step says when and by whom it was ticked, and nothing once the tick is taken away', () => {
  const run = begun(aRunbook().id, { title: 'No data', steps: ['Look', 'Call'] }, start(1, '03:00'));
  const ticked = withTick(run, 1, { at: instant('03:05'), by: 'Engineer 2' });
  expect(ticked.steps[1]).toEqual({ text: 'Call', tickedAt: instant('03:05'), tickedBy: 'Engineer 2' });
  expect([tickedCount(run), tickedCount(ticked)]).toEqual([0, 1]);
  expect(withTick(ticked, 1, null)).toEqual(run);
});

test('a run does not end before it began, should the clock go back', () => {
  const run = begun(aRunbook().id, { title: 'No data', steps: ['Look'] }, start(1, '03:00'));
  expect(finished(run, instant('04:00')).finishedAt).toBe(instant('04:00'));
  expect(finished(run, instant('02:00')).finishedAt).toBe(instant('03:00'));
});

test('a run with the longest of everything is kept, step by step, and listed newest first', () => {
  let workspace = sampleWorkspace();
  const make = (command: Command) => {
    const made = edit(workspace, command);
    if (!made.ok) throw new Error(JSON.stringify(made.reason));
    workspace = made.value.workspace;
  };
  const [runbook] = Object.values(workspace.runbooks);
  if (runbook === undefined) throw new Error('the sample has runbooks');
  const long = {
    ...runbook,
    issues: [{ symptom: 'x', cause: '', steps: ['y'.repeat(9000)], escalation: '' }],
  };
  const [checklist] = checklistsOf(long);
  if (checklist === undefined) throw new Error('it has one checklist');
  const first = begun(runbook.id, checklist, { ...start(1, '03:00'), by: 'n'.repeat(500) });
  make({ kind: 'save-run', run: first });
  make({ kind: 'save-run', run: begun(runbook.id, checklist, start(2, '04:00')) });
  make({
    kind: 'save-run',
    run: finished(withTick(first, 0, { at: instant('03:01'), by: 'E' }), instant('03:02')),
  });
  expect(runsOf(workspace, runbook.id).map((run) => [run.id, tickedCount(run), run.finishedAt])).toEqual([
    ['run-2', 0, null],
    ['run-1', 1, instant('03:02')],
  ]);
});
