import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly about?: string;
  readonly children: ReactNode;
}

/** A named part of the form. */
export function FormPart({ title, about, children }: Props) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-3 border-t border-divider pt-4">
      <legend className="float-left w-full text-section font-medium">
        {title}
        {about === undefined ? null : <span className="block text-body font-normal text-muted">{about}</span>}
      </legend>
      {children}
    </fieldset>
  );
}
