import { actions } from '../../state/actions.ts';
import { openDialog, useView } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { ScrollPane } from '../../ui/scroll-pane.tsx';
import { shownKeys } from '../../state/keys.ts';

type Lines = readonly (readonly [title: string, keys: readonly string[]])[];

/** Keys of the grids, on Board and Calendar alike; `grid-keys.ts` reads them. */
const gridKeys: Lines = [
  ['Go to the next cell', ['↑↓←→']],
  ['Select on the way', ['Shift+↑↓←→']],
  ['Ends of the row, of the grid', ['Home', 'End', 'Mod+Home', 'Mod+End']],
  ['A page up, down', ['PgUp', 'PgDn']],
  ['Pick up a shift, aim by arrows', ['M']],
  ['Drop; despite a conflict', ['Enter', 'Mod+Enter']],
  ['Put it back', ['Esc']],
  ['Move by a week or a person', ['Alt+↑↓←→']],
  ['The same once more', ['.']],
  ['Give, swap, unassign', ['G', 'S', 'Del']],
  ['Give to a suggestion', ['1', '…', '9']],
  ['Open shift; select; what it is', ['Enter', 'Space', 'I']],
  ['Pin or unpin; open runbook', ['P', 'O']],
  ['Why this person; why not another', ['W', 'Shift+W']],
  ['Next, previous conflict', ['C', 'Shift+C']],
  ['Menu of the shift', ['Shift+F10']],
];

/** What the pointer does beside a plain drag; each has its keys or its menu too. */
const gestures: Lines = [
  ['Select one more; all between', ['Mod+Click', 'Shift+Click']],
  ['Select a box, on the Board', ['Drag from an empty cell']],
  ['Give, swap or trade a shift', ['Drag']],
  ['Place despite a conflict', ['Mod+Release']],
  ['Give one day of a shift', ['Alt+Drag']],
  ['Open shift; its menu', ['Double click', 'Right click']],
  ['Move a hand-off, or an end of leave', ['Drag an end']],
  ['Give a holiday, in the Calendar', ['Drag it onto a person']],
  ['Add leave, in the Calendar', ['Drag over empty days']],
];

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

function Keys({ title, lines }: { readonly title: string; readonly lines: Lines }) {
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
  const everywhere = actions
    .filter(({ keys }) => keys.length > 0)
    .map(({ title, keys }) => [title, keys.slice(0, 1)] as const);
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
          <Keys title="Everywhere" lines={everywhere} />
          <div className="flex flex-col gap-6 self-start">
            <Keys title="On the Board and in the Calendar" lines={gridKeys} />
            <Keys title="With the pointer" lines={gestures} />
          </div>
        </div>
      </ScrollPane>
    </Dialog>
  );
}
