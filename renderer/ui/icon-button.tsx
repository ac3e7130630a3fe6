import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { classes } from './classes.ts';
import { Tooltip } from './tooltip.tsx';

interface Props {
  /** What it does: its name and its hint. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly onPress: () => void;
  /** A longer hint, when the name alone says too little. */
  readonly hint?: string | undefined;
  readonly keys?: string | undefined;
  readonly disabledReason?: string | undefined;
  readonly placement?: 'top' | 'bottom' | 'right' | 'left';
  readonly className?: string;
}

/** A button of 28 px that shows only a sign; its words are its name and its hint. */
export function IconButton({
  label,
  icon,
  onPress,
  hint,
  keys,
  disabledReason,
  placement = 'bottom',
  className,
}: Props) {
  return (
    <Tooltip text={disabledReason ?? hint ?? label} keys={keys} placement={placement}>
      <AriaButton
        aria-label={label}
        aria-disabled={disabledReason !== undefined}
        onPress={() => {
          if (disabledReason === undefined) onPress();
        }}
        className={classes(
          'inline-flex size-7 shrink-0 items-center justify-center rounded-md text-ink transition-colors duration-(--motion)',
          'data-hovered:bg-hover data-pressed:bg-pressed aria-disabled:text-muted aria-disabled:opacity-50',
          className,
        )}
      >
        {icon}
      </AriaButton>
    </Tooltip>
  );
}
