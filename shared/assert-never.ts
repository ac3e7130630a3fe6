/** Makes a switch exhaustive: a forgotten case fails to compile, and throws if data slips past the types. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
