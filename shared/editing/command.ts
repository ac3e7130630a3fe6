import { z } from 'zod';
import { compTimeEntrySchema } from '../model/comp-time.ts';
import { connectionSchema, pushedSchema } from '../model/connection.ts';
import { localDateSchema, quarterIdSchema } from '../model/dates.ts';
import { deadlineSchema, deliverySchema } from '../model/deadline.ts';
import { holidaySchema, holidaySetSchema } from '../model/holiday.ts';
import * as ids from '../model/ids.ts';
import { imageSchema } from '../model/image.ts';
import { incidentSchema } from '../model/incident.ts';
import { leaveSchema } from '../model/leave.ts';
import { personSchema } from '../model/person.ts';
import { policySchema } from '../model/policy.ts';
import { publishedSchema } from '../model/published.ts';
import { quarterSchema } from '../model/quarter.ts';
import { rotationSchema } from '../model/rotation.ts';
import { ruleNameSchema } from '../model/rules.ts';
import { runSchema } from '../model/run.ts';
import { runbookSchema } from '../model/runbook.ts';
import { scenarioSchema } from '../model/scenario.ts';
import { pipelineSchema, taskSchema } from '../model/task.ts';
import { aboutSchema, recordSchemas, tableNames } from '../model/workspace.ts';

/** Who holds a slot from now on; null leaves it a gap. */
export const assignmentSchema = z
  .strictObject({ shift: ids.shiftIdSchema, person: ids.personIdSchema.nullable() })
  .readonly();

const changedTables = z.enum([...tableNames, 'about']);

/**
 * One record as it was and as it is; null is "was not there" or "is gone". Both are checked as records of their table: an
 * undo that a window made up must not bring in what no other command could.
 */
export const changeSchema = z
  .strictObject({ table: changedTables, id: z.string().max(200), before: z.json(), after: z.json() })
  .superRefine(({ table, before, after }, context) => {
    const schema = table === 'about' ? aboutSchema : recordSchemas[table];
    for (const [path, record] of Object.entries({ before, after })) {
      if (record === null) continue;
      const issue = schema.safeParse(record).error?.issues[0];
      if (issue) context.addIssue({ code: 'custom', path: [path, ...issue.path], message: issue.message });
    }
  })
  .readonly();

/** Single days of a turn that somebody else takes over, from a day until another, which is not included. */
export const coverSchema = z
  .strictObject({
    shift: ids.shiftIdSchema,
    from: localDateSchema,
    until: localDateSchema,
    person: ids.personIdSchema,
  })
  .readonly();

/** What a file can bring. The ledger and the shifts have rules of their own, and so their own commands. */
const importedSchema = z.discriminatedUnion('table', [
  z.strictObject({ table: z.literal('people'), record: recordSchemas.people }).readonly(),
  z.strictObject({ table: z.literal('pipelines'), record: recordSchemas.pipelines }).readonly(),
  z.strictObject({ table: z.literal('tasks'), record: recordSchemas.tasks }).readonly(),
  z.strictObject({ table: z.literal('rotations'), record: recordSchemas.rotations }).readonly(),
  z.strictObject({ table: z.literal('leave'), record: recordSchemas.leave }).readonly(),
  z.strictObject({ table: z.literal('holidaySets'), record: recordSchemas.holidaySets }).readonly(),
  z.strictObject({ table: z.literal('holidays'), record: recordSchemas.holidays }).readonly(),
  z.strictObject({ table: z.literal('runbooks'), record: recordSchemas.runbooks }).readonly(),
  z.strictObject({ table: z.literal('incidents'), record: recordSchemas.incidents }).readonly(),
  z.strictObject({ table: z.literal('deadlines'), record: recordSchemas.deadlines }).readonly(),
  z.strictObject({ table: z.literal('images'), record: recordSchemas.images }).readonly(),
]);

