import { z } from 'zod';
import { localDateSchema, localTimeSchema, weekdaySchema, zoneNameSchema } from './dates.ts';
import { layerNameSchema, personIdSchema, pipelineIdSchema, rotationIdSchema } from './ids.ts';
import { codeSchema, lineSchema } from './text.ts';

/** One duty of a rotation: primary, secondary, or a shadow that carries no duty. */
export const layerSchema = z
  .strictObject({
    name: layerNameSchema,
    title: lineSchema,
    /** What the layer weighs against a primary, in per cent: 100, 50; a shadow 0. */
    weightPercent: z.int().min(0).max(300),
  })
  .readonly();

/** Somebody who takes turns, and in which layers: a junior has `secondary` only. */
export const participantSchema = z
  .strictObject({ person: personIdSchema, layers: z.array(layerNameSchema).min(1).max(10).readonly() })
  .readonly();

/** The moment one turn ends and the next begins: wall clock in the rotation's zone. */
export const handoffSchema = z
  .strictObject({ weekday: weekdaySchema, time: localTimeSchema, zone: zoneNameSchema })
  .readonly();

/**
 * A duty that goes round. *Exclusive*: whoever holds it holds no other exclusive duty at that time. *Watch*: a
 * lighter duty that may be held beside others; only two layers of the same watch need two people (planning.md, H3).
 */
export const rotationSchema = z
  .strictObject({
    id: rotationIdSchema,
    name: lineSchema,
    code: codeSchema,
    kind: z.enum(['exclusive', 'watch']),
    /** The pipeline watched; null is team-wide. */
    pipeline: pipelineIdSchema.nullable(),
    cadenceWeeks: z.union([z.literal(1), z.literal(2)]),
    handoff: handoffSchema,
    /** First hand-off on or after this day begins the first turn; bi-weekly turns count from there. */
    startsOn: localDateSchema,
    /** No turn begins on or after this day; null is no end. */
    endsOn: localDateSchema.nullable(),
    layers: z.array(layerSchema).min(1).max(6).readonly(),
    /** In turn order. */
    participants: z.array(participantSchema).max(200).readonly(),
    /** Who may stand in on a watch when the regular people cannot; `task-owners` are the pipeline's. */
    standIns: z.union([z.literal('task-owners'), z.array(personIdSchema).max(200).readonly()]),
    /** Multiplies the load, in per cent: 100; a heavy rotation 150; a light watch 50. */
    factorPercent: z.int().min(0).max(1000),
    /** Weeks of rest wanted between two shifts of one person; watches open no rest window. */
    restWeeks: z.int().min(0).max(12),
    /** The rotation that this one continues after a change of its terms. */
    succeeds: rotationIdSchema.nullable(),
    archivedOn: localDateSchema.nullable(),
    position: z.int().min(0),
  })
  .readonly();

export type Layer = z.infer<typeof layerSchema>;
export type Participant = z.infer<typeof participantSchema>;
export type Handoff = z.infer<typeof handoffSchema>;
export type Rotation = z.infer<typeof rotationSchema>;
