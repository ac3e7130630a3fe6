import { Download, FolderDown } from 'lucide-react';
import { useMemo } from 'react';
import { chosen, type FeedChoice } from '../../../shared/exchange/calendar-publish.ts';
import { feedChoices, feedName, outgoingNow } from '../../../shared/words/feed-text.ts';
import { now, today } from '../../state/clock.ts';
import { useWorkspace, useWorkspaceStore } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { Cell, ColumnHead, Row, RowHead, Table, TableHead } from '../../ui/table.tsx';
import { saveFeed } from '../../state/save-feed.ts';

interface Entry {
  readonly choice: FeedChoice;
  readonly name: string;
  readonly events: number;
  readonly off: number;
  readonly news: number;
}

function useEntries(): readonly Entry[] {
  const workspace = useWorkspace();
  return useMemo(() => {
    const events = outgoingNow(workspace, today(workspace.about.zone), now());
    return feedChoices(workspace).map((choice) => {
      const own = chosen(events, choice);
      return {
        choice,
        name: feedName(workspace, choice),
        events: own.length,
        off: own.filter(({ isOff }) => isOff).length,
        news: own.filter(({ isNews }) => isNews).length,
      };
    });
  }, [workspace]);
}

function why({ events, news }: Entry, readOnly: string | null): string | undefined {
  if (events === 0) return 'Nothing is in it yet';
  return readOnly === null || news === 0
    ? undefined
    : `Read only: ${readOnly}. The numbers of what goes out could not be kept`;
}

function whyNotAll(entries: readonly Entry[], readOnly: string | null): string | undefined {
  if (entries.every(({ events }) => events === 0)) return 'Nothing is in them yet';
  const news = entries.find((entry) => entry.news > 0);
  return news === undefined ? undefined : why(news, readOnly);
}

const newsText = ({ events, news }: Entry): string => {
  if (events === 0) return 'nothing yet';
  return news === 0 ? 'nothing new' : `${news} new or changed`;
};

/** Calendar files to give away, one for each audience. */
export function CalendarsTab() {
  const entries = useEntries();
  const readOnly = useWorkspaceStore((state) => state.readOnlyBecause);
  return (
    <div className="flex flex-col gap-4">
      <div className="flex max-w-180 flex-col gap-1 text-muted">
        <p>
          Each row is an iCalendar file. Put it where colleagues can reach it by an address, such as a shared
          folder or a web server, and let them subscribe: calendars read it again every 4 to 24 hours.
        </p>
        <p>
          A file that somebody imports by hand stays as it is then, and importing it again may pass over
          events that their calendar knows. No file says why somebody is away.
        </p>
      </div>
      <Button
        className="self-start"
        icon={<FolderDown size={14} aria-hidden />}
        disabledReason={whyNotAll(entries, readOnly)}
        hint="One archive with every file that has an event; unpack it where colleagues subscribe"
        onPress={() => void import('./save-calendars.ts').then(({ saveCalendars }) => saveCalendars())}
      >
        Save all calendars…
      </Button>
      <Table caption="Calendar files">
        <TableHead>
          <ColumnHead>File</ColumnHead>
          <ColumnHead numeric>Events</ColumnHead>
          <ColumnHead numeric>Cancelled</ColumnHead>
          <ColumnHead>Since the last time</ColumnHead>
          <ColumnHead>
            <span className="sr-only">Save</span>
          </ColumnHead>
        </TableHead>
        <tbody>
          {entries.map((entry) => (
            <Row key={entry.name}>
              <RowHead>{entry.name}</RowHead>
              <Cell numeric>{entry.events - entry.off}</Cell>
              <Cell numeric>{entry.off}</Cell>
              <Cell className="text-muted">{newsText(entry)}</Cell>
              <Cell className="text-right">
                <Button
                  size="small"
                  icon={<Download size={13} aria-hidden />}
                  hint={`Save ${entry.name}`}
                  disabledReason={why(entry, readOnly)}
                  onPress={() => void saveFeed(entry.choice)}
                >
                  Save…
                </Button>
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
