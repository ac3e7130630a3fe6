import type { DocumentProblem } from '../document/document-problem.ts';
import type { ServiceFault, ServiceName } from './services.ts';

/**
 * What the world can say no to: disk, file, version, a stale base. A value that crosses the bridge; the sentence for it is
 * made in `words/problem-text.ts`.
 */
export type Problem =
  | DocumentProblem
  | { readonly kind: 'not-found'; readonly file: string }
  | { readonly kind: 'in-use'; readonly file: string; readonly by: string }
  | { readonly kind: 'disk'; readonly tried: string; readonly file: string; readonly code: string }
  | { readonly kind: 'stale-base'; readonly sent: number; readonly current: number }
  /** Something else wrote the file, or into its journal, while it was open. Nothing was written since. */
  | { readonly kind: 'changed-underneath'; readonly file: string }
  | { readonly kind: 'refused-edit'; readonly refusal: string }
  | { readonly kind: 'read-only'; readonly because: string }
  | { readonly kind: 'not-open' }
  /** The window lost its keeper: the program was stopped, or the connection broke. Made by the window itself. */
  | { readonly kind: 'disconnected' }
  | { readonly kind: 'too-large'; readonly file: string; readonly bytes: number; readonly most: number }
  | { readonly kind: 'bad-message'; readonly channel: string; readonly detail: string }
  | { readonly kind: 'unsupported'; readonly what: string; readonly instead: string }
  | { readonly kind: 'pdf-failed'; readonly detail: string }
  /** A service outside did not do what it was asked; `detail` is what it said, never what it was sent. */
  | {
      readonly kind: 'service';
      readonly service: ServiceName;
      readonly fault: ServiceFault;
      readonly detail: string | null;
    }
  /** Files that Evenwatch did not write, or that were changed since, have names of the site. Nothing was written. */
  | { readonly kind: 'site-foreign'; readonly folder: string; readonly files: readonly string[] }
  /** Files that are no older state of what would be written there. */
  | { readonly kind: 'folder-foreign'; readonly folder: string; readonly files: readonly string[] }
  /** The folder has the site of another plan. Nothing was written. */
  | { readonly kind: 'site-of-another'; readonly folder: string }
  | { readonly kind: 'cancelled' };
