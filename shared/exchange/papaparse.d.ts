/**
 * What is used of papaparse. Its published types bring Node's with them, and shared/ is compiled without those.
 */
declare module 'papaparse' {
  interface ParseError {
    readonly code:
      'MissingQuotes' | 'InvalidQuotes' | 'UndetectableDelimiter' | 'TooFewFields' | 'TooManyFields';
    /** Index of the record, from 0; missing where the whole text is meant. */
    readonly row?: number;
  }

  interface Parsed {
    readonly data: readonly (readonly string[])[];
    readonly errors: readonly ParseError[];
    readonly meta: { readonly delimiter: string; readonly truncated: boolean };
  }

  interface Settings {
    readonly delimiter: string;
    readonly delimitersToGuess?: readonly string[];
    /** Stops after so many records; 0 reads all. */
    readonly preview: number;
  }

  const papa: { parse(text: string, settings: Settings): Parsed };
  export default papa;
}
