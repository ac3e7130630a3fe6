import { Diamond, Flag, MessageCircleQuestion } from 'lucide-react';
import { memo } from 'react';
import { ask } from '../../state/explain-store.ts';
import { setPivot, setZoom, type Pivot, type Zoom } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';

interface Props {
  readonly pivot: Pivot;
  readonly zoom: Zoom;
  /** Both pivots above each other: for small teams only. */
  readonly mayStack: boolean;
}

/** The pivot switch, asking about the plan, and what the signs mean. */
export const BoardToolbar = memo(function BoardToolbar({ pivot, zoom, mayStack }: Props) {
  const options = [
    { id: 'people', title: 'People' },
    { id: 'rotations', title: 'Rotations' },
    ...(mayStack ? [{ id: 'both', title: 'Both' } as const] : []),
  ] as const;
  return (
    <div className="board-toolbar">
      <SegmentedControl<Pivot>
        label="Rows of the board"
        options={options}
        value={pivot}
        onChange={setPivot}
      />
      <SegmentedControl<Zoom>
        label="Time on the board"
        options={[
          { id: 'quarter', title: 'Quarter' },
          { id: 'year', title: 'Year' },
        ]}
        value={zoom}
        onChange={setZoom}
      />
      <Button
        kind="quiet"
        icon={<MessageCircleQuestion size={14} aria-hidden />}
        hint="Why, why not, swaps, few changes, clashes"
        onPress={() => ask('why')}
      >
        Ask…
      </Button>
      <ul className="board-legend" aria-label="Signs">
        <li>
          <span className="chip-mark" data-filled aria-hidden="true" />
          Primary
        </li>
        <li>
          <span className="chip-mark" aria-hidden="true" />
          Secondary
        </li>
        <li>
          <Diamond size={12} className="week-holiday" aria-hidden="true" />
          Holiday
        </li>
        <li>
          <Flag size={12} className="week-due" aria-hidden="true" />
          Deadline
        </li>
        <li>
          <span className="legend-leave" aria-hidden="true" />
          Leave
        </li>
        <li>
          <span className="legend-pin" aria-hidden="true">
            <span className="chip-pin" />
          </span>
          Pinned
        </li>
      </ul>
    </div>
  );
});
