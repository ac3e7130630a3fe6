import { useEffect, useState, type ComponentType } from 'react';
import { Button } from './button.tsx';
import { EmptyState } from './empty-state.tsx';

interface Props {
  readonly title: string;
  /** Fetches the screen's own part of the program; the module is remembered once it has come. */
  readonly load: () => Promise<ComponentType>;
}

type Loaded =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'here'; readonly screen: ComponentType }
  | { readonly kind: 'failed'; readonly detail: string };

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * A screen that is fetched when it is first opened. Not React's `lazy`: that remembers a failure for ever, and here Retry
 * has to ask again.
 */
export function LazyScreen({ title, load }: Props) {
  const [loaded, setLoaded] = useState<Loaded>({ kind: 'waiting' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let gone = false;
    load().then(
      (screen) => {
        if (!gone) setLoaded({ kind: 'here', screen });
      },
      (error: unknown) => {
        if (!gone) setLoaded({ kind: 'failed', detail: messageOf(error) });
      },
    );
    return () => {
      gone = true;
    };
  }, [load, attempt]);
  if (loaded.kind === 'here') {
    const Screen = loaded.screen;
    return <Screen />;
  }
  if (loaded.kind === 'waiting')
    return (
      <p className="sr-only" role="status">
        {title} is loading
      </p>
    );
  const retry = (): void => {
    setLoaded({ kind: 'waiting' });
    setAttempt(attempt + 1);
  };
  return (
    <EmptyState
      title={`${title} could not be loaded`}
      action={
        <Button kind="primary" onPress={retry}>
          Retry
        </Button>
      }
    >
      {loaded.detail}
    </EmptyState>
  );
}
