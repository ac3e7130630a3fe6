import { History as HistoryIcon, PackageOpen } from 'lucide-react';
import { useRef, type KeyboardEvent } from 'react';
import type { RestorePoint } from '../../../shared/contract/recovery.ts';
import { bytesText, pointTitle, sinceText } from '../../../shared/words/recovery-text.ts';
import { byDay } from '../../state/by-day.ts';
import { clockText } from '../../state/clock.ts';
import { Button } from '../../ui/button.tsx';

interface Props {
  readonly points: readonly RestorePoint[];
  readonly selected: string | null;
  readonly onSelect: (point: RestorePoint) => void;
  /** Asks for the edits before these; null when there are none. */
  readonly onEarlier: (() => void) | null;
}

const place = (point: RestorePoint): string =>
  `revision ${point.revision}${point.bytes === null ? '' : `, ${bytesText(point.bytes)}`}${point.inChosenFolder ? ', in the backup folder' : ''}`;

function Row({
  point,
  isSelected,
  onSelect,
  onKeyDown,
}: {
  readonly point: RestorePoint;
  readonly isSelected: boolean;
  readonly onSelect: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}) {
  const Icon = point.kind === 'edit' ? HistoryIcon : PackageOpen;
  return (
    <button
      type="button"
      role="option"
      aria-selected={isSelected}
      data-point={point.id}
      tabIndex={isSelected ? 0 : -1}
      onClick={onSelect}
      onFocus={onSelect}
      onKeyDown={onKeyDown}
      className="flex w-full items-start gap-2.5 rounded-md px-2.5 py-1.5 text-left hover:bg-hover aria-selected:bg-selection"
    >
      <Icon size={14} aria-hidden className="mt-0.5 shrink-0 text-muted" />
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="truncate" title={pointTitle(point)}>
          {pointTitle(point)}
        </span>
        <span className="text-label text-muted">
          {sinceText(point)}, {place(point)}
        </span>
      </span>
      <span className="shrink-0 text-label text-muted">{clockText(point.time)}</span>
    </button>
  );
}

const steps: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(last, at + 1),
  ArrowUp: (at) => Math.max(0, at - 1),
  PageDown: (at, last) => Math.min(last, at + 10),
  PageUp: (at) => Math.max(0, at - 10),
  Home: () => 0,
  End: (_at, last) => last,
};

/** The states that can be taken back, newest first, by day: one tab stop, arrows inside. */
export function PointList({ points, selected, onSelect, onEarlier }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const at = Math.max(
    0,
    points.findIndex(({ id }) => id === selected),
  );
  const current = points[at]?.id ?? null;
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = points[steps[event.key]?.(at, points.length - 1) ?? -1];
    if (next === undefined) return;
    event.preventDefault();
    onSelect(next);
    list.current?.querySelector<HTMLElement>(`[data-point="${CSS.escape(next.id)}"]`)?.focus();
  };
  return (
    <div className="flex min-h-0 flex-col gap-2 overflow-auto pr-2">
      <div ref={list} role="listbox" aria-label="Restore points" className="flex flex-col">
        {byDay(points, ({ time }) => time).map(({ day, rows }) => (
          <div key={`${day} ${rows[0]?.id ?? ''}`} role="group" aria-label={day}>
            <p aria-hidden className="px-2.5 pt-2 pb-1 text-label font-medium text-muted">
              {day}
            </p>
            {rows.map((point) => (
              <Row
                key={point.id}
                point={point}
                isSelected={point.id === current}
                onSelect={() => onSelect(point)}
                onKeyDown={onKeyDown}
              />
            ))}
          </div>
        ))}
      </div>
      {onEarlier === null ? null : (
        <div className="px-2.5 pb-2">
          <Button size="small" onPress={onEarlier}>
            Show earlier edits
          </Button>
        </div>
      )}
    </div>
  );
}
