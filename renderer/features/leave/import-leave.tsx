import { useEffect, useState } from 'react';
import { ImportDialog } from '../../ui/import-dialog.tsx';
import { ImportCalendar } from './import-calendar.tsx';
import { loadReaders, type Readers } from './import-readers.ts';
import { ImportTable } from './import-table.tsx';
import type { LeaveSource } from './use-leave-file.ts';

interface Props {
  readonly source: LeaveSource;
  readonly onClose: () => void;
}

/** A file of leave before it is taken over. */
export function ImportLeave({ source, onClose }: Props) {
  const [readers, setReaders] = useState<Readers | Error | null>(null);
  useEffect(() => {
    let gone = false;
    loadReaders(source.kind).then(
      (loaded) => {
        if (!gone) setReaders(loaded);
      },
      (error: unknown) => {
        if (!gone) setReaders(error instanceof Error ? error : new Error(String(error)));
      },
    );
    return () => {
      gone = true;
    };
  }, [source.kind]);
  if (readers === null) return null;
  if (readers instanceof Error) return <NoReader why={readers.message} source={source} onClose={onClose} />;
  return 'calendar' in readers ? (
    <ImportCalendar source={source} onClose={onClose} reader={readers.calendar} differ={readers} />
  ) : (
    <ImportTable source={source} onClose={onClose} reader={readers.table} differ={readers} />
  );
}

function NoReader({ why, source, onClose }: Props & { readonly why: string }) {
  const what = `the reader could not be loaded: ${why}`;
  return (
    <ImportDialog
      title="Import leave"
      isOpen
      onClose={onClose}
      facts={source.name}
      problems={[{ row: null, column: null, severity: 'error', what }]}
      action={{ title: 'Import', disabledReason: 'There is no reader', run: onClose }}
    >
      {null}
    </ImportDialog>
  );
}
