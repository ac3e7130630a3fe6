/**
 * Begins to count how long the processor works for this program: what other programs on the machine do meanwhile does not lengthen it, as
 * it does a clock's time.
 *
 * @returns milliseconds since then
 */
export function processorTime(): () => number {
  const begun = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1000;
  };
}
