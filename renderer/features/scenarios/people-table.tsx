import { Button } from 'react-aria-components/Button';
import type { HolidayHeld } from '../../../shared/planner/held-by.ts';
import type {
  Comparison,
  PersonCompared,
  PersonFigures,
  Verdict,
} from '../../../shared/scenarios/compare.ts';
import { dayWithWeekdayText } from '../../../shared/words/date-text.ts';
import { pointsText, signedPointsText } from '../../../shared/words/points-text.ts';
import { changeLine, verdictText } from '../../../shared/words/scenario-text.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Popover } from '../../ui/popover.tsx';
import type { Column } from './use-sides.ts';

/** Those for whom most changes come first; who is as before comes last. */
const order: readonly Verdict[] = ['loses', 'both', 'gains', 'leaves', 'joins', 'even'];

export const byChange = (people: readonly PersonCompared[]): readonly PersonCompared[] =>
  [...people].sort(
    (one, other) =>
      order.indexOf(one.verdict) - order.indexOf(other.verdict) ||
      Math.abs(other.change.load) - Math.abs(one.change.load),
  );

const looks: Readonly<Record<Verdict, string>> = {
  gains: 'text-ok',
  loses: 'text-warning',
  both: 'text-ink',
  even: 'text-muted',
  joins: 'text-ink',
  leaves: 'text-muted',
};

/** More to the right, less to the left, all on one scale. The figure stands beside it. */
function ChangeBar({ load, most }: { readonly load: number; readonly most: number }) {
  const width = most === 0 ? 0 : (Math.abs(load) / most) * 50;
  return (
    <span aria-hidden className="relative block h-2 w-full rounded-sm bg-track forced-colors:border">
      <span
        className={`absolute inset-y-0 rounded-sm ${load > 0 ? 'bg-warning' : 'bg-ok'} forced-colors:bg-[Highlight]`}
        style={{ left: load > 0 ? '50%' : `${50 - width}%`, width: `${width}%` }}
      />
      <span className="absolute inset-y-[-2px] left-1/2 w-px bg-border" />
    </span>
  );
}

const holidayLines = (held: readonly HolidayHeld[]) =>
  held.length === 0 ? (
    <p className="text-muted">none</p>
  ) : (
    <ul>
      {held.map(({ holiday, shift, name, date }) => (
        <li key={`${holiday} ${shift}`}>
          {name}, {dayWithWeekdayText(date)}
        </li>
      ))}
    </ul>
  );

interface HolidaysProps {
  readonly name: string;
  readonly before: PersonFigures | null;
  readonly after: PersonFigures | null;
  readonly left: string;
  readonly right: string;
}

/** How many holiday duties under both plans; opens to which. */
function Holidays({ name, before, after, left, right }: HolidaysProps) {
  const counts = [before, after].map((side) => (side === null ? '–' : String(side.holidays.length)));
  const text = counts[0] === counts[1] ? counts[0] : counts.join(' → ');
  if ((before?.holidays.length ?? 0) + (after?.holidays.length ?? 0) === 0) return <>{text}</>;
  const title = `${name}: holiday duties`;
  const trigger = (
    <Button
      aria-label={`${title} ${counts.join(' then ')}: show which`}
      className="rounded-sm underline decoration-border decoration-dotted underline-offset-3 data-hovered:bg-hover data-hovered:decoration-solid"
    >
      {text}
    </Button>
  );
  return (
    <Popover label={title} trigger={trigger} placement="bottom">
      <div className="flex flex-col gap-2">
        <p className="font-medium">{left}</p>
        {holidayLines(before?.holidays ?? [])}
        <p className="font-medium">{right}</p>
        {holidayLines(after?.holidays ?? [])}
      </div>
    </Popover>
  );
}

const points = (side: PersonFigures | null): string => (side === null ? '–' : pointsText(side.load));
function share(side: PersonFigures | null): string {
  if (side === null) return '–';
  return side.difference === null ? '…' : signedPointsText(side.difference);
}

