import { Component, type ErrorInfo, type ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';

interface Props {
  readonly children: ReactNode;
  /** What failed, as the start of the sentence: "The calendar". */
  readonly what: string;
  /** A change of it, such as another screen, tries again. */
  readonly resetKey?: string;
}

interface State {
  readonly failed: Error | null;
  readonly resetKey: string | undefined;
}

/** Keeps a fault of one part from taking the window with it; the plan itself is not touched by drawing it. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: null, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { failed: error instanceof Error ? error : new Error(String(error)) };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.resetKey === state.resetKey ? null : { failed: null, resetKey: props.resetKey };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    const { failed } = this.state;
    if (!failed) return this.props.children;
    return (
      <div role="alert" className="m-auto flex max-w-120 flex-col items-start gap-3 p-8">
        <h2 className="text-title font-semibold">{this.props.what} could not be shown</h2>
        <p>Your plan is not touched: what was shown as saved is saved. Try again, or load the window anew.</p>
        <pre className="max-w-full overflow-auto rounded-md bg-leave p-2 font-mono text-label whitespace-pre-wrap text-muted">
          {failed.message}
        </pre>
        <div className="flex gap-2">
          <Button kind="primary" onPress={() => this.setState({ failed: null })}>
            Retry
          </Button>
          <Button onPress={() => window.location.reload()}>Load the window anew</Button>
        </div>
      </div>
    );
  }
}
