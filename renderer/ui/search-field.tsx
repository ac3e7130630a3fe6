import { Search } from 'lucide-react';
import { Input } from 'react-aria-components/Input';
import { SearchField as AriaSearchField } from 'react-aria-components/SearchField';
import { classes } from './classes.ts';
import { inputLook } from './field.tsx';

interface Props {
  /** What is looked for: its name, and what stands in the empty field. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Narrows a list while one types; Escape empties it. */
export function SearchField({ label, value, onChange }: Props) {
  return (
    <AriaSearchField aria-label={label} value={value} onChange={onChange} className="relative w-52">
      <Search
        size={14}
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-muted"
      />
      <Input
        placeholder={label}
        className={classes(inputLook, 'h-7.5 pl-8 [&::-webkit-search-cancel-button]:hidden')}
      />
    </AriaSearchField>
  );
}
