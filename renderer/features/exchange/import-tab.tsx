import { FileInput } from 'lucide-react';
import { useState } from 'react';
import { useWorkspaceStore } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { chooseFeed, type FeedFile } from './choose-feed.ts';
import { ImportFeed } from './import-feed.tsx';

/** Shifts that were planned elsewhere, taken over from a calendar file. */
export function ImportTab() {
  const [file, setFile] = useState<FeedFile | null>(null);
  const readOnly = useWorkspaceStore((state) => state.readOnlyBecause);
  const choose = (): void =>
    void chooseFeed().then((chosen) => {
      if (chosen !== null) setFile(chosen);
    });
  return (
    <div className="flex max-w-180 flex-col items-start gap-4">
      <div className="flex flex-col gap-1 text-muted">
        <p>
          Save the on-call calendar of PagerDuty, Opsgenie, Grafana OnCall, GoAlert or another tool as an
          iCalendar file, and choose which role its turns are. You see what would change first; undo takes it
          back as one step.
        </p>
        <p>
          The address of such a calendar often lets anybody read it: download the file, and do not paste the
          address into chats or documents.
        </p>
      </div>
      <Button
        kind="primary"
        icon={<FileInput size={14} aria-hidden />}
        disabledReason={readOnly === null ? undefined : `Read only: ${readOnly}`}
        onPress={choose}
      >
        Choose a calendar file…
      </Button>
      {file === null ? null : <ImportFeed key={file.turn} file={file} onClose={() => setFile(null)} />}
    </div>
  );
}
