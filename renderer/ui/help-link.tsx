import { CircleHelp } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { classes } from './classes.ts';

interface Props {
  /** What the help answers there: "How is this computed?" */
  readonly children: string;
  readonly onPress: () => void;
  readonly className?: string;
}

/** A quiet way from a figure to the place in the help that says how it comes about. */
export function HelpLink({ children, onPress, className }: Props) {
  return (
    <Button
      onPress={onPress}
      className={classes(
        'inline-flex min-h-6 items-center gap-1 rounded-sm text-label whitespace-nowrap text-muted underline-offset-3',
        'data-hovered:text-ink data-hovered:underline',
        className,
      )}
    >
      <CircleHelp size={13} aria-hidden />
      {children}
    </Button>
  );
}
