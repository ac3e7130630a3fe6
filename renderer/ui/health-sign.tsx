import { CircleAlert, CircleCheck, CircleHelp, CircleSlash, TriangleAlert } from 'lucide-react';
import { classes } from './classes.ts';

/** From what calls for somebody to what calls for nobody. */
export type Standing = 'bad' | 'risky' | 'unclear' | 'good' | 'off';

const signs = {
  bad: { Icon: CircleAlert, tone: 'text-error' },
  risky: { Icon: TriangleAlert, tone: 'text-warning' },
  unclear: { Icon: CircleHelp, tone: 'text-muted' },
  good: { Icon: CircleCheck, tone: 'text-ok' },
  off: { Icon: CircleSlash, tone: 'text-muted' },
} as const;

/** How something stands: a sign of its own shape for each, and always the word. */
export function HealthSign({
  standing,
  children,
}: {
  readonly standing: Standing;
  readonly children: string;
}) {
  const { Icon, tone } = signs[standing];
  return (
    <span className={classes('inline-flex items-center gap-1.5 whitespace-nowrap', tone)}>
      <Icon size={14} aria-hidden className="shrink-0" />
      {children}
    </span>
  );
}
