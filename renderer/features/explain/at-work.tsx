import { elapsedText } from '../../../shared/words/plan-text.ts';
import type { AtWork as Work } from '../../state/use-answer.ts';
import { useElapsed } from '../../state/use-elapsed.ts';
import { Button } from '../../ui/button.tsx';

/** What is answered within this many milliseconds needs no clock beside it: it would only flash by. */
const AT_ONCE = 400;

/** How long a question is being worked out, and the end of it. Not read aloud: that it is asked is said once. */
export function AtWork({ since, stop, doing = '' }: Work & { readonly doing?: string }) {
  const elapsed = useElapsed(since);
  if (elapsed < AT_ONCE) return null;
  return (
    <div className="flex items-center gap-3">
      <Button size="small" onPress={stop}>
        Stop
      </Button>
      <span className="text-muted tabular-nums" aria-hidden>
        {[doing, elapsedText(elapsed)].filter((part) => part !== '').join(' ')}
      </span>
    </div>
  );
}
