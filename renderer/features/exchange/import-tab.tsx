import { FileInput } from 'lucide-react';
import { useState } from 'react';
import { announce } from '../../state/announce.ts';
import { useHandedFile } from '../../state/handed-files.ts';
import type { ChosenFile } from '../../state/read-file.ts';
import { openWorkspace, useWorkspaceStore } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { chooseScheduleFile, scheduleIn, type ChosenSchedule } from './choose-schedule.ts';
import { ImportFeed } from './import-feed.tsx';
import { ImportOutside } from './import-outside.tsx';

const sources = [
  {
    title: 'Calendars',
    what: 'The on-call calendar of PagerDuty, Opsgenie, Grafana OnCall, GoAlert or another tool, saved as an iCalendar file: the turns of one role.',
  },
  {
    title: 'PagerDuty',
    what: 'Schedules or on-calls as the service gives them (JSON), with the turns of the time that was asked for. With a token they are read under PagerDuty.',
  },
  {
    title: 'Opsgenie',
    what: 'Schedules as the service or a backup writes them (JSON), with rotations, overrides and timelines, or the Terraform that keeps them: several roles at once.',
  },
  {
    title: 'Grafana OnCall',
    what: 'Schedules, shifts, final shifts and swaps as the service writes them (JSON), or the Terraform that keeps them.',
  },
  {
    title: 'Datadog',
    what: 'An on-call schedule as the service gives it (JSON), with its layers, members and users. With keys it is read under Datadog.',
  },
] as const;

/** Shifts that were planned elsewhere, taken over from a file. */
export function ImportTab() {
  const [chosen, setChosen] = useState<ChosenSchedule | null>(null);
  const readOnly = useWorkspaceStore((state) => state.readOnlyBecause);
  const open = (file: ChosenFile | null): void => {
    if (file === null) return;
    const next = scheduleIn(file, openWorkspace().about.zone);
    setChosen(next);
    if (next.kind === 'fault') announce(next.text, 'assertive');
  };
  useHandedFile('schedule', open);
  const close = (): void => setChosen(null);
  return (
    <div className="flex max-w-180 flex-col items-start gap-4">
      <p className="text-muted">
        Choose a file that was saved from the tool. You say once who is who, see what the schedule has in
        store and what would change, and take it over as one step, which undo takes back.
      </p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2">
        {sources.map(({ title, what }) => (
          <div key={title} className="col-span-2 grid grid-cols-subgrid">
            <dt className="font-medium">{title}</dt>
            <dd className="text-muted">{what}</dd>
          </div>
        ))}
      </dl>
      <p className="text-muted">
        The address of an on-call calendar often lets anybody read it: download the file, and do not paste the
        address into chats or documents.
      </p>
      <Button
        kind="primary"
        icon={<FileInput size={14} aria-hidden />}
        disabledReason={readOnly === null ? undefined : `Read only: ${readOnly}`}
        onPress={() => void chooseScheduleFile().then(open)}
      >
        Choose a file…
      </Button>
      {chosen?.kind === 'fault' ? (
        <p className="rounded-md bg-error-ground px-3 py-2 wrap-anywhere">{chosen.text}</p>
      ) : null}
      {chosen?.kind === 'calendar' ? (
        <ImportFeed key={chosen.file.turn} file={chosen.file} onClose={close} />
      ) : null}
      {chosen?.kind === 'schedules' ? (
        <ImportOutside
          key={chosen.file.turn}
          file={chosen.file.name}
          schedules={chosen.export}
          onClose={close}
        />
      ) : null}
    </div>
  );
}
