import { Button } from 'react-aria-components/Button';
import { overdueCount } from '../../../shared/runbooks/due-reviews.ts';
import { today } from '../../state/clock.ts';
import { useFollowedShown } from '../../state/followed.ts';
import { showReviewList } from '../../state/runbook-review.ts';
import { counted } from '../../../shared/words/number-text.ts';

/** Reminds on every screen that runbooks wait to be read through; says nothing when none does. */
export function ReviewReminder() {
  const { runbooks, about } = useFollowedShown();
  const count = overdueCount(Object.values(runbooks), today(about.zone));
  if (count === 0) return null;
  return (
    <Button className="-mx-1 rounded px-1 underline-offset-2 data-hovered:underline" onPress={showReviewList}>
      {counted(count, 'runbook review due', 'runbook reviews due')}
    </Button>
  );
}
