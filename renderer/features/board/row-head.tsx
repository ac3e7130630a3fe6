import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo } from 'react';
import { Avatar } from '../../ui/avatar.tsx';
import type { BoardRow } from './rows.ts';

/** Load of a person as the row's head shows it, already in words. */
export interface HeadFigures {
  /** "18.0" */
  readonly points: string;
  /** "+1.9", or null while the share is unknown. */
  readonly deviation: string | null;
  /** "97.2"; null while it is unknown. */
  readonly score: string | null;
  readonly tone: 'even' | 'over' | 'under';
  /** "18 points, 1.1 below share" */
  readonly spoken: string;
}

interface Props {
  readonly row: BoardRow;
  readonly figures: HeadFigures | null;
  readonly width: number;
  readonly focusable: boolean;
  readonly targeted: boolean;
  readonly allGaps: boolean;
  readonly onToggleGaps: () => void;
}

function PersonHead({
  row,
  figures,
}: {
  readonly row: Extract<BoardRow, { kind: 'person' }>;
  readonly figures: HeadFigures | null;
}) {
  return (
    <>
      <Avatar name={row.name} position={row.position} size={24} />
      <span className="head-who">
        <bdi className="head-name" title={row.name}>
          {row.name}
        </bdi>
        {figures === null || figures.score === null ? null : (
          <span className="head-score" aria-hidden="true">
            Score {figures.score}
          </span>
        )}
      </span>
      {figures === null ? null : (
        <span className="head-figures" data-tone={figures.tone} aria-hidden="true">
          <b>{figures.points}</b>
          {figures.deviation}
        </span>
      )}
    </>
  );
}

function GapsHead({
  row,
  allGaps,
  onToggleGaps,
}: Pick<Props, 'allGaps' | 'onToggleGaps'> & { readonly row: Extract<BoardRow, { kind: 'gaps' }> }) {
  const canFold = allGaps ? row.count > 0 : row.more.some((count) => count > 0);
  return (
    <>
      <span className="head-gap-mark" data-open={row.count > 0 || undefined} aria-hidden="true" />
      <span className="head-who">
        <span className="head-name">Gaps</span>
        <span className="head-score">in {row.scope}</span>
      </span>
      <span className="head-figures" data-tone={row.count > 0 ? 'over' : 'even'}>
        <b>{row.count}</b>
      </span>
      {canFold ? (
        <button
          type="button"
          className="head-fold"
          tabIndex={-1}
          aria-expanded={allGaps}
          aria-label={allGaps ? 'Show fewer gaps' : 'Show all gaps'}
          onClick={onToggleGaps}
        >
          {allGaps ? (
            <ChevronDown size={14} aria-hidden="true" />
          ) : (
            <ChevronRight size={14} aria-hidden="true" />
          )}
        </button>
      ) : null}
    </>
  );
}

const headLabel = (row: BoardRow, figures: HeadFigures | null): string => {
  switch (row.kind) {
    case 'person':
      return figures === null ? row.name : `${row.name}, ${figures.spoken}`;
    case 'gaps':
      return `Gaps in ${row.scope}: ${row.count === 0 ? 'none' : row.count}`;
    case 'rotation':
      return `${row.name}, ${row.layerTitle}`;
    case 'section':
      return row.title;
  }
};

/** The sticky first cell of a row: who or what it is, and how much it carries. */
export const RowHead = memo(function RowHead({
  row,
  figures,
  width,
  focusable,
  targeted,
  allGaps,
  onToggleGaps,
}: Props) {
  return (
    <div
      role="rowheader"
      aria-colindex={1}
      aria-label={headLabel(row, figures)}
      className="row-head"
      data-kind={row.kind}
      data-target={targeted || undefined}
      data-column={-1}
      tabIndex={row.kind === 'section' ? undefined : focusable ? 0 : -1}
      style={{ width }}
    >
      {row.kind === 'person' ? <PersonHead row={row} figures={figures} /> : null}
      {row.kind === 'gaps' ? <GapsHead row={row} allGaps={allGaps} onToggleGaps={onToggleGaps} /> : null}
      {row.kind === 'rotation' ? (
        <>
          <span
            className="chip-mark"
            data-hue={row.hue % 8}
            data-filled={row.filled || undefined}
            aria-hidden="true"
          />
          <span className="head-name">{row.name}</span>
          <span className="head-layer">{row.layerTitle}</span>
        </>
      ) : null}
      {row.kind === 'section' ? <span className="head-section">{row.title}</span> : null}
    </div>
  );
});
