import { BadgeCheck, CircleDashed, CircleDot, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import type { Proven } from '../../../shared/words/plan-text.ts';
import { showHelp } from '../../state/help-store.ts';
import { HelpLink } from '../../ui/help-link.tsx';
import { Popover } from '../../ui/popover.tsx';

interface Props {
  readonly status: Proven['status'];
  readonly text: string;
  /** False where the plan is no longer the one that was judged. */
  readonly current: boolean;
  /** What opens from it. */
  readonly children: ReactNode;
}

const icons: Readonly<Record<Proven['status'], LucideIcon>> = {
  proven: BadgeCheck,
  bounded: CircleDot,
  heuristic: CircleDashed,
};

const looks: Readonly<Record<Proven['status'], string>> = {
  proven: 'border-ok text-ok',
  bounded: 'border-accent text-accent',
  heuristic: 'border-border text-muted',
};

/** How good the plan is known to be: sign and words, and what is behind them on a click. */
export function ProofBadge({ status, text, current, children }: Props) {
  const Icon = icons[status];
  const trigger = (
    <Button
      aria-label={`${text}: show what was proven`}
      className={`inline-flex h-6 shrink-0 items-center gap-1.5 rounded-full border bg-ground px-2.5 font-medium whitespace-nowrap data-hovered:bg-hover data-pressed:bg-pressed ${current ? looks[status] : 'border-dashed border-border text-muted'}`}
    >
      <Icon size={14} aria-hidden />
      {text}
    </Button>
  );
  return (
    <Popover label="What was proven" trigger={trigger}>
      {(close) => (
        <div className="flex flex-col items-start gap-2">
          {children}
          <HelpLink
            onPress={() => {
              close();
              showHelp('planning');
            }}
          >
            What is proven, and how?
          </HelpLink>
        </div>
      )}
    </Popover>
  );
}
