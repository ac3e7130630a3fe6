import { z } from 'zod';
import { instantSchema } from './dates.ts';
import {
  connectionIdSchema,
  layerNameSchema,
  personIdSchema,
  rotationIdSchema,
  shiftIdSchema,
} from './ids.ts';
import { lineSchema } from './text.ts';

/** What the other side calls something: an id, an e-mail address, a name. */
const outsideSchema = z.string().min(1).max(300);

/** A base address carries no name, no password and no query: those are where tokens hide. */
const bareAddress = /^https?:\/\/[^\s/?#@]+(\/[^\s?#@]*)?$/;

/** Somebody over there, and who they are here; null is "asked, and nobody". */
export const mappedPersonSchema = z
  .strictObject({ outside: outsideSchema, name: z.string().max(300), person: personIdSchema.nullable() })
  .readonly();

/** A schedule, layer or role over there, and which layer of which rotation it is here. */
export const mappedRotationSchema = z
  .strictObject({
    outside: outsideSchema,
    name: z.string().max(300),
    rotation: rotationIdSchema.nullable(),
    layer: layerNameSchema.nullable(),
  })
  .readonly();

/** Something that Evenwatch wrote over there: only such things may be changed or removed there again. */
export const pushedSchema = z
  .strictObject({
    outside: outsideSchema,
    shift: shiftIdSchema,
    startsAt: instantSchema,
    endsAt: instantSchema,
    person: personIdSchema,
  })
  .readonly();

/** How a source is read and another tool is written: what was mapped once is not asked again. Never holds a secret. */
export const connectionSchema = z
  .strictObject({
    id: connectionIdSchema,
    kind: z.enum(['calendar', 'pagerduty', 'opsgenie', 'grafana-oncall', 'datadog']),
    name: lineSchema,
    /** The base address of its service; null where files are read. */
    address: z.string().max(300).regex(bareAddress, 'an address without name, password or query').nullable(),
    people: z.array(mappedPersonSchema).max(2000).readonly(),
    rotations: z.array(mappedRotationSchema).max(500).readonly(),
    own: z.array(pushedSchema).max(20_000).readonly(),
  })
  .readonly();

export type MappedPerson = z.infer<typeof mappedPersonSchema>;
export type MappedRotation = z.infer<typeof mappedRotationSchema>;
export type Pushed = z.infer<typeof pushedSchema>;
export type Connection = z.infer<typeof connectionSchema>;
