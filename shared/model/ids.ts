import { z } from 'zod';

/**
 * Every id starts with the word for its kind, so an id of one kind never passes for another, and no id can name
 * something that every JavaScript object has (`constructor`, `__proto__`).
 */
const id = (kind: string) => z.string().max(80).regex(new RegExp(`^${kind}-[A-Za-z0-9][A-Za-z0-9-]*$`), `an id of the form ${kind}-…`);

export const workspaceIdSchema = id('workspace').brand<'WorkspaceId'>();
export const personIdSchema = id('person').brand<'PersonId'>();
export const pipelineIdSchema = id('pipeline').brand<'PipelineId'>();
export const taskIdSchema = id('task').brand<'TaskId'>();
export const rotationIdSchema = id('rotation').brand<'RotationId'>();
export const leaveIdSchema = id('leave').brand<'LeaveId'>();
export const holidayIdSchema = id('holiday').brand<'HolidayId'>();
export const holidaySetIdSchema = id('holidays').brand<'HolidaySetId'>();
export const compTimeIdSchema = id('comp').brand<'CompTimeId'>();
export const deadlineIdSchema = id('deadline').brand<'DeadlineId'>();
export const deliveryIdSchema = id('delivery').brand<'DeliveryId'>();
export const incidentIdSchema = id('incident').brand<'IncidentId'>();
export const runbookIdSchema = id('runbook').brand<'RunbookId'>();
export const policyIdSchema = id('policy').brand<'PolicyId'>();
export const runIdSchema = id('run').brand<'RunId'>();
export const imageIdSchema = id('image').brand<'ImageId'>();
export const scenarioIdSchema = id('scenario').brand<'ScenarioId'>();
export const connectionIdSchema = id('connection').brand<'ConnectionId'>();

/** A published event is named by what it stands for: a shift or a part of it, a day off, a holiday, one due day of a deadline. */
export const publishedIdSchema = z
  .string()
  .max(240)
  .regex(/^(rotation|leave|holiday|deadline)-[A-Za-z0-9][A-Za-z0-9/-]*$/, 'the id of what is published')
  .brand<'PublishedId'>();

/**
 * A shift is named by the slot it fills: rotation, layer and the date of its hand-off, and for a cover of single
 * days the first day covered. Two shifts in one slot cannot be written down, and swapping people keeps the name.
 */
export const shiftIdSchema = z
  .string()
  .max(200)
  .regex(/^rotation-[A-Za-z0-9-]+\/[a-z][a-z0-9-]*\/\d{4}-\d\d-\d\d(\/cover\/\d{4}-\d\d-\d\d)?$/, 'rotation/layer/date')
  .brand<'ShiftId'>();

export const layerNameSchema = z.string().max(40).regex(/^[a-z][a-z0-9-]*$/, 'lower-case letters, digits, hyphens').brand<'LayerName'>();

export type WorkspaceId = z.infer<typeof workspaceIdSchema>;
export type PersonId = z.infer<typeof personIdSchema>;
export type PipelineId = z.infer<typeof pipelineIdSchema>;
export type TaskId = z.infer<typeof taskIdSchema>;
export type RotationId = z.infer<typeof rotationIdSchema>;
export type LeaveId = z.infer<typeof leaveIdSchema>;
export type HolidayId = z.infer<typeof holidayIdSchema>;
export type HolidaySetId = z.infer<typeof holidaySetIdSchema>;
export type CompTimeId = z.infer<typeof compTimeIdSchema>;
export type DeadlineId = z.infer<typeof deadlineIdSchema>;
export type DeliveryId = z.infer<typeof deliveryIdSchema>;
export type IncidentId = z.infer<typeof incidentIdSchema>;
export type RunbookId = z.infer<typeof runbookIdSchema>;
export type PolicyId = z.infer<typeof policyIdSchema>;
export type RunId = z.infer<typeof runIdSchema>;
export type ImageId = z.infer<typeof imageIdSchema>;
export type ScenarioId = z.infer<typeof scenarioIdSchema>;
export type ConnectionId = z.infer<typeof connectionIdSchema>;
export type PublishedId = z.infer<typeof publishedIdSchema>;
export type ShiftId = z.infer<typeof shiftIdSchema>;
export type LayerName = z.infer<typeof layerNameSchema>;
