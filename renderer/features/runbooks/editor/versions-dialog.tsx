import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import type { RunbookVersion } from '../../../../shared/contract/recovery.ts';
import type { Runbook } from '../../../../shared/model/runbook.ts';
import { versionText } from '../../../../shared/runbooks/versions.ts';
import { instantText } from '../../../state/clock.ts';
import { useWorkspace } from '../../../state/workspace-store.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { SegmentedControl } from '../../../ui/segmented-control.tsx';
import { useVersions } from './use-versions.ts';
import { WordDiff } from './word-diff.tsx';

interface Props {
  readonly runbook: Runbook;
  readonly onClose: () => void;
  /** Puts a version in the place of what is saved. */
  readonly onRestore: (version: RunbookVersion) => void;
  /** Why nothing can be restored now. */
  readonly restoreBarred: string | undefined;
}

const timeOf = ({ time }: RunbookVersion): string =>
  time === null ? 'Before the journal begins' : instantText(time);

function Comparison({
  version,
  before,
  now,
  restore,
}: {
  readonly version: RunbookVersion;
  readonly before: RunbookVersion | undefined;
  readonly now: Runbook;
  readonly restore: React.ReactNode;
}) {
  const { people, pipelines, tasks } = useWorkspace();
  const [against, setAgainst] = useState<'before' | 'now'>(before === undefined ? 'now' : 'before');
  const names = new Map<string, string>([
    ...Object.values(people).map((it) => [it.id, it.name] as const),
    ...Object.values(pipelines).map((it) => [it.id, it.name] as const),
    ...Object.values(tasks).map((it) => [it.id, `task ${it.code}`] as const),
  ]);
  const text = (runbook: Runbook) =>
    versionText(runbook, (id) => names.get(id) ?? 'somebody who is not there any more');
  const [from, to] =
    against === 'now' || before === undefined ? [version.runbook, now] : [before.runbook, version.runbook];
  return (
    <div className="runbook-version">
      <div className="runbook-version-bar">
        <SegmentedControl
          label="Compare"
          options={[
            ...(before === undefined ? [] : [{ id: 'before' as const, title: 'What it changed' }]),
            { id: 'now' as const, title: 'Since then' },
          ]}
          value={against}
          onChange={setAgainst}
        />
        {restore}
      </div>
      <WordDiff before={text(from)} after={text(to)} />
    </div>
  );
}

/** Every saved version of a runbook, the newest first: what each changed, word by word, and the way back to it. */
export function VersionsDialog({ runbook, onClose, onRestore, restoreBarred }: Props) {
  const versions = useVersions(runbook.id);
  const [chosen, setChosen] = useState(0);
  const list = versions.kind === 'here' ? versions.versions : [];
  const version = list[chosen];
  return (
    <Dialog
      title={`Versions of ${runbook.title}`}
      isOpen
      onClose={onClose}
      size="full"
      actions={<Button onPress={onClose}>Close</Button>}
    >
      {versions.kind === 'waiting' ? <p role="status">Reading the journal…</p> : null}
      {versions.kind === 'failed' ? (
        <p className="runbook-refusal" role="alert">
          {versions.why}
        </p>
      ) : null}
      {version === undefined ? null : (
        <div className="runbook-versions">
          <ListBox
            aria-label="Versions"
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[String(chosen)]}
            onSelectionChange={(keys) => {
              if (keys !== 'all') setChosen(Number([...keys][0] ?? 0));
            }}
            className="runbook-version-list"
          >
            {list.map((it, index) => (
              <ListBoxItem
                key={it.revision}
                id={String(index)}
                textValue={timeOf(it)}
                className="runbook-version-row"
              >
                <strong>{timeOf(it)}</strong>
                <span>{it.title ?? 'As it was brought in'}</span>
                <span className="runbook-fine">
                  {it.by === null ? '' : `${it.by}, `}revision {it.revision}
                  {index === 0 ? ', as saved now' : ''}
                </span>
              </ListBoxItem>
            ))}
          </ListBox>
          <Comparison
            key={version.revision}
            version={version}
            before={list[chosen + 1]}
            now={runbook}
            restore={
              <Button
                size="small"
                disabledReason={chosen === 0 ? 'This is what is saved now' : restoreBarred}
                hint="One step, which undo takes back"
                onPress={() => onRestore(version)}
              >
                Restore this version
              </Button>
            }
          />
        </div>
      )}
      {versions.kind === 'here' && versions.hasEarlier ? (
        <p className="runbook-fine">Earlier versions are in the journal, which History can export.</p>
      ) : null}
    </Dialog>
  );
}
