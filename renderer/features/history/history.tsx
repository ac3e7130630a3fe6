import { ArchiveRestore, History as HistoryIcon, Undo2 } from 'lucide-react';
import { byDay } from '../../state/by-day.ts';
import { clockText } from '../../state/clock.ts';
import { redo, undo } from '../../state/run-command.ts';
import { showToast } from '../../state/toast-store.ts';
import { showRecovery } from '../../state/view-store.ts';
import { useWorkspaceStore } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ScrollPane } from '../../ui/scroll-pane.tsx';

interface Line {
  readonly revision: number;
  readonly title: string;
  /** The instant of the edit; null where it is not on record. */
  readonly time: string | null;
  /** Steps to undo (negative) or redo (positive) to stand right after this line; 0 is where we stand. */
  readonly away: number;
}

/** Goes back or forth step by step: each is a step of its own, so returning can be taken back as well. */
function go(away: number): void {
  for (let left = Math.abs(away); left > 0; left -= 1) {
    if ((away < 0 ? undo() : redo()) === null) {
      showToast({ text: 'It stops here: later changes rest on the next step.', tone: 'warning' });
      return;
    }
  }
}

function Row({ line, readOnly }: { readonly line: Line; readonly readOnly: boolean }) {
  const { title, time, away } = line;
  return (
    <li
      aria-current={away === 0 ? 'step' : undefined}
      className={`group flex h-9 items-center gap-3 rounded-md px-3 ${away === 0 ? 'bg-selection' : 'hover:bg-hover'}`}
    >
      <span className="w-10 shrink-0 text-label text-muted tabular-nums">
        {time === null ? '' : clockText(time)}
      </span>
      <span
        className={`min-w-0 flex-1 truncate ${away > 0 ? 'text-muted line-through decoration-border' : ''}`}
      >
        {title}
      </span>
      {away === 0 ? <span className="text-label text-muted">you are here</span> : null}
      {away === 0 || readOnly ? null : (
        <Button
          size="small"
          kind="quiet"
          icon={<Undo2 size={13} aria-hidden className={away > 0 ? '-scale-x-100' : ''} />}
          onPress={() => go(away)}
        >
          Return to here
        </Button>
      )}
    </li>
  );
}

/** What was changed, newest first, and the way back to any of it. */
export function History() {
  const { undo: done, redo: undone } = useWorkspaceStore((state) => state.history);
  const readOnly = useWorkspaceStore((state) => state.readOnlyBecause !== null);
  if (done.length === 0 && undone.length === 0)
    return (
      <EmptyState
        icon={<HistoryIcon size={28} aria-hidden />}
        title="No changes yet"
        action={<Button onPress={() => showRecovery('points')}>Restore points</Button>}
      >
        Every change you make stands here with its name, and can be taken back.
      </EmptyState>
    );
  const lines: readonly Line[] = [
    // The step undone last is the next to be made again: it stands right above the present.
    ...undone.map(({ revision, title, time }, index) => ({
      revision,
      title,
      time,
      away: undone.length - index,
    })),
    ...done.toReversed().map(({ revision, title, time }, index) => ({ revision, title, time, away: -index })),
    { revision: 0, title: 'As it was before these changes', time: null, away: -done.length },
  ];
  return (
    <ScrollPane label="History">
      <div className="mx-auto flex w-full max-w-200 flex-col gap-4 px-8 py-6">
        <header className="flex items-start gap-4">
          <div className="flex flex-1 flex-col gap-0.5">
            <h2 className="text-title font-semibold">History</h2>
            <p className="text-muted">
              Newest first. Returning takes steps back one by one; nothing is lost until you make another
              change.
            </p>
          </div>
          <Button icon={<ArchiveRestore size={14} aria-hidden />} onPress={() => showRecovery('points')}>
            Restore points
          </Button>
        </header>
        {byDay(lines, ({ time }) => time).map(({ day, rows: ofDay }) => (
          <section key={`${day} ${ofDay[0]?.away ?? 0}`} aria-label={day === '' ? 'Before' : day}>
            {day === '' ? null : <h3 className="px-3 pb-1 text-label font-medium text-muted">{day}</h3>}
            <ol className="flex flex-col">
              {ofDay.map((line) => (
                <Row key={`${line.revision} ${line.away}`} line={line} readOnly={readOnly} />
              ))}
            </ol>
          </section>
        ))}
      </div>
    </ScrollPane>
  );
}
