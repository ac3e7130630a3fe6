import { useRef, type ReactNode } from 'react';
import { Popover } from 'react-aria-components/Popover';
import '../../ui/scroll-hint.css';
import type { Anchor } from '../../state/shift-desk.ts';

interface Props {
  readonly anchor: Anchor;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly className?: string;
  /** A menu: it opens beside its place and slides up as far as it must, so that all of it is in the window. */
  readonly isMenu?: boolean;
}

/** Something that opens at a place in the window rather than at a trigger, and closes on Escape or a click outside. */
export function Anchored({ anchor, onClose, children, className, isMenu = false }: Props) {
  const place = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span
        ref={place}
        aria-hidden="true"
        style={{
          position: 'fixed',
          left: anchor.x,
          top: anchor.y,
          width: anchor.width,
          height: anchor.height,
          pointerEvents: 'none',
        }}
      />
      <Popover
        triggerRef={place}
        isOpen
        onOpenChange={(open) => {
          if (!open) onClose();
        }}
        placement={isMenu ? 'right top' : 'bottom start'}
        offset={4}
        {...(isMenu ? {} : { maxHeight: 560 })}
        className={`scroll-hint overflow-auto rounded-lg text-ink shadow-float outline-none ${className ?? ''}`}
      >
        {children}
      </Popover>
    </>
  );
}
