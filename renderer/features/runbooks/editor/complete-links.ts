import type { Completion, CompletionResult, CompletionSource } from '@codemirror/autocomplete';
import type { Runbook } from '../../../../shared/model/runbook.ts';
import { runbookLink } from '../../../../shared/runbooks/links.ts';

/** A runbook that can be linked, with what tells it from others of the same title. */
export interface Linkable extends Pick<Runbook, 'id' | 'title'> {
  readonly pipeline: string | null;
}

const mostShown = 50;

const asCompletion = (runbook: Linkable): Completion => ({
  label: runbook.title,
  ...(runbook.pipeline === null || runbook.pipeline === runbook.title
    ? {}
    : { detail: `${runbook.pipeline} pipeline` }),
  apply(view, _completion, from, to) {
    // Whoever closed the brackets before choosing does not mean them to stay.
    const end = view.state.sliceDoc(to, to + 2) === ']]' ? to + 2 : to;
    const insert = runbookLink(runbook);
    view.dispatch({
      changes: { from, to: end, insert },
      selection: { anchor: from + insert.length },
      userEvent: 'input.complete',
    });
  },
});

/** After `[[`, the titles that hold every word typed since: choosing one writes a link that survives a new title. */
export function completeLinks(runbooks: () => readonly Linkable[]): CompletionSource {
  return (context): CompletionResult | null => {
    const typed = context.matchBefore(/\[\[[^[\]\n]{0,80}$/);
    if (typed === null) return null;
    const words = typed.text.slice(2).toLocaleLowerCase().split(/\s+/).filter(Boolean);
    const options = runbooks()
      .filter(({ title }) => words.every((word) => title.toLocaleLowerCase().includes(word)))
      .slice(0, mostShown)
      .map(asCompletion);
    return options.length === 0 ? null : { from: typed.from, options, filter: false };
  };
}
