import type { ReactNode } from 'react';

interface Props {
  /** Names the region for a screen reader. */
  readonly label: string;
  /** A proposal stands out; the plan that stands does not. */
  readonly tone: 'proposal' | 'quiet';
  readonly children: ReactNode;
  readonly actions: ReactNode;
}

/** One line above the plan: what is said of it on the left, what can be done on the right. */
export function Strip({ label, tone, children, actions }: Props) {
  const look =
    tone === 'proposal'
      ? 'min-h-10 border-dashed border-accent bg-selection'
      : 'min-h-9 border-divider bg-panel';
  return (
    <div
      role="region"
      aria-label={label}
      className={`@container flex flex-none items-center gap-4 border-b px-3 py-1 ${look}`}
    >
      {/* While a plan is made its words change all the time: they keep to one line, so that nothing below jumps. */}
      <div
        className={`flex min-w-0 flex-1 items-center gap-x-4 gap-y-0.5 ${tone === 'quiet' ? 'flex-wrap' : ''}`}
      >
        {children}
      </div>
      <div className="flex shrink-0 items-center gap-2">{actions}</div>
    </div>
  );
}
