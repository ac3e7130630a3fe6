import { useMemo } from 'react';
import { ComboBox } from './combo-box.tsx';

interface Props {
  readonly value: string;
  readonly onChange: (zone: string) => void;
  readonly error?: string | undefined;
}

/** All time zones by name; the one that is set too, where the system calls it otherwise. */
export function ZoneBox({ value, onChange, error }: Props) {
  const zones = useMemo(() => {
    const known = Intl.supportedValuesOf('timeZone');
    return [...new Set([...(known.includes(value) ? [] : [value]), 'UTC', ...known])].map((id) => ({
      id,
      title: id.replaceAll('_', ' '),
    }));
  }, [value]);
  return <ComboBox label="Time zone" options={zones} value={value} error={error} onChange={onChange} />;
}
