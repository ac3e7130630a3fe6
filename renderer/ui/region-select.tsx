import { Select } from './select.tsx';

interface Option {
  readonly id: string;
  readonly title: string;
}

const WHOLE = 'whole';
const NONE = 'none';

interface Props {
  /** As ISO 3166 writes it: `US`, `DE-BY`; null is none. */
  readonly value: string | null;
  readonly onChange: (region: string | null) => void;
  readonly countries: readonly Option[];
  /** The parts of the chosen country, without its letters: `BY`. */
  readonly parts: readonly Option[];
  readonly nameOf: (region: string) => string;
  /** How the choice of no region is called; left out, a region must be chosen. */
  readonly none?: string;
}

/** Country, and region within it. One that no list knows stays to be chosen: it is what the plan says. */
export function RegionSelect({ value, onChange, countries, parts, nameOf, none }: Props) {
  const [country = '', part] = (value ?? '').split('-');
  const withOwn = (options: readonly Option[], id: string | undefined): readonly Option[] =>
    id === undefined || id === '' || options.some((one) => one.id === id)
      ? options
      : [{ id, title: nameOf(id) }, ...options];
  const nothing = none === undefined ? [] : [{ id: NONE, title: none }];
  return (
    <>
      <Select
        label="Country"
        options={[...nothing, ...withOwn(countries, country)]}
        value={value === null ? NONE : country}
        onChange={(chosen) => onChange(chosen === NONE ? null : chosen)}
      />
      <Select
        label="Region"
        options={[{ id: WHOLE, title: 'All of it' }, ...withOwn(parts, part)]}
        value={part ?? WHOLE}
        onChange={(chosen) => {
          if (value !== null) onChange(chosen === WHOLE ? country : `${country}-${chosen}`);
        }}
      />
    </>
  );
}
