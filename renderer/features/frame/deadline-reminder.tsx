import { Button } from 'react-aria-components/Button';
import { addDays } from '../../../shared/calendar/days.ts';
import { dueRows } from '../../../shared/deadlines/deliveries.ts';
import { stateOf } from '../../../shared/deadlines/incident-events.ts';
import type { Instant, LocalDate } from '../../../shared/model/dates.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { waitingText } from '../../../shared/words/waiting-text.ts';
import { counted } from '../../../shared/words/number-text.ts';
import { useFollowedShown } from '../../state/followed.ts';
import { memoise } from '../../state/memoise.ts';
import { useMoment } from '../../state/use-moment.ts';
import { showScreen, type ScreenName } from '../../state/view-store.ts';
import { openWorkspace } from '../../state/workspace-store.ts';

const LOOKED_BACK = 92;
const MOST_REMINDED_BEFORE = 61;

/** Late and due soon; by the tables that it rests on, since this stands on every screen and most edits are of shifts. */
const dueOn = memoise(
  (
    deadlines: Workspace['deadlines'],
    deliveries: Workspace['deliveries'],
    holidays: Workspace['holidays'],
    holidaySets: Workspace['holidaySets'],
    today: LocalDate,
    now: Instant,
  ) => {
    const workspace = { ...openWorkspace(), deadlines, deliveries, holidays, holidaySets };
    const range = { from: addDays(today, -LOOKED_BACK), until: addDays(today, MOST_REMINDED_BEFORE) };
    const rows = dueRows(workspace, range, now);
    return {
      late: rows.filter(({ status }) => status === 'late').length,
      soon: rows.filter(({ status }) => status === 'due-soon').length,
    };
  },
);

function Reminder({ text, screen }: { readonly text: string; readonly screen: ScreenName }) {
  return (
    <Button
      className="-mx-1 rounded px-1 underline-offset-2 data-hovered:underline"
      onPress={() => showScreen(screen)}
    >
      {text}
    </Button>
  );
}

/** Reminds on every screen of what is late or due soon, and of incidents whose clock has not ended; else says nothing. */
export function DeadlineReminder() {
  const { deadlines, deliveries, holidays, holidaySets, incidents } = useFollowedShown();
  const { now, today } = useMoment();
  const { late, soon } = dueOn(deadlines, deliveries, holidays, holidaySets, today, now);
  const open = Object.values(incidents).filter((incident) => stateOf(incident) !== 'resolved').length;
  return (
    <>
      {late + soon === 0 ? null : <Reminder text={waitingText(late, soon)} screen="deadlines" />}
      {open === 0 ? null : (
        <Reminder text={counted(open, 'incident open', 'incidents open')} screen="incidents" />
      )}
    </>
  );
}
