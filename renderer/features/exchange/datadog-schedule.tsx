import { useState } from 'react';
import { readDatadogSchedule } from '../../../shared/exchange/datadog-schedule.ts';
import type { OutsideExport } from '../../../shared/exchange/outside-schedule.ts';
import { problemText } from '../../../shared/words/problem-text.ts';
import { announce } from '../../state/announce.ts';
import { datadogAddress } from '../../state/health-store.ts';
import { keeper } from '../../state/keeper.ts';
import { useWorkspace, useWorkspaceStore } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { ImportOutside } from './import-outside.tsx';

/** The id of a schedule, which may be given by the address of its page. */
const idIn = (text: string): string =>
  (/\/schedules\/([^/?#]+)/.exec(text)?.[1] ?? text).replace(/[^A-Za-z0-9_-]/g, '').slice(0, 100);

/** A schedule of Datadog On-Call, read and compared with the plan; taken over only where somebody says so. */
export function DatadogSchedule() {
  const workspace = useWorkspace();
  const readOnly = useWorkspaceStore((state) => state.readOnlyBecause);
  const [schedule, setSchedule] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [found, setFound] = useState<OutsideExport | null>(null);
  const address = datadogAddress(workspace);
  const read = async (): Promise<void> => {
    if (address === null) return;
    setBusy(true);
    setProblem(null);
    const reply = await keeper().call('datadog.schedule', { address, schedule: idIn(schedule.trim()) });
    setBusy(false);
    if (reply.ok) {
      setFound(readDatadogSchedule(reply.value.answer, workspace.about.zone));
      return;
    }
    const text = problemText(reply.problem);
    setProblem(text);
    announce(text, 'assertive');
  };
  return (
    <section className="flex max-w-180 flex-col gap-3" aria-label="On-call schedule">
      <h3 className="text-section font-medium">On-call schedule</h3>
      <p className="text-muted">
        Reads a schedule of Datadog On-Call, checks it, and shows where the plan says otherwise. A saved
        answer of its API is read under Import a schedule.
      </p>
      <div className="flex items-end gap-2">
        <div className="w-96">
          <Field
            label="Schedule"
            value={schedule}
            onChange={setSchedule}
            placeholder="Its id, or the address of its page"
          />
        </div>
        <Button
          onPress={() => void read()}
          disabledReason={
            readOnly !== null
              ? `Read only: ${readOnly}`
              : isBusy
                ? 'Wait: reading'
                : address === null
                  ? 'Keep the keys first'
                  : idIn(schedule.trim()) === ''
                    ? 'Enter a schedule first'
                    : undefined
          }
        >
          {isBusy ? 'Reading…' : 'Read schedule…'}
        </Button>
      </div>
      {problem === null ? null : <p className="text-error">{problem}</p>}
      {found === null ? null : (
        <ImportOutside file="Datadog On-Call" schedules={found} onClose={() => setFound(null)} />
      )}
    </section>
  );
}
