import type { KeysKept } from '../../../shared/contract/services.ts';
import { decodeText, fileFault } from '../../../shared/exchange/decode.ts';
import type { Connection } from '../../../shared/model/connection.ts';
import type { ConnectionId } from '../../../shared/model/ids.ts';
import { recordsOf } from '../../../shared/model/tables.ts';
import { fileFaultText } from '../../../shared/words/import-text.ts';
import { problemText } from '../../../shared/words/problem-text.ts';
import { act } from '../../state/act.ts';
import { announce } from '../../state/announce.ts';
import { type SavedAnswer, takeHealthFiles, useHealth } from '../../state/health-store.ts';
import { keeper } from '../../state/keeper.ts';
import { chooseFiles } from '../../state/choose-files.ts';
import { readFile } from '../../state/read-file.ts';
import { openWorkspace } from '../../state/workspace-store.ts';

/** The sites of Datadog, each with the address of its API. */
export const datadogSites = [
  { id: 'https://api.datadoghq.com', title: 'US1 (datadoghq.com)' },
  { id: 'https://api.us3.datadoghq.com', title: 'US3 (us3.datadoghq.com)' },
  { id: 'https://api.us5.datadoghq.com', title: 'US5 (us5.datadoghq.com)' },
  { id: 'https://api.datadoghq.eu', title: 'EU1 (datadoghq.eu)' },
  { id: 'https://api.ap1.datadoghq.com', title: 'AP1 (ap1.datadoghq.com)' },
  { id: 'https://api.ap2.datadoghq.com', title: 'AP2 (ap2.datadoghq.com)' },
] as const;

export const usualSite = datadogSites[0].id;

const fresh = (): Connection => ({
  id: `connection-${crypto.randomUUID().slice(0, 8)}` as ConnectionId,
  kind: 'datadog',
  name: 'Datadog',
  address: usualSite,
  people: [],
  rotations: [],
  own: [],
});

function fault(problem: string): void {
  useHealth.setState({ problem });
  announce(problem, 'assertive');
}

/** Keeps or forgets both keys, and remembers the address with the plan; the keys are never part of it. */
export async function saveKeys(address: string, keys: readonly string[] | null): Promise<KeysKept | null> {
  useHealth.setState({ problem: null });
  const reply = await keeper().call('service.keys', { service: 'datadog', address, keys });
  if (!reply.ok) {
    fault(problemText(reply.problem));
    return null;
  }
  const before = recordsOf(openWorkspace(), 'connections').find(({ kind }) => kind === 'datadog');
  const plain = address.replace(/\/+$/, '');
  if (keys !== null && before?.address !== plain) {
    const connection = { ...(before ?? fresh()), address: plain };
    act({ kind: 'save-connection', connection }, 'Datadog is connected.', 'Connect Datadog');
  }
  return reply.value;
}

/** Takes in what was saved of Datadog's answers: monitors and objectives are two of them, so several files at once. */
export async function takeHealth(chosen: readonly File[]): Promise<void> {
  const files: SavedAnswer[] = [];
  for (const one of chosen) {
    const file = await readFile(one);
    if (file === null) return;
    const wrong = fileFault(file.bytes);
    if (wrong !== null) {
      fault(fileFaultText(file.name, wrong));
      return;
    }
    files.push({
      name: file.name,
      text: decodeText(file.bytes).text,
      savedAt: new Date(one.lastModified).toISOString(),
    });
  }
  if (files.length > 0) await takeHealthFiles(files);
}

export const chooseHealthFiles = async (): Promise<void> =>
  takeHealth(await chooseFiles({ accept: '.json,application/json' }));
