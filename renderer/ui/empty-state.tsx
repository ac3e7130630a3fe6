import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  /** What to do next, in a sentence. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  readonly icon?: ReactNode;
}

/** What stands where nothing is yet: why, and the next step. */
export function EmptyState({ title, children, action, icon }: Props) {
  return (
    <div className="flex flex-col items-center justify-center gap-2 px-6 py-16 text-center">
      {icon ? <div className="text-muted">{icon}</div> : null}
      <p className="text-section font-medium">{title}</p>
      {children ? <div className="max-w-100 text-body text-muted">{children}</div> : null}
      {action ? <div className="mt-2">{action}</div> : null}
    </div>
  );
}