/** The edits that can stand alone or be parts of one step. A command carries all that could differ between its two runs, in the window and in the keeper: new ids, today's date, the seed. */
const simpleCommands = [
  /** Every gesture on the board: give, trade, swap, move, assign, unassign. Pins what it sets; past weeks need `reason`. */
  z.strictObject({
    kind: z.literal('assign-shifts'),
    assignments: z.array(assignmentSchema).min(1).max(2000).readonly(),
    /** Hard rules that the lead overrules in this edit. */
    accept: z.array(ruleNameSchema).max(10).readonly(),
    today: localDateSchema,
    reason: z.string().max(500),
  }),
  z.strictObject({
    kind: z.literal('pin-shifts'),
    shifts: z.array(ids.shiftIdSchema).min(1).max(2000).readonly(),
    pinned: z.boolean(),
  }),
  /** Takes the planner's proposal for a quarter: all slots of it at once. */
  z.strictObject({
    kind: z.literal('accept-plan'),
    quarter: quarterIdSchema,
    assignments: z.array(assignmentSchema).max(20_000).readonly(),
    seed: z.int().min(0),
    digest: z.string().max(64),
    iterations: z.int().min(0),
    /** Of the proposal, in cost units; null where unknown or unproven. */
    cost: z.int().nullable(),
    bound: z.int().nullable(),
    today: localDateSchema,
  }),
  /** Single days given to somebody else, and such covers taken back. Hard rules hold as for shifts; days gone by need `reason`. */
  z.strictObject({
    kind: z.literal('cover-days'),
    covers: z.array(coverSchema).max(500).readonly(),
    remove: z.array(ids.shiftIdSchema).max(500).readonly(),
    accept: z.array(ruleNameSchema).max(10).readonly(),
    today: localDateSchema,
    reason: z.string().max(500),
  }),
  z.strictObject({ kind: z.literal('save-about'), about: aboutSchema }),
  z.strictObject({ kind: z.literal('save-person'), person: personSchema }),
  z.strictObject({ kind: z.literal('save-pipeline'), pipeline: pipelineSchema }),
  z.strictObject({ kind: z.literal('remove-pipeline'), pipeline: ids.pipelineIdSchema }),
  z.strictObject({ kind: z.literal('save-task'), task: taskSchema }),
  z.strictObject({ kind: z.literal('save-rotation'), rotation: rotationSchema }),
  /**
   * Ends a rotation on a day and goes on under new terms from then: `next` succeeds it. Turns that have not begun by `today` are led to
   * the new grid where a slot, a layer and a participant are the same, and opened where not.
   */
  z.strictObject({
    kind: z.literal('succeed-rotation'),
    ends: ids.rotationIdSchema,
    on: localDateSchema,
    next: rotationSchema,
    today: localDateSchema,
  }),
  z.strictObject({ kind: z.literal('save-leave'), leave: leaveSchema }),
  z.strictObject({ kind: z.literal('remove-leave'), leave: ids.leaveIdSchema }),
  z.strictObject({ kind: z.literal('save-holiday-set'), set: holidaySetSchema }),
  z.strictObject({ kind: z.literal('save-holiday'), holiday: holidaySchema }),
  z.strictObject({ kind: z.literal('remove-holiday'), holiday: ids.holidayIdSchema }),
  /** One line of the ledger. A take may go beyond the balance only where the lead agreed to the debt. */
  z.strictObject({
    kind: z.literal('add-comp-time'),
    entry: compTimeEntrySchema,
    agreedDebt: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.literal('add-policy'), policy: policySchema }),
  z.strictObject({ kind: z.literal('save-quarter'), quarter: quarterSchema }),
  z.strictObject({ kind: z.literal('save-deadline'), deadline: deadlineSchema }),
  z.strictObject({ kind: z.literal('record-delivery'), delivery: deliverySchema }),
  z.strictObject({ kind: z.literal('save-incident'), incident: incidentSchema }),
  z.strictObject({ kind: z.literal('save-runbook'), runbook: runbookSchema }),
  z.strictObject({ kind: z.literal('review-runbook'), runbook: ids.runbookIdSchema, on: localDateSchema }),
  z.strictObject({ kind: z.literal('remove-runbook'), runbook: ids.runbookIdSchema }),
  /** A run of a runbook: begun, ticked, noted, finished. */
  z.strictObject({ kind: z.literal('save-run'), run: runSchema }),
  z.strictObject({ kind: z.literal('remove-run'), run: ids.runIdSchema }),
  z.strictObject({ kind: z.literal('save-image'), image: imageSchema }),
  z.strictObject({ kind: z.literal('remove-image'), image: ids.imageIdSchema }),
  z.strictObject({ kind: z.literal('remove-deadline'), deadline: ids.deadlineIdSchema }),
  z.strictObject({ kind: z.literal('remove-incident'), incident: ids.incidentIdSchema }),
  /** How another tool is mapped. What was written there stays as it is on record. */
  z.strictObject({ kind: z.literal('save-connection'), connection: connectionSchema }),
  z.strictObject({ kind: z.literal('remove-connection'), connection: ids.connectionIdSchema }),
  /** What stands on the other side through us, all of it. Not undone: it stands there. */
  z.strictObject({
    kind: z.literal('record-pushed'),
    connection: ids.connectionIdSchema,
    own: z.array(pushedSchema).max(20_000).readonly(),
  }),
  /** Calendar events that go out, each new or with a higher SEQUENCE. Not undone: they are out. */
  z.strictObject({
    kind: z.literal('publish'),
    events: z.array(publishedSchema).min(1).max(20_000).readonly(),
  }),
  z.strictObject({ kind: z.literal('save-scenario'), scenario: scenarioSchema }),
  z.strictObject({ kind: z.literal('remove-scenario'), scenario: ids.scenarioIdSchema }),
  /** Makes a scenario the plan, its facts with it, as one step. What has ended by `today` stays as it was worked. */
  z.strictObject({
    kind: z.literal('adopt-scenario'),
    scenario: ids.scenarioIdSchema,
    today: localDateSchema,
  }),
] as const;

