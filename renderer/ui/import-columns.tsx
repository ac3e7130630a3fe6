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

/** Which column of a file means what. Heads that are known are matched already. */
export function ImportColumns<Field extends string>({ fields, columns, value, onChange }: Props<Field>) {
  const options = [
    { id: NONE, title: 'Not in the file' },
    ...columns.map((title, place) => ({ id: String(place), title })),
  ];
  return (
    <div
      role="group"
      aria-label="Columns"
      className="grid grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] gap-3"
    >
      {fields.map(({ id, title }) => {
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
  );
}
