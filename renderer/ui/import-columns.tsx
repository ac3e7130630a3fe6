import { useState } from 'react';
import { Button } from './button.tsx';
import { Select } from './select.tsx';

interface Props<Field extends string> {
  /** What can be filled from the file. */
  readonly fields: readonly { readonly id: Field; readonly title: string }[];
  /** The columns of the file, by their heads. */
  readonly columns: readonly string[];
  /** Which column fills which field, by its place in the file; null is none. */
  readonly value: Readonly<Record<Field, number | null>>;
  readonly onChange: (value: Readonly<Record<Field, number | null>>) => void;
}

const NONE = 'none';

/** Which column of a file means what. Heads that are known are matched already; the other fields are a click away. */
export function ImportColumns<Field extends string>({ fields, columns, value, onChange }: Props<Field>) {
  const [all, setAll] = useState(false);
  // A field that was matched when this opened stays in sight, also when its column is taken away from it.
  const [first] = useState(() => fields.filter(({ id }) => value[id] !== null).map(({ id }) => id));
  const shown = fields.filter(({ id }) => all || value[id] !== null || first.includes(id));
  const hidden = fields.length - shown.length;
  const used = new Set(Object.values(value));
  const unused = columns.filter((_, place) => !used.has(place));
  const options = [
    { id: NONE, title: 'Not in the file' },
    ...columns.map((title, place) => ({ id: String(place), title })),
  ];
  return (
    <div className="flex flex-col gap-2">
      <div
        role="group"
        aria-label="Columns"
        className="grid grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] gap-3"
      >
        {shown.map(({ id, title }) => {
          const place = value[id];
          return (
            <Select
              key={id}
              label={title}
              options={options}
              value={place === null ? NONE : String(place)}
              onChange={(chosen) => onChange({ ...value, [id]: chosen === NONE ? null : Number(chosen) })}
            />
          );
        })}
      </div>
      <div className="flex flex-wrap items-center gap-x-3 text-label text-muted">
        {unused.length === 0 ? 'Every column of the file is used.' : `Not used: ${unused.join(', ')}.`}
        {hidden > 0 ? (
          <Button size="small" kind="quiet" onPress={() => setAll(true)}>
            {hidden === 1 ? '1 more field…' : `${hidden} more fields…`}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
