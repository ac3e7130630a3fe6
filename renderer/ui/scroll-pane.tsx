import type { ReactNode } from 'react';

interface Props {
  readonly label: string;
  readonly children: ReactNode;
}

/**
 * A screen that scrolls as a whole. It needs focus, or the keyboard could not scroll it; and it is what words for the ear alone are
 * placed against, or those far to the right would make the page wider than the window.
 */
export function ScrollPane({ label, children }: Props) {
  return (
    <div
      className="relative flex min-h-0 flex-1 flex-col overflow-auto"
      tabIndex={0}
      role="region"
      aria-label={label}
    >
      {children}
    </div>
  );
}
