/** What start-up says where the program was stopped while it wrote to the journal. `unended` is the edit that came through whole, if one did. */
export function tornText(revision: number, unended: number | null): string {
  if (unended !== null)
    return `The program was stopped while it wrote edit ${unended}, which may not have been shown as saved. The edit is whole, and was kept.`;
  return `The program was stopped while it wrote an edit after revision ${revision}. That edit may not have been shown as saved; it was not whole, and was dropped.`;
}

/** What `verify` and the other commands say of the same. */
export const unendedText = (file: string, edit: number | null): string =>
  `The last line of ${file} has no line end: the program may have been stopped there. Its edit${edit === null ? '' : ` ${edit}`} is whole and counts.`;

export const tornLineText = (file: string): string =>
  `The last line of ${file} was not written to its end: the program was stopped, and the edit may not have been shown as saved.`;

export const leftOutText = (first: number): string => `it begins at edit ${first}; the first ones are left out`;

export const noEditText = 'it is empty: it holds no edit that could be looked at';

export const goneText = (previous: number, revision: number): string =>
  `no journal is there, and the edits between ${previous} and ${revision} were written to one`;
