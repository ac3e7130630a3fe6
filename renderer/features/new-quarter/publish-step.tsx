import { useMemo } from 'react';
import { quarterRange } from '../../../shared/calendar/days.ts';
import { chosen } from '../../../shared/exchange/calendar-publish.ts';
import type { QuarterId } from '../../../shared/model/dates.ts';
import { outgoingNow } from '../../../shared/words/feed-text.ts';
import { perform } from '../../state/actions.ts';
import { now, today } from '../../state/clock.ts';
import { saveFeed } from '../../state/save-feed.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { NextButton } from './next-button.tsx';
import { Facts } from './step-facts.tsx';

/** Turns of the quarter in the team's calendar file, and how many of them nobody has been given yet. */
function useFeed(quarter: QuarterId): { readonly turns: number; readonly news: number } {
  const workspace = useWorkspace();
  return useMemo(() => {
    const { from, until } = quarterRange(quarter);
    const events = chosen(outgoingNow(workspace, today(workspace.about.zone), now()), { kind: 'team' });
    const own = events.filter(({ published }) => {
      const day = published.startsAt.slice(0, 10);
      return from <= day && day < until;
    });
    return { turns: own.length, news: own.filter(({ isNews }) => isNews).length };
  }, [workspace, quarter]);
}

/** The team's calendar file first, then paper; single files, tables and PagerDuty are on the screen beside it. */
export function PublishStep({ quarter }: { readonly quarter: QuarterId }) {
  const { turns, news } = useFeed(quarter);
  const isOut = turns > 0 && news === 0;
  const known = isOut
    ? ['The team’s calendar file has all turns of the quarter as they stand.']
    : turns === 0
      ? []
      : [`${news} of ${turns} turns are new or changed since the team’s calendar file was saved last.`];
  return (
    <>
      <Facts known={known} open={turns === 0 ? ['Nothing is planned yet that could be given out.'] : []} />
      <NextButton
        first={
          isOut || turns === 0
            ? null
            : { title: 'Save the team’s calendar…', run: () => void saveFeed({ kind: 'team' }) }
        }
        isLast
        others={<Button onPress={() => perform('print')}>Print…</Button>}
      />
    </>
  );
}
