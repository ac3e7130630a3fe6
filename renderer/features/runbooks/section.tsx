import type { ReactNode } from 'react';

/** A section of the reader; nothing where it has nothing to say, so that no heading stands alone. */
export function Section({
  title,
  children,
  when = true,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly when?: boolean;
}) {
  if (!when) return null;
  return (
    <section className="runbook-section">
      <h3>{title}</h3>
      {children}
    </section>
  );
}
