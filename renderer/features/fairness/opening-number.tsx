import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Popover } from '../../ui/popover.tsx';

interface Props {
  /** What stands there: "18.5". */
  readonly figure: string;
  /** What it opens, for a screen reader and as the popover's heading: "18.5 points held". */
  readonly title: string;
  readonly className?: string;
  readonly children: ReactNode | ((close: () => void) => ReactNode);
}

/** A number that opens to what is behind it; the dotted line says that it does. */
export function OpeningNumber({ figure, title, className, children }: Props) {
  const trigger = (
    <Button
      aria-label={`${title}: show what is behind it`}
      className={`rounded-sm underline decoration-border decoration-dotted underline-offset-3 data-hovered:bg-hover data-hovered:decoration-solid ${className ?? ''}`}
    >
      {figure}
    </Button>
  );
  return (
    <Popover label={title} trigger={trigger} placement="bottom">
      {(close) => (
        <div className="flex flex-col gap-2">
          <p className="font-medium">{title}</p>
          {typeof children === 'function' ? children(close) : children}
        </div>
      )}
    </Popover>
  );
}
