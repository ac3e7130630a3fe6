import type { LocalDate } from '../../../shared/model/dates.ts';
import type { RotationId } from '../../../shared/model/ids.ts';
import type { Rotation } from '../../../shared/model/rotation.ts';
import { counted } from '../../../shared/words/number-text.ts';
import { peopleText, stateOf, stateText, termsText } from '../../../shared/words/rotation-text.ts';

interface ItemProps {
  readonly rotation: Rotation;
  readonly selected: boolean;
  readonly drafted: boolean;
  readonly isNew: boolean;
  readonly today: LocalDate;
  readonly onSelect: (id: RotationId) => void;
}

function Item({ rotation, selected, drafted, isNew, today, onSelect }: ItemProps) {
  const state = isNew ? 'not saved yet' : stateText(rotation, today);
  return (
    <li>
      <button
        type="button"
        aria-current={selected ? 'true' : undefined}
        onClick={() => onSelect(rotation.id)}
        className="flex w-full flex-col gap-0.5 rounded-lg px-2.5 py-2 text-left hover:bg-hover aria-[current]:bg-selection"
      >
        <span className="flex w-full items-baseline gap-2">
          <span className="min-w-0 flex-1 truncate font-medium" title={rotation.name}>
            {rotation.name}
          </span>
          {drafted ? <span className="shrink-0 text-label text-accent">edited</span> : null}
          <span className="shrink-0 font-mono text-label text-muted">{rotation.code}</span>
        </span>
        <span className="text-label text-muted">{termsText(rotation)}</span>
        <span className="text-label text-muted">
          {rotation.kind === 'watch' ? 'Watch, ' : ''}
          {peopleText(rotation)}
          {state === '' ? '' : `, ${state}`}
        </span>
      </button>
    </li>
  );
}

interface Props {
  readonly rotations: readonly Rotation[];
  readonly selected: RotationId | null;
  readonly drafted: readonly RotationId[];
  readonly added: RotationId | null;
  readonly today: LocalDate;
  readonly onSelect: (id: RotationId) => void;
}

/** All rotations: those in use first, those that have ended folded away below. */
export function RotationList({ rotations, selected, drafted, added, today, onSelect }: Props) {
  const inUse = rotations.filter((one) => stateOf(one, today) !== 'ended');
  const ended = rotations.filter((one) => stateOf(one, today) === 'ended');
  const items = (list: readonly Rotation[]) =>
    list.map((rotation) => (
      <Item
        key={rotation.id}
        rotation={rotation}
        selected={rotation.id === selected}
        drafted={drafted.includes(rotation.id)}
        isNew={rotation.id === added}
        today={today}
        onSelect={onSelect}
      />
    ));
  return (
    <>
      <ul className="flex flex-col gap-0.5">{items(inUse)}</ul>
      {ended.length === 0 ? null : (
        <details open={ended.some(({ id }) => id === selected)} className="mt-2">
          <summary className="rounded px-2.5 py-1 text-label text-muted">
            {counted(ended.length, 'that has ended', 'that have ended')}
          </summary>
          <ul className="flex flex-col gap-0.5">{items(ended)}</ul>
        </details>
      )}
    </>
  );
}
