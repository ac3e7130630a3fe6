import { Check, Merge } from 'lucide-react';
import { useState } from 'react';
import type {
  ComparedRecord,
  Comparison as Compared,
  FieldDifference,
  RecordChoice,
  Side,
  Taken,
} from '../../../shared/contract/recovery.ts';
import { comparisonText, sideEffectText, sideText } from '../../../shared/words/recovery-text.ts';
import { fieldWords } from '../../../shared/words/plain-values.ts';
import { Button } from '../../ui/button.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';

interface Props {
  readonly comparison: Compared;
  /** `ours` and `theirs` are all of one version, those records too that are not listed. */
  readonly onResolve: (take: Side | 'merge', choices: readonly RecordChoice[]) => void;
  readonly disabledReason: string | undefined;
}

const keyOf = ({ table, id }: Pick<ComparedRecord, 'table' | 'id'>): string => `${table} ${id}`;
const sides: readonly { readonly id: Taken; readonly title: string }[] = [
  { id: 'ours', title: sideText('ours') },
  { id: 'theirs', title: sideText('theirs') },
];
const both: (typeof sides)[number] = { id: 'both', title: 'Both' };

/** Which version's value a field gets; null while that waits for a choice. */
function takenFrom(
  field: FieldDifference,
  record: ComparedRecord,
  side: Taken | null,
  whole: Side | null,
): Side | null {
  if (whole !== null) return whole;
  if (side === 'both') return field.side;
  return record.isConflict ? (field.side ?? side) : side;
}

function Value({
  text,
  from,
  taken,
}: {
  readonly text: string | null;
  readonly from: Side;
  readonly taken: Side | null;
}) {
  const isTaken = taken === from;
  return (
    <dd className={`flex min-w-0 gap-1 break-words ${taken === null || isTaken ? '' : 'text-muted'}`}>
      <span className="w-3.5 shrink-0 pt-0.5">{isTaken ? <Check size={13} aria-hidden /> : null}</span>
      <span className="min-w-0">
        <span className="sr-only">
          {sideText(from)}
          {isTaken ? ', taken' : ''}:{' '}
        </span>
        {text ?? 'not there'}
      </span>
    </dd>
  );
}

/** The fields that differ, and from which version each would be taken. */
function Fields({ record, side, whole }: Pick<RecordProps, 'record' | 'side' | 'whole'>) {
  return (
    <dl className="grid grid-cols-[minmax(6rem,auto)_1fr_1fr] gap-x-4 gap-y-0.5 text-label">
      {record.fields.map((field) => {
        const taken = takenFrom(field, record, side, whole);
        return (
          <div key={field.field} className="contents">
            <dt className="text-muted">{fieldWords(field.field)}</dt>
            <Value text={field.ours} from="ours" taken={taken} />
            <Value text={field.theirs} from="theirs" taken={taken} />
          </div>
        );
      })}
    </dl>
  );
}

interface RecordProps {
  readonly record: ComparedRecord;
  readonly side: Taken | null;
  /** All of one version. */
  readonly whole: Side | null;
  readonly onChoose: (side: Taken) => void;
}

function RecordRow({ record, side, whole, onChoose }: RecordProps) {
  const { name, ours, theirs, isConflict, fits } = record;
  return (
    <li className="flex flex-col gap-1.5 border-b border-divider py-2.5">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <span className="min-w-0 flex-1 font-medium break-words">
          {name}
          {isConflict ? (
            <span className="ml-2 rounded-full bg-warning-ground px-2 text-label font-normal text-warning">
              changed in both
            </span>
          ) : null}
        </span>
        <span className="text-label text-muted">
          here {sideEffectText(ours)}, there {sideEffectText(theirs)}
        </span>
        <SegmentedControl
          label={`Take ${name} from`}
          options={fits ? [...sides, both] : sides}
          value={side ?? ('' as Taken)}
          onChange={onChoose}
        />
      </div>
      <Fields record={record} side={side} whole={whole} />
    </li>
  );
}

/**
 * Two versions of one file, record by record. What one version alone changed is taken from there, field by field; a field that both changed waits
 * for a choice, and nothing is merged before each has one.
 */
export function Comparison({ comparison, onResolve, disabledReason }: Props) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, Taken>>(new Map());
  const [whole, setWhole] = useState<Side | null>(null);
  const { records, findings } = comparison;
  const sideOf = (record: ComparedRecord): Taken | null =>
    chosen.get(keyOf(record)) ?? (record.isConflict ? null : record.side);
  const undecided = records.filter((record) => sideOf(record) === null).length;
  const choose = (record: ComparedRecord, side: Taken): void => {
    setWhole(null);
    setChosen(new Map(chosen).set(keyOf(record), side));
  };
  const all = (side: Side): void => {
    setWhole(side);
    setChosen(new Map(records.map((record) => [keyOf(record), side])));
  };
  const choices = (): readonly RecordChoice[] =>
    records.flatMap((record) => {
      const side = sideOf(record);
      return side === null ? [] : [{ table: record.table, id: record.id, side }];
    });
  const waits =
    undecided === 0
      ? undefined
      : undecided === 1
        ? 'One record waits for your choice'
        : `${undecided} records wait for your choice`;
  return (
    <section aria-label="Comparison" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-start gap-3">
        <p className="min-w-60 flex-1">{comparisonText(comparison)}</p>
        <div className="flex gap-2">
          <Button size="small" onPress={() => all('ours')}>
            All as open here
          </Button>
          <Button size="small" onPress={() => all('theirs')}>
            All as there
          </Button>
          <Button
            size="small"
            kind="primary"
            icon={<Merge size={13} aria-hidden />}
            disabledReason={disabledReason ?? waits}
            onPress={() => onResolve(whole ?? 'merge', whole === null ? choices() : [])}
          >
            Merge
          </Button>
        </div>
      </div>
      {findings.length === 0 ? null : (
        <div role="note" className="rounded-lg bg-warning-ground px-3 py-2 text-warning">
          <p>As proposed, the two would contradict each other. Choose the side for these:</p>
          <ul className="list-disc pl-5">
            {findings.map(({ where, what }) => (
              <li key={where}>
                {where}: {what}
              </li>
            ))}
          </ul>
        </div>
      )}
      <ul className="flex flex-col">
        {records.map((record) => (
          <RecordRow
            key={keyOf(record)}
            record={record}
            side={sideOf(record)}
            whole={whole}
            onChoose={(side) => choose(record, side)}
          />
        ))}
      </ul>
      {comparison.more === 0 ? null : (
        <p className="text-muted">
          {comparison.more} more differ;{' '}
          {whole === null
            ? 'each is taken from the version that alone changed it.'
            : `they are taken as well: all as in “${sideText(whole)}”.`}
        </p>
      )}
    </section>
  );
}
