import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { closeWorkspace } from '../../shared/document/close.ts';
import { checkedText } from '../../shared/document/envelope.ts';
import { canonicalJson } from '../../shared/model/json.ts';
import { checkWorkspace } from '../../shared/document/open.ts';
import type { Opened, Reply } from '../../shared/contract/channels.ts';
import { problemText } from '../../shared/words/problem-text.ts';
import { sampleWorkspace } from '../../shared/sample/sample.ts';
import { dispatchTo } from '../../electron/services/dispatch.ts';
import { handlersOf } from '../../electron/services/handlers.ts';
import { sha256 } from '../../electron/storage/system.ts';
import { processorTime } from '../support/processor-time.ts';
import { cuts, bitFlip, others } from './damages.ts';
import { chanceOf, type Chance } from './support/chance.ts';
import { keeperOn, openedBy, realPorts } from './support/real-keeper.ts';
import { inWords } from './support/watch.ts';
import { done, Findings, type Orders, type Outcome, type Torture } from './torture.ts';

/** Of the processor's time. */
const mostMilliseconds = 2000;
const mostMemory = 300;

export const imports: Torture = {
  name: 'imports',
  promise: `files brought in whose bytes, fields, types, ids and sizes are wrong: taken whole or not at all; what is open stays as it is; none takes the processor ${mostMilliseconds / 1000} s or ${mostMemory} MB`,
  unit: 'imports',
  full: 20_000,
  short: 800,
  inMemory: true,
  run,
};

async function run({ count, seed, folder, progress }: Orders): Promise<Outcome> {
  const findings = new Findings(seed);
  const sample = sampleWorkspace();
  const text = closeWorkspace(sample, 7, sha256);
  let taken = 0;
  let slowest = 0;
  let memory = 0;
  let room = await aRoom(join(folder, '0'));
  for (let index = 0; index < count; index++) {
    const chance = chanceOf(seed + index);
    const { what, content } = fuzzed(chance, text);
    const before = canonicalJson(room.keeper.current());
    const worked = processorTime();
    const heap = process.memoryUsage().heapUsed;
    try {
      const reply = await room.open(content);
      if (reply.ok && reply.value !== null) {
        taken += 1;
        const checked = checkWorkspace(reply.value.workspace);
        if (!checked.ok) findings.add(index, what, `it was taken, and is not sound: ${checked.reason[0]?.what ?? ''}`);
        if (dirname(reply.value.file).includes('..')) findings.add(index, what, `it was put into ${reply.value.file}`);
      } else if (canonicalJson(room.keeper.current()) !== before)
        findings.add(index, what, 'it was refused, and what was open has changed');
      else if (!reply.ok && problemText(reply.problem).length < 30)
        findings.add(index, what, `it says only "${problemText(reply.problem)}"`);
    } catch (error) {
      findings.add(index, what, inWords(error));
    }
    const took = worked();
    slowest = Math.max(slowest, took);
    if (took > mostMilliseconds) findings.add(index, what, `it took ${took.toFixed(0)} ms`);
    memory = Math.max(memory, (process.memoryUsage().heapUsed - heap) / 1e6);
    if (index % 200 === 199) {
      await room.keeper.close();
      await rm(join(folder), { recursive: true, force: true });
      room = await aRoom(join(folder, String(index)));
    }
    progress(index + 1);
  }
  await room.keeper.close();
  if (memory > mostMemory) findings.add(0, 'memory', `one import took ${memory.toFixed(0)} MB`);
  return done(
    count,
    findings.failures,
    `${taken} taken whole, ${count - taken} refused with the state as it was; slowest ${slowest.toFixed(0)} ms, at most ${memory.toFixed(0)} MB`,
  );
}

interface Room {
  readonly keeper: ReturnType<typeof keeperOn>;
  readonly open: (content: string) => Promise<Reply<Opened | null>>;
}

/** A keeper with a plan that is open, reached as a window reaches it: size and schema are checked before. */
async function aRoom(data: string): Promise<Room> {
  await mkdir(data, { recursive: true });
  const keeper = keeperOn(data);
  await openedBy(keeper, { kind: 'sample' });
  const bugs: string[] = [];
  const dispatch = dispatchTo(handlersOf(keeper, realPorts(data)), (line) => bugs.push(line));
  return {
    keeper,
    async open(content) {
      const request = { source: { kind: 'content', name: 'import.json', text: content } };
      const reply = (await dispatch('workspace.open', request)) as Reply<Opened | null>;
      if (bugs.length > 0) throw new Error(`a bug was logged: ${bugs.splice(0).join('; ').slice(0, 500)}`);
      return reply;
    },
  };
}

/** Half are hurt as bytes; half have a sound checksum over content that is wrong, as somebody's script would write them. */
function fuzzed(chance: Chance, text: string): { what: string; content: string } {
  if (chance.part() < 0.5) {
    const small = others.filter(({ what }) => what !== '100 MB');
    const one = chance.part() < 0.8 ? bitFlip(chance) : chance.part() < 0.5 ? chance.pick(cuts) : chance.pick(small);
    return { what: one.what, content: one.apply(Buffer.from(text)).toString('utf8') };
  }
  const document = JSON.parse(text) as Record<string, unknown>;
  const workspace = document['workspace'];
  let what = '';
  for (let changes = 1 + chance.below(3); changes > 0; changes--) what += `${mutated(chance, workspace)}; `;
  const covered = checkedText(Number(document['version']), Number(document['revision']), canonicalJson(workspace));
  const signed = { ...document, checksum: sha256(covered) };
  return { what: what.slice(0, 120), content: JSON.stringify(signed) };
}

const strange: readonly unknown[] = [
  null, true, false, 0, -1, 1e308, 0.1, '', 'x', '\u0000', '💥'.repeat(300), [], {}, [[[]]], '../../etc/passwd', '<script>alert(1)</script>',
  '2026-02-30', '9999-99-99', 'person-nobody', 'x'.repeat(70_000), { __proto__: null, constructor: 1 }, Array.from({ length: 2000 }, () => 'x'),
];

/** Puts something strange in some place, takes a field away, adds one, or doubles a record under another id. */
function mutated(chance: Chance, root: unknown): string {
  let holder = root as Record<string, unknown>;
  let key = chance.pick(Object.keys(holder));
  for (let depth = chance.below(5); depth > 0; depth--) {
    const next = holder[key];
    if (typeof next !== 'object' || next === null || Object.keys(next).length === 0) break;
    holder = next as Record<string, unknown>;
    key = chance.pick(Object.keys(holder));
  }
  const how = chance.below(5);
  if (how === 0) Reflect.deleteProperty(holder, key);
  else if (how === 1) holder[`${key}-more`] = chance.pick(strange);
  else if (how === 2) holder[`${key}-twice`] = structuredClone(holder[key]);
  else holder[key] = chance.pick(strange);
  return `${['without', 'beside', 'twice', 'instead of', 'instead of'][how] ?? ''} ${key.slice(0, 40)}`;
}
