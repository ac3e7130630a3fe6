import type { ReactElement } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import { Kbd } from './kbd.tsx';

interface Props {
  readonly text: string;
  readonly keys?: string | undefined;
  readonly placement?: 'top' | 'bottom' | 'right' | 'left';
  /** A button of ours, or another React Aria trigger. */
  readonly children: ReactElement;
}

/** A short hint on hover and focus. It never holds anything that stands nowhere else, keys and reasons excepted. */
export function Tooltip({ text, keys, placement = 'bottom', children }: Props) {
  return (
    <TooltipTrigger delay={350} closeDelay={80}>
      {children}
      <AriaTooltip
        placement={placement}
        offset={6}
        className="z-50 flex max-w-80 items-center gap-2 rounded-md bg-raised px-2 py-1 text-body text-ink shadow-float"
      >
        {text}
        {keys ? <Kbd keys={keys} /> : null}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
