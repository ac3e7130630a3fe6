/** JSON of an older format: nothing is known of it but its shape. */
export type Plain = Readonly<Record<string, unknown>>;

export const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The table with each of its records led; a table that is none is left for the check that follows. */
export const eachIn = (table: unknown, lead: (record: Plain) => Plain): unknown =>
  isPlain(table)
    ? Object.fromEntries(
        Object.entries(table).map(([id, record]) => [id, isPlain(record) ? lead(record) : record]),
      )
    : table;
