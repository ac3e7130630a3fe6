/** Made by the build: what goes into the program from elsewhere, and under which terms. */
declare module 'virtual:licences' {
  interface Component {
    readonly name: string;
    readonly version: string;
    /** SPDX expression, as the component names it. */
    readonly licence: string;
    /** What the licence asks to be said beside its text; empty for most. */
    readonly note: string;
    /** Place of its licence's text in `texts`. */
    readonly text: number;
  }

  export const licences: { readonly components: readonly Component[]; readonly texts: readonly string[] };
}
