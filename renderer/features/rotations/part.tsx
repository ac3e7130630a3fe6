import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly about?: string;
  readonly children: ReactNode;
}

/** A part of the editor, under its heading. */
export function Part({ title, about, children }: Props) {
  return (
    <section aria-label={title} className="flex flex-col gap-2">
      <div>
        <h3 className="text-section font-semibold">{title}</h3>
        {about === undefined ? null : <p className="text-muted">{about}</p>}
      </div>
      {children}
    </section>
  );
}

/** Something that is likely to go wrong, with its sign: it may be meant. */
export function Warning({ children }: { readonly children: string }) {
  return children === '' ? null : (
    <p className="flex gap-2 rounded-md bg-warning-ground px-2.5 py-1.5 text-warning">
      <span aria-hidden className="font-semibold">
        !
      </span>
      {children}
    </p>
  );
}
