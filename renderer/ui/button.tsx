import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { classes } from './classes.ts';
import { Tooltip } from './tooltip.tsx';

export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger';

export interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  readonly kind?: ButtonKind;
  readonly size?: 'small' | 'normal';
  readonly icon?: ReactNode;
  /** Why it cannot be pressed now: it stays in the tab order and says so. */
  readonly disabledReason?: string | undefined;
  /** What it does, where the words on it are not enough, and its keys. */
  readonly hint?: string | undefined;
  readonly keys?: string | undefined;
  readonly type?: 'button' | 'submit';
  readonly className?: string;
  readonly autoFocus?: boolean;
}

const looks: Readonly<Record<ButtonKind, string>> = {
  // With forced colours its own two are the system's highlight; without leaving them alone a plate would hide the words.
  primary:
    'bg-accent text-on-accent font-medium forced-color-adjust-none data-hovered:bg-accent-strong data-pressed:bg-accent-strong',
  plain: 'border border-border/60 bg-ground text-ink data-hovered:bg-hover data-pressed:bg-pressed',
  quiet: 'text-ink data-hovered:bg-hover data-pressed:bg-pressed',
  danger:
    'border border-error text-error bg-ground data-hovered:bg-error-ground data-pressed:bg-error-ground',
};

/** The look of every button, for triggers that are not `Button` themselves. */
export const buttonLook = (kind: ButtonKind, size: 'small' | 'normal' = 'normal'): string =>
  classes(
    'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md whitespace-nowrap select-none',
    'transition-colors duration-(--motion) aria-disabled:opacity-50',
    size === 'small' ? 'h-6 px-2 text-body' : 'h-7.5 px-3 text-body',
    looks[kind],
  );

export function Button({
  children,
  onPress,
  kind = 'plain',
  size = 'normal',
  icon,
  disabledReason,
  hint,
  keys,
  type,
  className,
  autoFocus,
}: ButtonProps) {
  const button = (
    <AriaButton
      type={type ?? 'button'}
      className={classes(buttonLook(kind, size), className)}
      autoFocus={autoFocus ?? false}
      aria-disabled={disabledReason !== undefined}
      onPress={() => {
        if (disabledReason === undefined) onPress?.();
      }}
    >
      {icon}
      {children}
    </AriaButton>
  );
  const text = disabledReason ?? hint;
  return text === undefined && keys === undefined ? (
    button
  ) : (
    <Tooltip text={text ?? ''} keys={keys}>
      {button}
    </Tooltip>
  );
}
