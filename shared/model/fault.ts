import type { TableName } from './workspace.ts';

/** Something that a sound workspace never holds. `where` is `table/id.field`. */
export type Fault =
  /** `by` names what refers to the record that is not there. */
  | { readonly kind: 'unknown-record'; readonly table: TableName; readonly id: string; readonly by: string }
  | { readonly kind: 'invalid'; readonly where: string; readonly what: string }
  /** Two records that say the same thing twice: one name for two people, one holiday in a set twice. */
  | {
      readonly kind: 'duplicate';
      readonly table: TableName;
      readonly id: string;
      readonly with: string;
      readonly field: string;
    };
