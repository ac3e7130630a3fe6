import { CircleAlert, FolderOpen, Plus, Sparkles } from 'lucide-react';
import { useEffect } from 'react';
import type { Problem } from '../../../shared/contract/problems.ts';
import { problemText } from '../../../shared/words/problem-text.ts';
import { perform } from '../../state/actions.ts';
import { showHelp } from '../../state/help-store.ts';
import { setTourSeen, usePreferences } from '../../state/preferences.ts';
import { open } from '../../state/session.ts';
import { startTour } from '../../state/tour-store.ts';
import { useView } from '../../state/view-store.ts';
import { useWorkspaceStore } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { HelpLink } from '../../ui/help-link.tsx';
import { RecentPlans } from './recent-plans.tsx';

/** The file behind a problem of its content: something of it may be kept in copies. */
const hurtFile = (problem: Problem): string | null =>
  problem.kind === 'damaged' || problem.kind === 'invalid-workspace' || problem.kind === 'not-a-workspace'
    ? problem.file
    : null;

/** Once, to whoever is new: afterwards the tour is in the Help menu and the palette. */
function TourOffer() {
  const seen = usePreferences((kept) => kept.tourSeen);
  const take = async (): Promise<void> => {
    if (await open({ kind: 'sample' })) startTour();
  };
  if (seen) return null;
  return (
    <div
      role="group"
      aria-label="Tour"
      className="flex items-center gap-2 rounded-lg border border-divider px-3 py-2"
    >
      <p className="min-w-0 flex-1">New here? Five stops, with the sample quarter.</p>
      <Button size="small" onPress={() => void take()}>
        Take the tour
      </Button>
      <Button size="small" kind="quiet" onPress={() => void setTourSeen()}>
        Not now
      </Button>
    </div>
  );
}

/** Getting to work: one column, the sample first. What went wrong with the last opening stands above everything else. */
export function Start() {
  const problem = useWorkspaceStore((state) => state.problem);
  const host = useWorkspaceStore((state) => state.host);
  const hurt = problem === null ? null : hurtFile(problem);
  useEffect(() => {
    document.title = 'Evenwatch';
  }, []);
  return (
    <main
      aria-label="Start"
      className="flex min-h-0 flex-1 flex-col items-center overflow-auto bg-panel px-6 py-[12vh]"
    >
      <div className="flex w-full max-w-120 flex-col gap-6">
        <header className="flex flex-col gap-1">
          <h1 className="text-score font-semibold tracking-tight">Evenwatch</h1>
          <p className="text-section text-muted">
            Plan a quarter of on-call fairly. Everything stays on this computer.
          </p>
        </header>
        {problem ? (
          <div role="alert" className="flex gap-2.5 rounded-lg bg-error-ground p-3 text-error">
            <CircleAlert size={16} className="mt-px shrink-0" aria-hidden />
            <div className="flex min-w-0 flex-col items-start gap-2">
              <p className="max-w-full break-words">{problemText(problem)}</p>
              {hurt === null ? null : (
                <Button size="small" onPress={() => useView.setState({ recovering: hurt })}>
                  See what can be restored
                </Button>
              )}
            </div>
          </div>
        ) : null}
        <div className="flex flex-col items-stretch gap-2">
          <Button
            kind="primary"
            className="h-9 text-section"
            icon={<Sparkles size={16} aria-hidden />}
            onPress={() => perform('open-sample')}
          >
            Open sample quarter
          </Button>
          <div className="grid grid-cols-2 gap-2">
            <Button className="h-9" icon={<Plus size={15} aria-hidden />} onPress={() => perform('new-plan')}>
              New plan
            </Button>
            <Button
              className="h-9"
              icon={<FolderOpen size={15} aria-hidden />}
              onPress={() => perform('open')}
            >
              Open…
            </Button>
          </div>
          <p className="text-label text-muted">
            The sample is a made-up team of four with a worked quarter behind it and the next one to plan.
          </p>
        </div>
        <RecentPlans />
        <TourOffer />
        <HelpLink className="self-start px-0" onPress={() => showHelp('first-steps')}>
          First steps
        </HelpLink>
        {host ? (
          <p className="text-label text-muted">
            Version {host.version}. Plans are kept in {host.dataFolder}
          </p>
        ) : null}
      </div>
    </main>
  );
}
