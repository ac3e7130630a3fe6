import { z } from 'zod';
import { compTimeEntrySchema } from './comp-time.ts';
import { connectionSchema } from './connection.ts';
import { localDateSchema, quarterIdSchema, zoneNameSchema } from './dates.ts';
import { deadlineSchema, deliverySchema } from './deadline.ts';
import { holidaySchema, holidaySetSchema } from './holiday.ts';
import * as ids from './ids.ts';
import { imageSchema } from './image.ts';
import { incidentSchema } from './incident.ts';
import { leaveSchema } from './leave.ts';
import { personSchema } from './person.ts';
import { policySchema } from './policy.ts';
import { publishedSchema } from './published.ts';
import { quarterSchema } from './quarter.ts';
import { rotationSchema } from './rotation.ts';
import { runSchema } from './run.ts';
import { runbookSchema } from './runbook.ts';
import { scenarioSchema } from './scenario.ts';
import { shiftSchema } from './shift.ts';
import { pipelineSchema, taskSchema } from './task.ts';
import { lineSchema, regionSchema } from './text.ts';

/** What the workspace as a whole is called and where its team sits. */
export const aboutSchema = z
  .strictObject({
    id: ids.workspaceIdSchema,
    name: lineSchema,
    zone: zoneNameSchema,
    region: regionSchema.nullable(),
    createdOn: localDateSchema,
  })
  .readonly();

/** What one record of each table is: the key of the table and its value. */
export const recordSchemas = {
  people: personSchema,
  pipelines: pipelineSchema,
  tasks: taskSchema,
  rotations: rotationSchema,
  shifts: shiftSchema,
  leave: leaveSchema,
  holidaySets: holidaySetSchema,
  holidays: holidaySchema,
  compTime: compTimeEntrySchema,
  policies: policySchema,
  quarters: quarterSchema,
  deadlines: deadlineSchema,
  deliveries: deliverySchema,
  incidents: incidentSchema,
  runbooks: runbookSchema,
  runs: runSchema,
  images: imageSchema,
  scenarios: scenarioSchema,
  connections: connectionSchema,
  published: publishedSchema,
} as const;

/** Everything Evenwatch knows of one team: tables of records by id. Which ids must resolve stands in integrity.ts. */
export const workspaceSchema = z
  .strictObject({
    about: aboutSchema,
    people: z.record(ids.personIdSchema, personSchema).readonly(),
    pipelines: z.record(ids.pipelineIdSchema, pipelineSchema).readonly(),
    tasks: z.record(ids.taskIdSchema, taskSchema).readonly(),
    rotations: z.record(ids.rotationIdSchema, rotationSchema).readonly(),
    shifts: z.record(ids.shiftIdSchema, shiftSchema).readonly(),
    leave: z.record(ids.leaveIdSchema, leaveSchema).readonly(),
    holidaySets: z.record(ids.holidaySetIdSchema, holidaySetSchema).readonly(),
    holidays: z.record(ids.holidayIdSchema, holidaySchema).readonly(),
    compTime: z.record(ids.compTimeIdSchema, compTimeEntrySchema).readonly(),
    policies: z.record(ids.policyIdSchema, policySchema).readonly(),
    quarters: z.record(quarterIdSchema, quarterSchema).readonly(),
    deadlines: z.record(ids.deadlineIdSchema, deadlineSchema).readonly(),
    deliveries: z.record(ids.deliveryIdSchema, deliverySchema).readonly(),
    incidents: z.record(ids.incidentIdSchema, incidentSchema).readonly(),
    runbooks: z.record(ids.runbookIdSchema, runbookSchema).readonly(),
    runs: z.record(ids.runIdSchema, runSchema).readonly(),
    images: z.record(ids.imageIdSchema, imageSchema).readonly(),
    scenarios: z.record(ids.scenarioIdSchema, scenarioSchema).readonly(),
    connections: z.record(ids.connectionIdSchema, connectionSchema).readonly(),
    published: z.record(ids.publishedIdSchema, publishedSchema).readonly(),
  })
  .readonly();

export type About = z.infer<typeof aboutSchema>;
export type Workspace = z.infer<typeof workspaceSchema>;

/** The tables of a workspace, in the order in which the file writes them. */
export const tableNames = [
  'people', 'pipelines', 'tasks', 'rotations', 'shifts', 'leave', 'holidaySets', 'holidays', 'compTime', 'policies',
  'quarters', 'deadlines', 'deliveries', 'incidents', 'runbooks', 'runs', 'images', 'scenarios',
  'connections', 'published',
] as const satisfies readonly Exclude<keyof Workspace, 'about'>[];

export type TableName = (typeof tableNames)[number];
export type RecordOf<Table extends TableName> = Workspace[Table][keyof Workspace[Table]];
