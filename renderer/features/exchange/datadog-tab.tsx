import { LoaderCircle, TriangleAlert } from 'lucide-react';
import { useHandedFiles } from '../../state/handed-files.ts';
import { useHealth } from '../../state/health-store.ts';
import { useSeenHealth } from '../../state/use-health.ts';
import { takeHealth } from './datadog-acts.ts';
import { DatadogHealth } from './datadog-health.tsx';
import { DatadogKeys } from './datadog-keys.tsx';
import { DatadogSchedule } from './datadog-schedule.tsx';

/** How pipelines stand by what watches them: read when it is asked for, kept on this computer with the time. */
export function DatadogTab() {
  const health = useSeenHealth();
  const { isBusy, problem } = useHealth();
  useHandedFiles('health', (files) => void takeHealth(files));
  return (
    <div className="flex flex-col gap-6">
      <p className="max-w-180 text-muted">
        Evenwatch reads monitors and objectives when you ask for it, and shows them beside the runbook of what
        they watch, with the time at which they were seen. It changes nothing there. Without keys, read the
        answers of its API that somebody saved as JSON, monitors and objectives together: they were seen when
        the files were saved.
      </p>
      <DatadogKeys />
      {isBusy ? (
        <p className="flex items-center gap-2 text-muted">
          <LoaderCircle size={14} aria-hidden className="motion-safe:animate-spin" />
          Reading monitors and objectives…
        </p>
      ) : null}
      {problem === null ? null : (
        <p className="flex max-w-180 items-start gap-2 text-error">
          <TriangleAlert size={14} aria-hidden className="mt-0.5 shrink-0" />
          {problem}
        </p>
      )}
      {health === null ? null : <DatadogHealth health={health} />}
      <DatadogSchedule />
    </div>
  );
}
