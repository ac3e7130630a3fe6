import { LoaderCircle, TriangleAlert } from 'lucide-react';
import { useEffect } from 'react';
import { useWorkspaceStore } from '../../state/workspace-store.ts';
import { PagerDutyIncidents } from './pagerduty-incidents.tsx';
import { PagerDutyKeys } from './pagerduty-keys.tsx';
import { PagerDutyMapping } from './pagerduty-mapping.tsx';
import { PagerDutyOnCalls } from './pagerduty-on-calls.tsx';
import { PagerDutyPreview } from './pagerduty-preview-pane.tsx';
import { usePagerDuty } from './pagerduty-store.ts';

/** The plan of another workspace has other people: what was read for one is not shown with the next. */
function useFreshFor(file: string | null): void {
  useEffect(() => {
    if (file !== usePagerDuty.getState().file)
      usePagerDuty.setState({ ...usePagerDuty.getInitialState(), file });
  }, [file]);
}

/** The way to PagerDuty in its order: a token, who is who, what would change, and only then sending. */
export function PagerDutyTab() {
  const file = useWorkspaceStore((state) => state.file);
  useFreshFor(file);
  const { busy, problem, directory } = usePagerDuty();
  return (
    <div className="flex flex-col gap-6">
      <p className="max-w-180 text-muted">
        Evenwatch reads schedules there, shows what would change, and sends it when you say so: only time that
        has not begun, only over what it put there itself. Without it everything else works offline.
      </p>
      <PagerDutyKeys />
      {busy === null ? null : (
        <p className="flex items-center gap-2 text-muted">
          <LoaderCircle size={14} aria-hidden className="motion-safe:animate-spin" />
          {busy}…
        </p>
      )}
      {problem === null ? null : (
        <p className="flex max-w-180 items-start gap-2 text-error">
          <TriangleAlert size={14} aria-hidden className="mt-0.5 shrink-0" />
          {problem}
        </p>
      )}
      {directory === null ? null : <PagerDutyMapping directory={directory} />}
      {directory === null ? null : <PagerDutyOnCalls />}
      <PagerDutyPreview />
      {directory === null ? null : <PagerDutyIncidents />}
    </div>
  );
}
