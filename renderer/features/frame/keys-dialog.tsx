import { actions } from '../../state/actions.ts';
import { openDialog, useView } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { shownKeys } from './use-action.ts';

/** All keys that work everywhere; those of a grid stand in its own menus. */
export function KeysDialog() {
  const isOpen = useView((view) => view.dialog === 'keys');
  const close = () => openDialog(null);
  return (
    <Dialog title="All keys" isOpen={isOpen} onClose={close} actions={<Button onPress={close}>Close</Button>}>
      <table className="w-full">
        <thead className="sr-only">
          <tr>
            <th scope="col">Action</th>
            <th scope="col">Keys</th>
          </tr>
        </thead>
        <tbody>
          {actions
            .filter(({ keys }) => keys.length > 0)
            .map(({ id, title, keys }) => (
              <tr key={id} className="border-b border-divider last:border-0">
                <td className="py-1.5">{title}</td>
                <td className="py-1.5 text-right">
                  <Kbd keys={shownKeys(keys) ?? ''} />
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </Dialog>
  );
}
