import { useRef, useState } from 'react';
import type { Task } from '../../../shared/model/task.ts';
import { exactPointsText, exactPointsWithUnit } from '../../../shared/words/points-text.ts';
import { weightFault, weightFrom } from '../../../shared/words/task-form-text.ts';
import { act } from '../../state/act.ts';

interface Props {
  readonly task: Task;
  readonly row: number;
  readonly column: number;
  readonly isCurrent: boolean;
  readonly disabledReason: string | undefined;
}

/** What a task weighs, in points a week: typed in its place. */
export function WeightCell({ task, row, column, isCurrent, disabledReason }: Props) {
  const [text, setText] = useState<string | null>(null);
  const cell = useRef<HTMLTableCellElement>(null);
  const fault = text === null ? null : weightFault(text);
  const begin = (): void => {
    if (disabledReason === undefined) setText(exactPointsText(task.weeklyLoad));
  };
  const end = (saves: boolean): void => {
    const weeklyLoad = text === null ? null : weightFrom(text);
    setText(null);
    if (saves && weeklyLoad !== null && weeklyLoad !== task.weeklyLoad)
      act(
        { kind: 'save-task', task: { ...task, weeklyLoad } },
        `${task.code} weighs ${exactPointsWithUnit(weeklyLoad)} a week.`,
        `${task.code} weighs ${exactPointsWithUnit(weeklyLoad)} a week`,
      );
  };
  return (
    <td
      ref={cell}
      role="gridcell"
      tabIndex={isCurrent && text === null ? 0 : -1}
      data-row={row}
      data-column={column}
      data-cell-weight={task.id}
      aria-label={`${task.code}: ${exactPointsWithUnit(task.weeklyLoad)} a week`}
      title={disabledReason ?? 'Enter or click to change'}
      className="matrix-weight"
      onClick={text === null ? begin : undefined}
      onKeyDown={(event) => {
        if (text !== null || event.target !== cell.current) return;
        if (event.key === 'Enter' || event.key === 'F2') begin();
        else if (/^[0-9]$/.test(event.key) && disabledReason === undefined) setText(event.key);
        else return;
        event.preventDefault();
      }}
    >
      {text === null ? (
        exactPointsText(task.weeklyLoad)
      ) : (
        <>
          <input
            // eslint-disable-next-line jsx-a11y/no-autofocus -- it takes the place of the figure that was just asked to change
            autoFocus
            aria-label={`${task.code}, points a week`}
            aria-invalid={fault !== null}
            inputMode="decimal"
            value={text}
            className="matrix-input"
            onFocus={(event) => event.target.select()}
            onChange={(event) => setText(event.target.value)}
            onBlur={() => end(fault === null)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== 'Escape') return;
              event.stopPropagation();
              event.preventDefault();
              if (event.key === 'Enter' && fault !== null) return;
              end(event.key === 'Enter');
              cell.current?.focus();
            }}
          />
          {fault === null ? null : (
            <span role="alert" className="matrix-fault">
              {fault}
            </span>
          )}
        </>
      )}
    </td>
  );
}
