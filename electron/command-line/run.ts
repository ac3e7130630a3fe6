import { toLocal } from '../../shared/calendar/zone.ts';
import { dateOf } from '../../shared/calendar/days.ts';
import { fileSchema } from '../../shared/document/json-schema.ts';
import type { Instant, LocalDate, QuarterId } from '../../shared/model/dates.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import { checkQuarter } from '../../shared/planner/check.ts';
import { sampleWorkspace } from '../../shared/sample/sample.ts';
import { quarterText } from '../../shared/words/date-text.ts';
import type { Files } from '../ports.ts';
import { type Arguments, quarterToLookAt, quarterToPlan, readArguments } from './arguments.ts';
import { findingJson } from './contract.ts';
import { diffHere } from './diff.ts';
import { exportHere } from './exports/export.ts';
import { helpText } from './help.ts';
import { importHere } from './imports/import.ts';
import { mergeHere } from './merge/merge.ts';
import { asJson, FINDINGS, FINE, type Outcome, PROBLEM, Stop } from './outcome.ts';
import { planHasTrouble, planHere, planJson } from './plan.ts';
import { planInstance } from './plan-instance.ts';
import { readWorkspace } from './read-file.ts';
import { scoreHere, teamJson } from './score.ts';
import { swapsHere, swapsJson, swapsText } from './swaps.ts';
import { findingsText, planText, teamText } from './tables.ts';
import { verifyHere, verifyOutcome } from './verify.ts';
import { whyHere, whyJson, whyText } from './why.ts';
import { fileText, writeWorkspace } from './write-file.ts';

export interface World {
  readonly files: Files;
  /** ISO instant. */
  readonly now: () => string;
}

interface Opened {
  readonly file: string;
  readonly workspace: Workspace;
  readonly revision: number;
  readonly notes: readonly string[];
  readonly today: LocalDate;
}

async function open(given: Arguments, { files, now }: World): Promise<Opened> {
  const file = given.file ?? '';
  const { workspace, revision, notes } = await readWorkspace(file, files);
  const today = given.today ?? dateOf(toLocal(now() as Instant, workspace.about.zone));
  return { file, workspace, revision, notes, today };
}

async function sample({ out, json }: Arguments, { files }: World): Promise<Outcome> {
  if (out === null) return { code: FINE, out: fileText(sampleWorkspace(), 0), notes: [] };
  await writeWorkspace(out, sampleWorkspace(), 0, null, files);
  return { code: FINE, out: json ? asJson({ file: out }) : `The sample is in ${out}. Plan its next quarter: evenwatch plan ${out} --quarter 2027-Q1\n`, notes: [] };
}

async function plan(given: Arguments, world: World): Promise<Outcome> {
  const { file, workspace, revision, notes, today } = await open(given, world);
  const quarter = given.quarter ?? quarterToPlan(workspace, today);
  const planned = await planHere(workspace, { quarter, seed: given.seed, limit: given.limit, prove: given.prove, maxChanges: given.maxChanges, pins: given.pins, today });
  if (given.out !== null) await writeWorkspace(given.out, planned.workspace, revision + 1, file, world.files);
  return {
    code: planHasTrouble(planned) ? FINDINGS : FINE,
    out: given.json ? asJson(planJson(planned)) : planText(planned),
    notes: given.out === null || given.json ? notes : [...notes, `The workspace with this plan is in ${given.out}.`],
  };
}

async function why(given: Arguments, world: World): Promise<Outcome> {
  const { workspace, notes, today } = await open(given, world);
  const { week, person, rotation, seed, limit, json } = given;
  const answer = await whyHere(workspace, { week: week ?? '', person: person ?? '', rotation, seed, limit, today });
  return { code: FINE, out: json ? asJson(whyJson(answer)) : whyText(answer), notes };
}

async function swaps(given: Arguments, world: World): Promise<Outcome> {
  const { workspace, notes, today } = await open(given, world);
  const { person, seed, limit, json } = given;
  const answer = await swapsHere(workspace, { quarter: given.quarter ?? quarterToLookAt(workspace, today), person, seed, limit, today });
  return { code: FINE, out: json ? asJson(swapsJson(answer)) : swapsText(answer), notes };
}

async function score(given: Arguments, world: World): Promise<Outcome> {
  const { workspace, notes, today } = await open(given, world);
  const quarter = given.quarter ?? quarterToLookAt(workspace, today);
  const fairness = await scoreHere(workspace, quarter);
  return {
    code: fairness.gaps + fairness.conflicts > 0 ? FINDINGS : FINE,
    out: given.json ? asJson(teamJson(workspace, quarter, fairness)) : teamText(workspace, quarter, fairness),
    notes,
  };
}

function findingsOut(workspace: Workspace, quarter: QuarterId, json: boolean): Pick<Outcome, 'code' | 'out'> {
  const findings = checkQuarter(workspace, quarter);
  const code = findings.length > 0 ? FINDINGS : FINE;
  if (json) return { code, out: asJson({ quarter, findings: findings.map((finding) => findingJson(workspace, finding)) }) };
  const hard = findings.filter((finding) => finding.severity === 'hard').length;
  const head = `${quarterText(quarter)}: ${findings.length === 0 ? 'no findings' : `${hard} hard, ${findings.length - hard} soft`}`;
  return { code, out: findings.length === 0 ? `${head}\n` : `${head}\n\n${findingsText(workspace, findings)}\n` };
}

async function exportAsked(given: Arguments, world: World) {
  const { file, workspace, notes, today } = await open(given, world);
  const { quarter, table, audience } = given;
  return { file, notes, asked: { workspace, today, now: world.now() as Instant, quarter, table, audience } };
}

async function check(given: Arguments, world: World): Promise<Outcome> {
  const { workspace, notes, today } = await open(given, world);
  return { ...findingsOut(workspace, given.quarter ?? quarterToLookAt(workspace, today), given.json), notes };
}

const commands: Readonly<Record<string, (given: Arguments, world: World) => Promise<Outcome>>> = {
  sample,
  plan,
  why,
  swaps,
  score,
  check,
  export: (given, world) => exportHere(given, () => exportAsked(given, world), world.files),
  diff: (given, world) => diffHere(given, world.files),
  merge: (given, world) => mergeHere(given, world.files),
  import: (given, world) => importHere(given, () => open(given, world), world.files),
  'plan-instance': ({ file, limit, json }, { files }) => planInstance(file ?? '', limit, json, files),
  verify: async ({ file, json }, { files }) => verifyOutcome(await verifyHere(file ?? '', files), json),
  schema: () => Promise.resolve({ code: FINE, out: asJson(fileSchema()), notes: [] }),
};

/** Carries out what was typed. Every problem becomes a sentence on standard error and exit code 1; a bug is thrown. */
export async function run(words: readonly string[], world: World): Promise<Outcome> {
  try {
    const given = readArguments(words);
    const command = Object.hasOwn(commands, given.command) ? commands[given.command] : undefined;
    if (given.help || command === undefined) return { code: FINE, out: helpText, notes: [] };
    return await command(given, world);
  } catch (error) {
    if (error instanceof Stop) return { code: PROBLEM, out: '', notes: [error.message] };
    throw error;
  }
}
