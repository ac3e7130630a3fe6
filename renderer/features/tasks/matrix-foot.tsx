import type { ReactNode } from 'react';
import type { TaskPart } from '../../../shared/fairness/split.ts';
import { signedText } from '../../../shared/words/over-time-text.ts';
import { exactPointsText } from '../../../shared/words/points-text.ts';
import { useSplitAfter, type Matrix } from './use-tasks.ts';

/** A figure, and beside it what it becomes. */
function Figure({ before, after }: { readonly before: string; readonly after: string }) {
  return before === after ? (
    before
  ) : (
    <>
      <span className="text-muted">{before} → </span>
      <span className="font-semibold">{after}</span>
    </>
  );
}

function FootRow({
  index,
  title,
  children,
  all,
}: {
  readonly index: number;
  readonly title: string;
  readonly children: ReactNode;
  readonly all: string;
}) {
  return (
    <tr aria-rowindex={index}>
      <th scope="row" role="rowheader" className="matrix-task">
        {title}
      </th>
      {children}
      <td role="gridcell" className="matrix-weight">
        {all}
      </td>
    </tr>
  );
}

/** How far somebody is from the fair weight: drawn up or down from a middle line, beside the figure. */
function Off({ part, scale }: { readonly part: TaskPart; readonly scale: number }) {
  const off = part.weight - part.fairWeight;
  const length = `${Math.min(50, (Math.abs(off) / scale) * 50)}%`;
  return (
    <span aria-hidden className="matrix-off">
      <span style={off >= 0 ? { bottom: '50%', height: length } : { top: '50%', height: length }} />
    </span>
  );
}

const offText = ({ weight, fairWeight }: TaskPart): string =>
  signedText(Math.round((weight - fairWeight) * 4) / 4);

/** The sums under the matrix: computed, never typed in. While something is held or previewed, what they become. */
export function MatrixFoot({ model }: { readonly model: Matrix }) {
  const { before, tasks } = model;
  const after = useSplitAfter(model);
  const first = tasks.length + 2;
  const scale = Math.max(
    1,
    ...[...before.people, ...after.people].map(({ weight, fairWeight }) => Math.abs(weight - fairWeight)),
  );
  const pairs = before.people.map((part) => ({
    part,
    next: after.people.find(({ person }) => person === part.person) ?? part,
  }));
  const sum = (figure: (part: TaskPart) => number): number =>
    after.people.reduce((total, part) => total + figure(part), 0);
  return (
    <tfoot>
      <FootRow index={first} title="Roles" all={String(sum(({ count }) => count))}>
        {pairs.map(({ part, next }) => (
          <td
            key={part.person}
            role="gridcell"
            className="matrix-figure"
            title={`${next.primary} as primary, ${next.secondary} as secondary`}
          >
            <Figure before={String(part.count)} after={String(next.count)} />
          </td>
        ))}
        <td role="gridcell" className="matrix-figure">
          <Figure before={String(before.open)} after={String(after.open)} />
        </td>
      </FootRow>
      <FootRow index={first + 1} title="Points a week" all={exactPointsText(sum(({ weight }) => weight))}>
        {pairs.map(({ part, next }) => (
          <td key={part.person} role="gridcell" className="matrix-figure">
            <Figure before={exactPointsText(part.weight)} after={exactPointsText(next.weight)} />
          </td>
        ))}
        <td role="gridcell" />
      </FootRow>
      <FootRow index={first + 2} title="Against the fair part" all="">
        {pairs.map(({ part, next }) => (
          <td
            key={part.person}
            role="gridcell"
            className="matrix-figure"
            title={
              next.gone
                ? 'Not in the team: nothing is fair for them'
                : `Fair: ${exactPointsText(next.fairWeight)} points a week`
            }
          >
            <span className="inline-flex items-center justify-center gap-1.5">
              <Off part={next} scale={scale} />
              <Figure before={offText(part)} after={offText(next)} />
            </span>
          </td>
        ))}
        <td role="gridcell" />
      </FootRow>
    </tfoot>
  );
}
