/** Opens a workspace that may not be written, as an ordinary user: looks, tries to edit, saves a copy elsewhere. Says what was wrong as JSON. */
import { readFile } from 'node:fs/promises';
import { problemText } from '../../shared/words/problem-text.ts';
import { openWorkspace } from '../../shared/document/open.ts';
import type { Ports } from '../../electron/ports.ts';
import { saveCopy } from '../../electron/services/save-copy.ts';
import { sha256 } from '../../electron/storage/system.ts';
import { keeperOn, realPorts } from './support/real-keeper.ts';
import { traceFault, trackedRequest } from './support/tracked-edits.ts';

const [data = '', expected = '0', copy = ''] = process.argv.slice(2);
const faults: string[] = [];
const logged: string[] = [];
const dialogs = { chooseDestination: async () => copy } as unknown as NonNullable<Ports['dialogs']>;
const ports: Partial<Ports> = { dialogs, log: (line) => logged.push(line) };
const keeper = keeperOn(data, ports);
const reply = await keeper.open({ kind: 'last' });
if (!reply.ok) faults.push(`it does not open: ${problemText(reply.problem)}`);
else if (reply.value === null) faults.push('nothing was opened');
else {
  const { workspace, revision, readOnlyBecause } = reply.value;
  if (revision !== Number(expected)) faults.push(`it shows revision ${revision} instead of ${expected}`);
  const trace = traceFault(workspace, revision);
  if (trace !== null) faults.push(trace);
  const edited = await keeper.apply(trackedRequest(workspace, revision));
  if (edited.ok && readOnlyBecause !== null) faults.push('it says that it is read-only and takes edits');
  if (!edited.ok && problemText(edited.problem).length < 30) faults.push(`it says only "${problemText(edited.problem)}"`);
  const current = keeper.current();
  const saved = current === null ? null : await saveCopy({ workspace: current, revision }, realPorts(data, ports));
  if (saved?.ok !== true) faults.push(`a copy elsewhere fails: ${JSON.stringify(saved)}`);
  else if (!openWorkspace(await readFile(copy, 'utf8'), copy, sha256).ok) faults.push('the copy cannot be read');
  await keeper.close();
  const again = await keeper.open({ kind: 'last' });
  const reached = revision + (edited.ok ? 1 : 0);
  if (!again.ok || again.value?.revision !== reached)
    faults.push(`afterwards it is at ${again.ok ? String(again.value?.revision) : problemText(again.problem)}, not ${reached}`);
  await keeper.close();
  process.stdout.write(JSON.stringify({ faults, said: readOnlyBecause ?? (edited.ok ? 'takes edits' : problemText(edited.problem)) }));
  process.exit(0);
}
process.stdout.write(JSON.stringify({ faults, said: '' }));
