import { ArrowLeft } from 'lucide-react';
import { useEffect } from 'react';
import { useView } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { ScrollPane } from '../../ui/scroll-pane.tsx';
import { RestoreTab } from './restore-tab.tsx';

/** For a plan that could not be opened: what can be read of it, and the way back to the start screen. */
export function RecoverFile() {
  const file = useView((view) => view.recovering);
  useEffect(() => {
    document.title = 'Recovery · Evenwatch';
  }, []);
  if (file === null) return null;
  return (
    <main aria-label="Recovery" className="flex min-h-0 flex-1 flex-col">
      <ScrollPane label="What can be restored">
        <div className="mx-auto flex w-full max-w-300 flex-col gap-5 px-8 py-6">
          <header className="flex items-start gap-4">
            <div className="flex min-w-0 flex-1 flex-col gap-0.5">
              <h1 className="text-title font-semibold">What can be restored</h1>
              <p className="break-all text-muted">
                {file}. The file itself is left as it is until you restore one of these.
              </p>
            </div>
            <Button
              icon={<ArrowLeft size={14} aria-hidden />}
              onPress={() => useView.setState({ recovering: null })}
            >
              Back to start
            </Button>
          </header>
          <RestoreTab file={file} />
        </div>
      </ScrollPane>
    </main>
  );
}