const simpleCommandSchema = z.discriminatedUnion('kind', simpleCommands);

/** Every edit there is. */
export const commandSchema = z.discriminatedUnion('kind', [
  ...simpleCommands,
  /** Several edits as one step, all or nothing; each sees what those before it made. */
  z.strictObject({
    kind: z.literal('together'),
    title: z.string().min(1).max(300),
    commands: z.array(simpleCommandSchema).min(1).max(500).readonly(),
  }),
  /** What a file brought, once the lead has seen it: added or replaced as one step, all or nothing. */
  z.strictObject({
    kind: z.literal('import-records'),
    title: z.string().min(1).max(300),
    /** Name of the file, for the history. */
    source: z.string().max(300),
    records: z.array(importedSchema).max(20_000).readonly(),
    /** Leave that a former version of the file brought, and that has gone from it. */
    gone: z.array(ids.leaveIdSchema).max(20_000).readonly().optional(),
  }),
  /** Undo and redo: takes back the changes of an earlier revision, or of an undo. */
  z.strictObject({
    kind: z.literal('revert'),
    direction: z.enum(['undo', 'redo']),
    /** The revision whose edit is taken back or made again. */
    of: z.int().min(1),
    changes: z.array(changeSchema).max(50_000).readonly(),
  }),
  /** Takes records back from an older state, or over from another version of the file, once the lead has seen which. Undone like any edit. */
  z.strictObject({
    kind: z.literal('restore'),
    from: z.enum(['restore-point', 'other-version']),
    changes: z.array(changeSchema).max(50_000).readonly(),
  }),
]);

export type Cover = z.infer<typeof coverSchema>;
export type Imported = z.infer<typeof importedSchema>;
export type SimpleCommand = z.infer<typeof simpleCommandSchema>;
export type Assignment = z.infer<typeof assignmentSchema>;
export type Change = z.infer<typeof changeSchema>;
export type Changes = readonly Change[];
export type Command = z.infer<typeof commandSchema>;
export type CommandOf<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>;
