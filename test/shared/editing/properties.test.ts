import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyChanges, applyRecorded, diff, digestOf, reverse } from '../../../shared/editing/changes.ts';
import { commandSchema, type Changes, type Command } from '../../../shared/editing/command.ts';
import { edit } from '../../../shared/editing/edit.ts';
import { isAllLasting } from '../../../shared/editing/lasting.ts';
import { integrityFindings } from '../../../shared/model/integrity.ts';
import { tablesInOrder } from '../../../shared/model/tables.ts';
import { workspaceSchema, type Workspace } from '../../../shared/model/workspace.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';
import { refusalText } from '../../../shared/words/refusal-text.ts';
import { stepTitle } from '../../../shared/words/step-title.ts';
import {
  commandOf,
  makers,
  saveConnection,
  saveImage,
  saveRun,
  saveScenario,
  type Draw,
} from './random-command.ts';

const runs = { seed: 20_261_123, numRuns: 60 } as const;
const number = fc.nat(100_000);
const draws = fc.array(
  fc.record<Draw>({ kind: fc.nat(makers.length - 1), a: number, b: number, c: number }),
  { minLength: 1, maxLength: 40 },
);

interface Made {
  readonly before: Workspace;
  readonly after: Workspace;
  readonly command: Command;
  readonly changes: Changes;
}

/** Plays the draws one after the other; what is refused leaves the workspace as it was. */
function play(
  start: Workspace,
  list: readonly Draw[],
  onRefused: (command: Command, workspace: Workspace, text: string) => void = () => undefined,
): readonly Made[] {
  const made: Made[] = [];
  let workspace = start;
  for (const draw of list) {
    const command = commandOf(workspace, draw);
    if (command === null) continue;
    const edited = edit(workspace, command);
    if (!edited.ok) onRefused(command, workspace, refusalText(edited.reason, workspace));
    else {
      made.push({ before: workspace, after: edited.value.workspace, command, changes: edited.value.changes });
      workspace = edited.value.workspace;
    }
  }
  return made;
}

function deepFreeze<Value>(value: Value): Value {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}

/** The sample with a scenario, a run, a picture and a connection: to adopt or remove one, it has to be there. */
const withMore = [saveScenario, saveRun, saveImage, saveConnection].reduce((workspace, make) => {
  const edited = edit(workspace, make(workspace, { kind: 0, a: 0, b: 0, c: 0 }));
  if (!edited.ok) throw new Error('the sample takes no scenario, run, picture or connection');
  return edited.value.workspace;
}, sampleWorkspace());
const start = deepFreeze(structuredClone(withMore));

test('random edits never break the form or the integrity of a workspace, and never touch the one they were given', () => {
  fc.assert(
    fc.property(draws, (list) => {
      const end =
        play(start, list)
          .map(({ after }) => deepFreeze(after))
          .at(-1) ?? start;
      expect(integrityFindings(end)).toEqual([]);
      expect(workspaceSchema.safeParse(end).error).toBeUndefined();
    }),
    runs,
  );
});

test('every command that the play makes passes the schema of the bridge', () => {
  fc.assert(
    fc.property(draws, (list) => {
      for (const { command } of play(start, list))
        expect(commandSchema.safeParse(command).error).toBeUndefined();
    }),
    { ...runs, numRuns: 20 },
  );
});

test('the play reaches every kind of edit, with success', () => {
  const kinds = new Set<string>();
  fc.assert(
    fc.property(draws, (list) => {
      for (const { command } of play(start, list)) kinds.add(command.kind);
    }),
    { ...runs, numRuns: 300 },
  );
  const all = commandSchema.options
    .map((option) => option.shape.kind.value)
    .filter((kind) => kind !== 'revert' && kind !== 'restore'); // those are made of changes that another edit made
  expect([...kinds].sort()).toEqual([...all].sort());
});

test('an edit and its revert are the identity', () => {
  fc.assert(
    fc.property(draws, (list) => {
      for (const { before, after, changes } of play(start, list)) {
        if (isAllLasting(changes)) continue; // what went out is no step of undo
        const undo = edit(after, { kind: 'revert', direction: 'undo', of: 1, changes: reverse(changes) });
        if (!undo.ok) throw new Error(refusalText(undo.reason, after));
        expect(undo.value.workspace).toEqual(before);
        const redo = edit(undo.value.workspace, { kind: 'revert', direction: 'redo', of: 1, changes });
        if (!redo.ok) throw new Error(refusalText(redo.reason, before));
        expect(redo.value.workspace).toEqual(after);
      }
    }),
    { ...runs, numRuns: 25 },
  );
});

test('recovery from recorded changes gives exactly the workspace that the commands gave', () => {
  fc.assert(
    fc.property(draws, (list) => {
      const made = play(start, list);
      const journal = JSON.parse(JSON.stringify(made.map(({ changes }) => changes))) as readonly Changes[];
      expect(journal.reduce(applyRecorded, start)).toEqual(made.at(-1)?.after ?? start);
    }),
    runs,
  );
});

test('the keeper, which gets the command as JSON, makes changes of the same digest', () => {
  fc.assert(
    fc.property(draws, (list) => {
      let kept = JSON.parse(JSON.stringify(start)) as Workspace;
      for (const { command, changes } of play(start, list)) {
        const edited = edit(kept, JSON.parse(JSON.stringify(command)) as Command);
        if (!edited.ok) throw new Error('the keeper refused what the window made');
        expect(digestOf(edited.value.changes)).toBe(digestOf(changes));
        kept = edited.value.workspace;
      }
    }),
    { ...runs, numRuns: 25 },
  );
});

test('difference and application are inverse between any two workspaces of a play', () => {
  fc.assert(
    fc.property(draws, (list) => {
      const end = play(start, list).at(-1)?.after ?? start;
      const there = applyChanges(start, diff(start, end));
      const back = applyChanges(end, diff(end, start));
      expect(there).toEqual({ ok: true, value: end });
      expect(back).toEqual({ ok: true, value: start });
      expect(reverse(diff(start, end))).toEqual(diff(end, start));
    }),
    runs,
  );
});

test('tables that an edit says nothing about stay the same objects', () => {
  fc.assert(
    fc.property(draws, (list) => {
      for (const { before, after, changes } of play(start, list)) {
        const changed = new Set<string>(changes.map(({ table }) => table));
        for (const table of tablesInOrder)
          expect(before[table] === after[table], table).toBe(!changed.has(table));
      }
    }),
    { ...runs, numRuns: 30 },
  );
});

test('every refusal and every step has a sentence without a hole in it', () => {
  const hole = /undefined|null|\[object|NaN|\.\.$|: \.|  /;
  fc.assert(
    fc.property(draws, (list) => {
      const made = play(start, list, (_command, _workspace, text) => {
        expect(text).not.toMatch(hole);
        expect(text).toMatch(/\.$/);
      });
      for (const { command, before } of made) {
        const title = stepTitle(command, before);
        expect(title).not.toMatch(hole);
        expect(title.length).toBeGreaterThan(5);
      }
    }),
    runs,
  );
});
