type WithZones = Intl.Locale & {
  /** As later editions of ECMA-402 have it; earlier ones had the property. */
  readonly getTimeZones?: () => readonly string[] | undefined;
  readonly timeZones?: readonly string[];
};

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** The name by which the system knows a zone: `Asia/Kolkata` and `Asia/Calcutta` are one. */
const systemName = (zone: string): string =>
  new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;

/**
 * The country in which a time zone lies, as ISO 3166 writes it: `DE` of `Europe/Berlin`. By what the system knows of both; null where it
 * knows no country, as of `UTC`, or more than one.
 */
export function countryOfZone(zone: string): string | null {
  const name = systemName(zone);
  const found = letters.flatMap((first) =>
    letters.flatMap((second) => {
      const code = first + second;
      const locale: WithZones = new Intl.Locale(`und-${code}`);
      // A code out of use, such as DD, is read as the one that came after it.
      if (locale.region !== code) return [];
      const zones = locale.getTimeZones?.() ?? locale.timeZones ?? [];
      return zones.includes(zone) || zones.includes(name) ? [code] : [];
    }),
  );
  const [only] = found;
  return found.length === 1 && only !== undefined ? only : null;
}
