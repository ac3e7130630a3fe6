import type { ReactElement, ReactNode } from 'react';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover as AriaPopover } from 'react-aria-components/Popover';

interface Props {
  /** Names the dialog for a screen reader. */
  readonly label: string;
  readonly trigger: ReactElement;
  readonly placement?: 'top' | 'bottom' | 'bottom start' | 'bottom end' | 'left' | 'right';
  /** It was asked for before it was there. */
  readonly startsOpen?: boolean;
  readonly children: ReactNode | ((close: () => void) => ReactNode);
}

/** Something that opens at its trigger and closes on Escape, click outside, or when it says so. */
export function Popover({ label, trigger, placement = 'bottom start', startsOpen = false, children }: Props) {
  return (
    <DialogTrigger defaultOpen={startsOpen}>
      {trigger}
      <AriaPopover
        placement={placement}
        offset={6}
        className="max-w-96 min-w-56 overflow-auto rounded-lg bg-raised text-ink shadow-float"
      >
        <Dialog aria-label={label} className="p-3 outline-none">
          {({ close }) => (typeof children === 'function' ? children(close) : children)}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
