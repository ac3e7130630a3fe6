import { useView, type RecoveryTab } from '../../state/view-store.ts';
import { ScrollPane } from '../../ui/scroll-pane.tsx';
import { Tabs, type TabEntry } from '../../ui/tabs.tsx';
import { BackupsTab } from './backups-tab.tsx';
import { RestoreTab } from './restore-tab.tsx';
import { VersionsTab } from './versions-tab.tsx';

const tabs: readonly (TabEntry & { readonly id: RecoveryTab })[] = [
  { id: 'points', title: 'Restore points', content: () => <RestoreTab file={null} /> },
  { id: 'versions', title: 'Other versions', content: () => <VersionsTab /> },
  { id: 'backups', title: 'Backups', content: () => <BackupsTab /> },
];

/** Going back: older states of the open plan, other versions of its file, and where its copies are kept. */
export function Recovery() {
  const selected = useView((view) => view.recoveryTab);
  return (
    <ScrollPane label="Recovery">
      <div className="mx-auto flex w-full max-w-300 flex-col gap-5 px-8 py-6">
        <header className="flex flex-col gap-0.5">
          <h2 className="text-title font-semibold">Recovery</h2>
          <p className="text-muted">Look first: nothing changes before you press Restore or Merge.</p>
        </header>
        <Tabs
          label="Recovery by"
          tabs={tabs}
          selected={selected}
          onSelect={(id) => useView.setState({ recoveryTab: id as RecoveryTab })}
        />
      </div>
    </ScrollPane>
  );
}
