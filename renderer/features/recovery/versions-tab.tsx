import { GitCompare } from 'lucide-react';
import { useEffect, useState } from 'react';
import type {
  Comparison as Compared,
  OtherVersion,
  RecordChoice,
  Side,
} from '../../../shared/contract/recovery.ts';
import { problemText } from '../../../shared/words/problem-text.ts';
import { bytesText, versionText } from '../../../shared/words/recovery-text.ts';
import { announce } from '../../state/announce.ts';
import { instantText } from '../../state/clock.ts';
import { keeper } from '../../state/keeper.ts';
import { outbox, show } from '../../state/saving.ts';
import { showToast } from '../../state/toast-store.ts';
import { useWorkspaceStore } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Comparison } from './comparison.tsx';

function VersionRow({
  version,
  onCompare,
}: {
  readonly version: OtherVersion;
  readonly onCompare: () => void;
}) {
  return (
    <li className="flex items-center gap-3 border-b border-divider py-2">
      <span className="flex min-w-0 flex-1 flex-col">
        <span>{versionText(version)}</span>
        <span className="text-label break-all text-muted">
          {version.file}, {bytesText(version.bytes)}, {instantText(version.time)}
        </span>
      </span>
      <Button size="small" icon={<GitCompare size={13} aria-hidden />} onPress={onCompare}>
        Compare
      </Button>
    </li>
  );
}

/** Other versions of the open file, as synchronised folders leave them: compared record by record, and brought together. */
export function VersionsTab() {
  const { revision, readOnlyBecause } = useWorkspaceStore();
  const [versions, setVersions] = useState<readonly OtherVersion[] | null>(null);
  const [comparison, setComparison] = useState<Compared | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  /** A version that cannot be read, and so not compared: all that is left is to keep ours. */
  const [unreadable, setUnreadable] = useState<string | null>(null);

  useEffect(() => {
    let gone = false;
    void keeper()
      .call('versions.list', null)
      .then((reply) => {
        if (gone) return;
        setVersions(reply.ok ? reply.value : []);
        setProblem(reply.ok ? null : problemText(reply.problem));
      });
    return () => {
      gone = true;
    };
  }, [revision]);

  const compare = async (version: string): Promise<void> => {
    const reply = await keeper().call('versions.compare', { version, pending: outbox.pending() });
    setComparison(reply.ok ? reply.value : null);
    setUnreadable(reply.ok ? null : version);
    setProblem(reply.ok ? null : problemText(reply.problem));
  };

  const resolve = async (
    version: string,
    take: Side | 'merge',
    choices: readonly RecordChoice[],
  ): Promise<void> => {
    const reply = await keeper().call('versions.resolve', {
      version,
      pending: outbox.pending(),
      take,
      choices,
    });
    if (!reply.ok) return setProblem(problemText(reply.problem));
    show(reply.value);
    setComparison(null);
    setUnreadable(null);
    setProblem(null);
    const isKept = take === 'ours';
    const text = isKept
      ? 'What is open here stands. The other version is kept beside.'
      : 'The two versions are one. Undo takes it back; the other version is kept beside.';
    showToast({ text, undo: !isKept });
    announce(text);
  };

  return (
    <div className="flex flex-col gap-4">
      {problem === null ? null : (
        <p role="alert" className="rounded-lg bg-error-ground px-3 py-2 text-error">
          {problem}
        </p>
      )}
      {unreadable === null ? null : (
        <div className="flex items-center gap-3">
          <p className="min-w-0 flex-1 text-muted">
            It cannot be compared. You can go on with what is open here; the other version is kept beside as
            it is.
          </p>
          <Button onPress={() => void resolve(unreadable, 'ours', [])}>Keep what is open here</Button>
        </div>
      )}
      {versions?.length === 0 ? (
        <EmptyState title="There is one version of this file">
          When a synchronised folder or another program writes a second one, it is noticed before anything is
          written over it, and both stand here to compare.
        </EmptyState>
      ) : (
        <ul className="flex flex-col">
          {versions?.map((version) => (
            <VersionRow key={version.id} version={version} onCompare={() => void compare(version.id)} />
          ))}
        </ul>
      )}
      {comparison === null ? null : (
        <Comparison
          key={`${comparison.version.id} ${comparison.ourRevision}`}
          comparison={comparison}
          onResolve={(take, choices) => void resolve(comparison.version.id, take, choices)}
          disabledReason={readOnlyBecause === null ? undefined : `Read only: ${readOnlyBecause}`}
        />
      )}
    </div>
  );
}
