import { useState } from 'react';
import { licences } from 'virtual:licences';
import { licenceParagraphs, versionLines } from '../../../shared/words/about-text.ts';
import { announce } from '../../state/announce.ts';
import { showToast } from '../../state/toast-store.ts';
import { openDialog } from '../../state/view-store.ts';
import { useWorkspaceStore } from '../../state/workspace-store.ts';
import icon from '../../styles/icon.svg';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { LicenceList } from './licence-list.tsx';

const close = (): void => openDialog(null);

async function copy(lines: readonly (readonly [string, string])[]): Promise<void> {
  const text = lines.map((line) => line.join(' ')).join('\n');
  try {
    await navigator.clipboard.writeText(text);
    showToast({ text: 'Versions copied.' });
    announce('Versions copied.');
  } catch {
    showToast({ text: 'Not copied: the system gave no clipboard.', tone: 'error' });
  }
}

/** Which versions run, and under which licences everything is that goes into the program. */
export function AboutDialog() {
  const host = useWorkspaceStore((state) => state.host);
  const [query, setQuery] = useState('');
  if (host === null) return null; // it is there before anything can be clicked
  const lines = versionLines(host, navigator.userAgent);
  return (
    <Dialog
      title="About Evenwatch"
      isOpen
      onClose={close}
      size="full"
      actions={
        <>
          <Button onPress={() => void copy(lines)}>Copy versions</Button>
          <Button onPress={close}>Close</Button>
        </>
      }
    >
      <div className="flex items-start gap-5">
        <img src={icon} alt="" width={64} height={64} />
        <div className="flex flex-col gap-2">
          <p>Plans a quarter of on-call fairly. Everything stays on your computer.</p>
          <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-0.5">
            {lines.map(([name, version]) => (
              <div key={name} className="contents">
                <dt className="text-muted">{name}</dt>
                <dd className="tabular-nums">{version}</dd>
              </div>
            ))}
          </dl>
        </div>
      </div>
      <section aria-label="Licences" className="flex flex-col gap-2">
        <h3 className="text-section font-medium">Licences</h3>
        {licenceParagraphs(host.host, licences.components.length).map((text) => (
          <p key={text} className="max-w-180 text-muted">
            {text}
          </p>
        ))}
        <LicenceList query={query} onQuery={setQuery} />
      </section>
    </Dialog>
  );
}
