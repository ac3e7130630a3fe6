import { gestures, gridKeys, keysEverywhere, type KeyLines } from '../../state/key-lists.ts';
import { openDialog, useView } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { ScrollPane } from '../../ui/scroll-pane.tsx';
import { shownKeys } from '../../state/keys.ts';

function Line({ title, keys }: { readonly title: string; readonly keys: readonly string[] }) {
  return (
    <tr className="border-b border-divider last:border-0">
      <td className="py-1.5">{title}</td>
      <td className="py-1.5 text-right whitespace-nowrap">
        {keys.map((key) => (
          <span key={key} className="ml-1">
            <Kbd keys={shownKeys([key]) ?? key} />
          </span>
        ))}
      </td>
    </tr>
  );
}

function Keys({ title, lines }: { readonly title: string; readonly lines: KeyLines }) {
  return (
    <table className="w-full self-start">
      <caption className="pb-1 text-left font-semibold">{title}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">Action</th>
          <th scope="col">Keys</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(([name, keys]) => (
          <Line key={name} title={name} keys={keys} />
        ))}
      </tbody>
    </table>
  );
}

/** All keys: those that work everywhere, and those of a grid, with what the pointer does there. */
export function KeysDialog() {
  const isOpen = useView((view) => view.dialog === 'keys');
  const close = () => openDialog(null);
  return (
    <Dialog
      title="All keys"
      isOpen={isOpen}
      onClose={close}
      size="full"
      actions={<Button onPress={close}>Close</Button>}
    >
      <ScrollPane label="Keys">
        <div className="grid grid-cols-2 gap-x-8 pr-2">
          <Keys title="Everywhere" lines={keysEverywhere()} />
          <div className="flex flex-col gap-6 self-start">
            <Keys title="On the Board and in the Calendar" lines={gridKeys} />
            <Keys title="With the pointer" lines={gestures} />
          </div>
        </div>
      </ScrollPane>
    </Dialog>
  );
}
