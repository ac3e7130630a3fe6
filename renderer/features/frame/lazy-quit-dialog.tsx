import { useView } from '../../state/view-store.ts';
import { atRest, useAtRest } from '../../ui/at-rest.ts';

const dialog = atRest(() => import('./quit-dialog.tsx').then(({ QuitDialog }) => QuitDialog));

/** The question before quitting, fetched while the keeper still answers. */
export function LazyQuitDialog() {
  const isAsked = useView((view) => view.dialog === 'quit');
  const QuitDialog = useAtRest(dialog, isAsked);
  return QuitDialog === null ? null : <QuitDialog />;
}
