/** Widths of Inter's letters at weight 550, in thousandths of the font size; what is missing counts 600. */
const widths: ReadonlyMap<string, number> = new Map(
  (
    [
      ["iljI.,:'|!", 290],
      ['ftr-()', 390],
      [' ', 280],
      ['mwMWÆ@', 900],
      ['ABCDEFGHKLNOPQRSTUVXYZ', 690],
      ['0123456789', 640],
    ] as const
  ).flatMap(([letters, width]) => [...letters].map((letter) => [letter, width] as const)),
);

/** How wide a text will stand, in px. An upper estimate: measuring each of 1,560 chips would cost a layout each. */
export function textWidth(text: string, fontSize: number): number {
  let sum = 0;
  for (const letter of text) sum += widths.get(letter) ?? 600;
  return (sum * fontSize) / 1000;
}

/**
 * The longest honest form of a name that fits: the given name, the whole name where the given one is not unique, or an
 * abbreviation that shows itself as one ("Eng. 1", "Kata."). Null when not even that fits: the initials must do.
 */
export function fitName(
  name: string,
  givenNameIsUnique: boolean,
  width: number,
  fontSize = 12,
): string | null {
  const words = name.trim().split(/\s+/);
  const given = words[0] ?? name;
  const rest = givenNameIsUnique || words.length < 2 ? '' : ` ${words[words.length - 1] ?? ''}`;
  const fits = (text: string) => textWidth(text, fontSize) <= width;
  if (!givenNameIsUnique && fits(name)) return name;
  if (rest === '' && fits(given)) return given;
  const shortRest = rest.length > 3 ? rest.slice(0, 2) : rest;
  if (rest !== '' && fits(given + shortRest)) return given + shortRest;
  const letters = [...given];
  const cuts = letters
    .map((_, count) => `${letters.slice(0, count).join('')}.${shortRest}`)
    .slice(2)
    .filter(fits)
    .reverse();
  // "Tom." reads as an abbreviation, "Toma." as a slip: a cut after a consonant is preferred.
  return cuts.find((cut) => cut.indexOf('.') >= 3 && !/[aeiouyáéíóúäöüåæø]\./i.test(cut)) ?? cuts[0] ?? null;
}
