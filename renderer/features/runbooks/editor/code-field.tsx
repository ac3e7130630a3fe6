import { autocompletion, startCompletion, type CompletionSource } from '@codemirror/autocomplete';
import { markdown } from '@codemirror/lang-markdown';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { minimalSetup } from 'codemirror';
import { useEffect, useRef } from 'react';
import { codeLook } from './code-look.ts';

/** What others may do in the field, from a button or once a file was read. */
export interface CodeHandle {
  /** Puts text where the cursor stands, in place of what is selected, and goes on after it. */
  readonly insert: (text: string) => void;
  /** Begins a link to another runbook and offers their titles. */
  readonly link: () => void;
  /** Shows a line, counted from 1, and puts the cursor there. */
  readonly goToLine: (line: number) => void;
}

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly complete: CompletionSource;
  /** Files that were pasted or dropped; the cursor stands where they are to go. */
  readonly onFiles: (files: readonly File[]) => void;
  readonly onReady: (handle: CodeHandle | null) => void;
  /** How far down the text the cursor went: 0 on its first line, 1 on its last. */
  readonly onPlace: (share: number) => void;
  readonly isInvalid: boolean;
}

const lineEnd = (text: string): string => (/\r\n/.test(text) && !/[^\r]\n/.test(text) ? '\r\n' : '\n');

/** Pixels that stay free below the cursor: the buttons of the form stand over what scrolls beneath them. */
const BELOW = 72;

function placeOf({ doc, selection }: EditorState): number {
  return doc.lines < 2 ? 0 : (doc.lineAt(selection.main.head).number - 1) / (doc.lines - 1);
}

const handleOf = (view: EditorView): CodeHandle => ({
  insert(text) {
    view.dispatch(view.state.replaceSelection(text), { scrollIntoView: true, userEvent: 'input.paste' });
    view.focus();
  },
  link() {
    view.dispatch(view.state.replaceSelection('[['), { scrollIntoView: true });
    view.focus();
    startCompletion(view);
  },
  goToLine(number) {
    const line = view.state.doc.line(Math.min(Math.max(number, 1), view.state.doc.lines));
    view.dispatch({ selection: { anchor: line.from, head: line.to }, scrollIntoView: true });
    view.focus();
  },
});

/** Files are taken out of a paste or a drop; text goes the way it always does. */
const takesFiles = (onFiles: (files: readonly File[]) => void): Extension => {
  const take = (event: Event, files: FileList | undefined): boolean => {
    if (files === undefined || files.length === 0) return false;
    event.preventDefault();
    onFiles([...files]);
    return true;
  };
  return EditorView.domEventHandlers({
    paste: (event) => take(event, event.clipboardData?.files),
    drop(event, view) {
      if ((event.dataTransfer?.files.length ?? 0) === 0) return false;
      const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
      if (at !== null) view.dispatch({ selection: { anchor: at } });
      return take(event, event.dataTransfer?.files);
    },
  });
};

/**
 * Markdown to be edited, with an undo of its own while the cursor is in it. It lives in a shadow root: there the editor's
 * styles are objects of the page and no `<style>` element, which the content policy would not let in.
 */
export function CodeField(props: Props) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const now = useRef(props);
  const { label, value, isInvalid } = props;
  useEffect(() => {
    now.current = props;
  });
  useEffect(() => {
    const element = host.current;
    if (element === null) return undefined;
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    const editor = new EditorView({
      root,
      parent: root,
      state: EditorState.create({
        doc: now.current.value,
        extensions: [
          minimalSetup,
          markdown(),
          codeLook,
          EditorState.lineSeparator.of(lineEnd(now.current.value)),
          EditorView.lineWrapping,
          EditorView.scrollMargins.of(() => ({ bottom: BELOW })),
          EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'true', tabindex: '0' }),
          autocompletion({ override: [(context) => now.current.complete(context)], icons: false }),
          takesFiles((files) => now.current.onFiles(files)),
          EditorView.updateListener.of((update) => {
            // `sliceDoc`, unlike `toString`, ends lines the way they ended.
            if (update.docChanged) now.current.onChange(update.state.sliceDoc());
            if (update.view.hasFocus && (update.docChanged || update.selectionSet))
              now.current.onPlace(placeOf(update.state));
          }),
        ],
      }),
    });
    view.current = editor;
    now.current.onReady(handleOf(editor));
    return () => {
      now.current.onReady(null);
      view.current = null;
      editor.destroy();
    };
  }, [label]);
  // A text that came from elsewhere: a template, an older version, a newer one from underneath.
  useEffect(() => {
    const editor = view.current;
    if (editor !== null && editor.state.sliceDoc() !== value)
      editor.dispatch({
        changes: { from: 0, to: editor.state.doc.length, insert: editor.state.toText(value) },
      });
  }, [value]);
  return <div ref={host} className="runbook-source" data-invalid={isInvalid || undefined} />;
}
