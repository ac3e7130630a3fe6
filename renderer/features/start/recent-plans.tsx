import { FileText } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { RecentWorkspace } from '../../../shared/contract/channels.ts';
import { instantText } from '../../state/clock.ts';
import { chooseAndOpen, forgetWorkspace, open, recentWorkspaces } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';

interface PlanProps {
  readonly plan: RecentWorkspace;
  readonly onForgotten: () => void;
}

function Plan({ plan, onForgotten }: PlanProps) {
  const { file, name, savedAt, present } = plan;
  if (!present)
    return (
      <li className="flex items-center gap-3 px-3 py-2">
        <FileText size={16} className="shrink-0 text-muted" aria-hidden />
        <div className="min-w-0 flex-1">
          <p className="truncate text-muted">{name}</p>
          <p className="truncate text-label text-muted">Not at {file} any more</p>
        </div>
        <Button size="small" onPress={() => void chooseAndOpen()}>
          Locate…
        </Button>
        <Button
          size="small"
          kind="quiet"
          hint="Take it off this list"
          onPress={() =>
            void forgetWorkspace(file).then((done) => {
              if (done) onForgotten();
            })
          }
        >
          Remove
        </Button>
      </li>
    );
  return (
    <li>
      <button
        type="button"
        onClick={() => void open({ kind: 'file', file })}
        className="flex w-full items-center gap-3 rounded-md px-3 py-2 text-left hover:bg-hover"
      >
        <FileText size={16} className="shrink-0 text-muted" aria-hidden />
        <span className="min-w-0 flex-1">
          <span className="block truncate font-medium">{name}</span>
          <span className="block truncate text-label text-muted">{file}</span>
        </span>
        <span className="shrink-0 text-label text-muted">{instantText(savedAt)}</span>
      </button>
    </li>
  );
}

/** Plans of this computer, the latest first; nothing at all while there are none. */
export function RecentPlans() {
  const [plans, setPlans] = useState<readonly RecentWorkspace[]>([]);
  useEffect(() => {
    let gone = false;
    void recentWorkspaces().then((found) => {
      if (!gone) setPlans(found);
    });
    return () => {
      gone = true;
    };
  }, []);
  if (plans.length === 0) return null;
  return (
    <section aria-labelledby="recent-plans" className="flex flex-col gap-1">
      <h2 id="recent-plans" className="px-3 text-label font-medium text-muted">
        Recent plans
      </h2>
      <ul className="flex flex-col">
        {plans.map((plan) => (
          <Plan
            key={plan.file}
            plan={plan}
            onForgotten={() => setPlans(plans.filter(({ file }) => file !== plan.file))}
          />
        ))}
      </ul>
    </section>
  );
}
