/** Why a file's text is no workspace that can be opened. Part of the problems of the contract. */
export type DocumentProblem =
  | { readonly kind: 'not-a-workspace'; readonly file: string; readonly detail: string }
  | { readonly kind: 'newer-format'; readonly file: string; readonly found: number; readonly known: number }
  | {
      readonly kind: 'damaged';
      readonly file: string;
      readonly detail: string;
      readonly keptAs: string | null;
    }
  | {
      readonly kind: 'invalid-workspace';
      readonly file: string;
      readonly findings: readonly { readonly where: string; readonly what: string }[];
    };
