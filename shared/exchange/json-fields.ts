/** Reading answers of services field by field: what is missing or has another form reads as nothing, never as an error. */
export type Json = unknown;

export const fieldOf = (value: Json, name: string): Json =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, Json>>)[name]
    : undefined;

/** A field of a field: `at(value, 'user', 'id')`. */
export const at = (value: Json, ...names: readonly string[]): Json => names.reduce(fieldOf, value);

/** A text of at most 500 letters; null where there is none. */
export const textAt = (value: Json, ...names: readonly string[]): string | null => {
  const found = at(value, ...names);
  if (typeof found === 'number' && Number.isFinite(found)) return String(found);
  return typeof found === 'string' && found !== '' ? found.slice(0, 500) : null;
};

export const listAt = (value: Json, ...names: readonly string[]): readonly Json[] => {
  const found = at(value, ...names);
  return Array.isArray(found) ? (found as readonly Json[]) : [];
};

/** A moment in milliseconds since 1970, read only where it says its zone or offset; null else. */
export const momentAt = (value: Json, ...names: readonly string[]): number | null => {
  const text = textAt(value, ...names);
  if (text === null || !/(Z|[+-]\d\d:?\d\d)$/i.test(text)) return null;
  const epoch = Date.parse(text);
  return Number.isNaN(epoch) ? null : epoch;
};