/** Wishes heeded of all, wanted weeks given and avoided weeks kept free: "1 → 2 of 3"; empty where nobody wished anything. */
function wishes(before: PersonFigures | null, after: PersonFigures | null): string {
  const [was, is] = [before, after].map((side) => {
    const { wanted, granted, avoided, broken } = side?.wishes ?? {
      wanted: 0,
      granted: 0,
      avoided: 0,
      broken: 0,
    };
    return { heeded: granted + avoided - broken, all: wanted + avoided };
  });
  const all = Math.max(was?.all ?? 0, is?.all ?? 0);
  if (all > 0 && (before === null || after === null)) return '–';
  return all === 0 ? '' : `${both(String(was?.heeded), String(is?.heeded))} of ${all}`;
}

const both = (before: string, after: string): string => (before === after ? before : `${before} → ${after}`);

interface RowProps {
  readonly row: PersonCompared;
  readonly left: Column;
  readonly right: Column;
  readonly most: number;
}

function Row({ row, left, right, most }: RowProps) {
  const { person, before, after, change, verdict } = row;
  const record = right.workspace.people[person] ?? left.workspace.people[person];
  const name = record?.name ?? person;
  return (
    <tr className="border-b border-divider">
      <th scope="row" className="py-1.5 pr-3 text-left font-normal">
        <span className="flex min-w-0 items-center gap-2">
          <Avatar name={name} position={record?.position ?? 0} size={22} />
          <span className="truncate">{name}</span>
        </span>
      </th>
      <td className="pr-4 text-right">{points(before)}</td>
      <td className="pr-4 text-right font-medium">{points(after)}</td>
      <td className="pr-4">
        <span className="flex items-center gap-2">
          <span className="w-10 shrink-0 text-right">
            {before === null || after === null ? '' : signedPointsText(change.load)}
          </span>
          <ChangeBar load={change.load} most={most} />
        </span>
      </td>
      <td className="pr-4 text-right whitespace-nowrap">{both(share(before), share(after))}</td>
      <td className="pr-4 text-right">
        <Holidays name={name} before={before} after={after} left={left.name} right={right.name} />
      </td>
      <td className="pr-4 text-right whitespace-nowrap">{wishes(before, after)}</td>
      <td className={looks[verdict]}>
        <span className="font-medium">{verdictText(verdict)}</span>
        <span className="sr-only">{changeLine(row) === '' ? '' : `: ${changeLine(row)}`}</span>
      </td>
    </tr>
  );
}

interface Props {
  readonly comparison: Comparison;
  readonly left: Column;
  readonly right: Column;
}

const heads = [
  ['Person', 'text-left'],
  ['before', 'w-[11%] pr-4 text-right'],
  ['after', 'w-[11%] pr-4 text-right'],
  ['Change in points', 'w-[18%] pr-4 text-left'],
  ['From own share', 'w-[13%] pr-4 text-right'],
  ['Holidays', 'w-[8%] pr-4 text-right'],
  ['Wishes', 'w-[11%] pr-4 text-right'],
  ['', 'w-[12%] text-left'],
] as const;

/** Everybody under both plans: who gains, who loses, and by how much. */
export function PeopleTable({ comparison, left, right }: Props) {
  const most = Math.max(0, ...comparison.people.map(({ change }) => Math.abs(change.load)));
  const title = { before: left.name, after: right.name };
  return (
    <>
      <table className="w-full table-fixed border-collapse">
        <caption className="sr-only">Everybody under both plans, those for whom most changes first</caption>
        <thead>
          <tr className="border-b border-divider text-label text-muted">
            {heads.map(([head, look]) => (
              <th key={head} scope="col" className={`py-1.5 align-bottom font-medium ${look}`}>
                {head === 'before' || head === 'after' ? (
                  <span className="wrap-anywhere" title={`Points: ${title[head]}`}>
                    {title[head]}
                  </span>
                ) : head === '' ? (
                  <span className="sr-only">Gains or loses</span>
                ) : (
                  head
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {byChange(comparison.people).map((row) => (
            <Row key={row.person} row={row} left={left} right={right} most={most} />
          ))}
        </tbody>
      </table>
      <p className="pt-3 text-label text-muted">
        Gains: at least a point less, fewer holiday duties, or more wishes heeded. Points are counted by the
        policy of the plan on the left, on the days that both plans cover; the distance from the own share by
        each plan’s own.
      </p>
    </>
  );
}
