import { useCallback, useMemo, useRef, useState } from 'react';
import { asksFirst } from '../../../shared/editing/move-preview.ts';
import { quarterText } from '../../../shared/words/date-text.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import { today as dayNow } from '../../state/clock.ts';
import { useDrag } from '../../state/drag-store.ts';
import { useFairness } from '../../state/selectors.ts';
import { useView } from '../../state/view-store.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { BoardEmpty } from './board-empty.tsx';
import { BoardHead } from './board-head.tsx';
import { BoardRowView, within } from './board-row.tsx';
import { BoardToolbar } from './board-toolbar.tsx';
import { figuresOf } from './figures.ts';
import { columnsFor } from './layout.ts';
import { useInView, usePaneSize } from './pane.ts';
import type { HeadFigures } from './row-head.tsx';
import { smallTeam } from './rows.ts';
import { headHeight } from './sizes.ts';
import type { Box } from './target.ts';
import { UnderStrip } from './under-strip.tsx';
import { useBoardDrag } from './use-board-drag.ts';
import { useBoardKeys } from './use-board-keys.ts';
import { useBoardModel, type BoardModel } from './use-board-model.ts';
import { useBoardPointer } from './use-board-pointer.ts';
import { useCursor } from './use-cursor.ts';
import '../../ui/signs.css';
import './board.css';

const nobody: ReadonlyMap<PersonId, HeadFigures> = new Map();

function useFigures(): ReadonlyMap<PersonId, HeadFigures> {
  const fairness = useFairness();
  const kept = useRef(nobody);
  const figures = useMemo(() => figuresOf(fairness, kept.current), [fairness]);
  kept.current = figures;
  return figures;
}

/** An outline that follows the target outside React: it changes with every move of the hand. */
function useOutline() {
  const element = useRef<HTMLDivElement>(null);
  const show = useCallback((box: Box | null) => {
    const outline = element.current;
    if (outline === null) return;
    outline.hidden = box === null;
    if (box === null) return;
    const { preview } = useDrag.getState();
    outline.dataset['tone'] =
      preview === null ? 'none' : asksFirst(preview) || preview.refusal !== null ? 'conflict' : 'fine';
    Object.assign(outline.style, {
      left: `${box.left}px`,
      top: `${box.top}px`,
      width: `${box.width}px`,
      height: `${box.height}px`,
    });
  }, []);
  return { element, show };
}

function Grid({
  model,
  allGaps,
  setAllGaps,
}: {
  readonly model: BoardModel;
  readonly allGaps: boolean;
  readonly setAllGaps: (all: boolean) => void;
}) {
  const pane = useRef<HTMLDivElement>(null);
  const size = usePaneSize(pane);
  const { weeks, rows, tops, workspace, quarter } = model;
  const columns = useMemo(() => columnsFor(size.width, weeks.length), [size.width, weeks.length]);
  const inView = useInView(pane, size, tops, columns);
  const control = useCursor(pane, model, columns);
  const outline = useOutline();
  const figures = useFigures();
  const selection = useView((view) => view.selection);
  const held = useDrag((drag) => (drag.held?.kind === 'slot' ? drag.held.slot : null));
  const toggleGaps = useCallback(() => setAllGaps(!allGaps), [allGaps, setAllGaps]);
  const { cursor, follow } = control;

  useBoardDrag({
    pane,
    model,
    columns,
    outline: outline.show,
    dropped: (outcome, was) => {
      if (outcome === 'placed' && was.kind === 'slot') follow(was.slot);
    },
  });
  const onKeyDown = useBoardKeys({ pane, model, columns, control, outline: outline.show });
  const pointer = useBoardPointer(model, control);

  const shown = rows
    .map((row, index) => ({ row, index }))
    .filter(({ index }) => (index >= inView.rows.first && index < inView.rows.end) || index === cursor.row);
  const width = columns.head + columns.count * columns.week;
  return (
    // Scrolling by keyboard happens through the grid inside, which has the tab stop.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="board-pane" ref={pane} onKeyDown={onKeyDown} {...pointer}>
      <div
        role="grid"
        aria-label={`On-call plan, ${quarterText(quarter)}`}
        aria-rowcount={rows.length + 1}
        aria-colcount={weeks.length + 1}
        aria-multiselectable="true"
        className="board-grid"
        style={{ width, height: headHeight + (tops[rows.length] ?? 0) }}
      >
        <BoardHead
          weeks={weeks}
          columns={columns}
          span={inView.columns}
          corner={rows[0]?.kind === 'rotation' ? 'Rotation' : 'Engineer · points'}
        />
        <div className="board-rows" role="rowgroup" style={{ top: headHeight }}>
          {shown.map(({ row, index }) => (
            <BoardRowView
              key={row.key}
              workspace={workspace}
              row={row}
              index={index}
              top={tops[index] ?? 0}
              weeks={weeks}
              columns={columns}
              span={inView.columns}
              figures={row.kind === 'person' ? (figures.get(row.person) ?? null) : null}
              cursorColumn={cursor.row === index ? cursor.column : null}
              cursorChip={cursor.row === index ? cursor.chip : null}
              selected={within(row, selection)}
              held={row.chips.some(({ slot }) => slot.id === held) ? held : null}
              allGaps={allGaps}
              onToggleGaps={toggleGaps}
            />
          ))}
        </div>
        <div ref={outline.element} className="board-outline" hidden aria-hidden="true" />
      </div>
      {Object.keys(workspace.people).length <= smallTeam ? <UnderStrip model={model} /> : null}
    </div>
  );
}

/** The quarter at a glance: who is on call when, and is it fair? */
export function Board() {
  const workspace = useWorkspace();
  const chosen = useView((view) => view.pivot);
  const [allGaps, setAllGaps] = useState(false);
  const people = Object.keys(workspace.people).length;
  // Above ten people both pivots would not fit above each other: "both" then shows people.
  const pivot = chosen === 'both' && people > smallTeam ? 'people' : chosen;
  const model = useBoardModel(pivot, allGaps, dayNow(workspace.about.zone));
  const isEmpty = people === 0 || Object.keys(workspace.rotations).length === 0;

  return (
    <div className="board">
      <BoardToolbar pivot={pivot} mayStack={people <= smallTeam} />
      {isEmpty ? (
        <BoardEmpty workspace={workspace} />
      ) : (
        <Grid model={model} allGaps={allGaps} setAllGaps={setAllGaps} />
      )}
    </div>
  );
}
