import {
  ArrowRightLeft,
  CircleCheck,
  Equal,
  Minus,
  Pencil,
  Plus,
  Scale,
  type LucideIcon,
} from 'lucide-react';
import { compareHolidays, type HolidayChange } from '../../../shared/exchange/holiday-diff.ts';
import { isFromLibrary, keepOurs, takeOver } from '../../../shared/exchange/holiday-steps.ts';
import { holidayLibrary, type SuggestedHoliday } from '../../../shared/exchange/holiday-suggest.ts';
import type { Holiday, HolidaySet } from '../../../shared/model/holiday.ts';
import { changeText, regionText, setText } from '../../../shared/words/holiday-text.ts';
import type { Answer } from '../../state/use-answer.ts';
import { Button } from '../../ui/button.tsx';
import { makeEdit, newHolidayId } from './holiday-acts.ts';
import { counted } from '../../../shared/words/number-text.ts';

const changeSigns: Readonly<
  Record<HolidayChange['kind'], { readonly title: string; readonly icon: LucideIcon }>
> = {
  added: { title: 'Missing', icon: Plus },
  moved: { title: 'Moved', icon: ArrowRightLeft },
  renamed: { title: 'Renamed', icon: Pencil },
  weighed: { title: 'Weight', icon: Scale },
  same: { title: 'Same', icon: Equal },
  gone: { title: 'Gone', icon: Minus },
};

interface LineProps {
  readonly change: HolidayChange;
  readonly locked: string | undefined;
  readonly onTake: () => void;
  readonly onKeep: () => void;
}

function Line({ change, locked, onTake, onKeep }: LineProps) {
  const { title, icon: Icon } = changeSigns[change.kind];
  const name = change.incoming?.name ?? change.holiday?.name ?? '';
  const take = change.kind === 'added' ? 'Add' : change.kind === 'gone' ? 'Remove' : 'Take over';
  const keep = change.kind === 'added' ? 'Leave out' : 'Keep ours';
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-divider py-1.5 last:border-0">
      <span className="inline-flex w-22 items-center gap-1.5 text-label text-muted">
        <Icon size={13} aria-hidden />
        {title}
      </span>
      <span className="min-w-60 flex-1 wrap-anywhere">{changeText(change, holidayLibrary)}</span>
      <span className="flex gap-1">
        <Button size="small" onPress={onTake} disabledReason={locked} hint={`${take}: ${name}`}>
          {take}
        </Button>
        <Button size="small" kind="quiet" onPress={onKeep} disabledReason={locked} hint={`${keep}: ${name}`}>
          {keep}
        </Button>
      </span>
    </li>
  );
}

interface Props {
  readonly set: HolidaySet;
  readonly entries: readonly Holiday[];
  readonly suggested: Answer<readonly SuggestedHoliday[] | null>;
}

/** Bank holidays and half days are offered when a year is made; missing them is no difference that waits for an answer. */
const differs = (set: HolidaySet, entries: readonly Holiday[], suggested: readonly SuggestedHoliday[]) =>
  compareHolidays(entries, suggested, { settled: set.settled, canBeGone: isFromLibrary }).filter(
    ({ kind, incoming }) =>
      kind !== 'same' && !(kind === 'added' && (incoming as SuggestedHoliday).kind === 'bank'),
  );

/** What the library says otherwise than a set: taken over, or settled once and for all as the lead has it. */
export function Differences({ set, entries, suggested }: Props) {
  if (suggested.kind === 'none' || suggested.kind === 'asking')
    return (
      <p className="text-muted" role="status">
        Comparing with {holidayLibrary}…
      </p>
    );
  if (suggested.kind === 'failed' || suggested.kind === 'stopped')
    return (
      <p className="text-warning" role="status">
        The library of holidays could not be asked{suggested.kind === 'failed' ? `: ${suggested.reason}` : ''}
        . What stands here holds all the same.
      </p>
    );
  if (suggested.value === null)
    return (
      <p className="rounded-md bg-warning-ground px-3 py-2 text-warning" role="status">
        {holidayLibrary} does not know {regionText(set.region)}. Add its days by hand, or import them.
      </p>
    );
  const changes = differs(set, entries, suggested.value);
  if (changes.length === 0)
    return (
      <p className="flex items-center gap-1.5 text-muted" role="status">
        <CircleCheck size={14} className="text-ok" aria-hidden />
        {set.settled.length === 0
          ? `The same as in ${holidayLibrary}.`
          : `Nothing new in ${holidayLibrary}; ${counted(set.settled.length, 'suggestion is', 'suggestions are')} settled by hand and ${set.settled.length === 1 ? 'stays' : 'stay'} so.`}
      </p>
    );
  const locked = set.locked ? 'This year is locked: unlock it to change its days' : undefined;
  const takeAll = (): void =>
    makeEdit(
      changes.flatMap((change) => takeOver(set, change, holidayLibrary, newHolidayId)),
      `${setText(set)} taken over from ${holidayLibrary}`,
    );
  return (
    <section aria-label="Differences" className="flex flex-col rounded-lg border border-divider px-3 py-2">
      <header className="flex flex-wrap items-center justify-between gap-2">
        <h4 className="font-medium">
          {counted(changes.length, 'difference')} from {holidayLibrary}
        </h4>
        {changes.length > 1 ? (
          <Button size="small" onPress={takeAll} disabledReason={locked}>
            Take over all
          </Button>
        ) : null}
      </header>
      <ul>
        {changes.map((change) => (
          <Line
            key={`${change.kind} ${change.incoming?.key ?? ''} ${change.holiday?.id ?? ''}`}
            change={change}
            locked={locked}
            onTake={() =>
              makeEdit(
                takeOver(set, change, holidayLibrary, newHolidayId),
                `${change.incoming?.name ?? change.holiday?.name ?? ''} ${change.kind === 'gone' ? 'removed from' : 'taken over into'} ${setText(set)}`,
              )
            }
            onKeep={() =>
              makeEdit(
                keepOurs(set, change),
                `${change.incoming?.name ?? change.holiday?.name ?? ''} settled as it is in ${setText(set)}`,
              )
            }
          />
        ))}
      </ul>
    </section>
  );
}
