/** A worker's own end of the wire. */
interface Scope {
  onmessage: ((event: MessageEvent<unknown>) => void) | null;
  postMessage(message: unknown): void;
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Answers messages of one kind with messages of another. What goes wrong becomes a `failed` message with its reason, so that the
 * window never waits for a worker that gave up.
 */
export function serve<In, Out>(answer: (message: In, post: (reply: Out) => void) => void | Promise<void>): void {
  const scope = globalThis as unknown as Scope;
  const post = (reply: Out | { kind: 'failed'; reason: string }): void => { scope.postMessage(reply); };
  scope.onmessage = (event) => {
    Promise.resolve()
      .then(() => answer(event.data as In, post))
      .catch((error: unknown) => { post({ kind: 'failed', reason: reasonOf(error) }); });
  };
}
