import { Autocomplete, useFilter } from 'react-aria-components/Autocomplete';
import { Dialog } from 'react-aria-components/Dialog';
import { Input } from 'react-aria-components/Input';
import { Menu, MenuItem } from 'react-aria-components/Menu';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { SearchField } from 'react-aria-components/SearchField';
import { Text } from 'react-aria-components/Text';
import { actions, perform } from '../../state/actions.ts';
import { showRunbook, showShifts, openDialog, useView } from '../../state/view-store.ts';
import { useWorkspaceStore } from '../../state/workspace-store.ts';
import type { ShiftId } from '../../../shared/model/ids.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { useFairness } from '../../state/selectors.ts';
import { shownKeys } from './use-action.ts';

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly keys: string | undefined;
  readonly disabledReason: string | undefined;
  readonly run: () => void;
}

const actionEntries = (): readonly Entry[] =>
  actions
    .filter(({ id }) => id !== 'commands')
    .map((action) => {
      const answer = action.enabled();
      return {
        id: action.id,
        title: action.title,
        kind: action.group,
        keys: shownKeys(action.keys),
        disabledReason: answer === true ? undefined : answer,
        run: () => perform(action.id),
      };
    });

/** People and runbooks by name, beside what can be done. */
function useRecordEntries(): readonly Entry[] {
  const workspace = useWorkspaceStore((state) => state.workspace);
  const fairness = useFairness();
  if (!workspace) return [];
  const plain = { keys: undefined, disabledReason: undefined };
  const shiftsOf = (id: string): readonly ShiftId[] =>
    fairness.people.find(({ person }) => person === id)?.shifts ?? [];
  return [
    ...Object.values(workspace.people).map(({ id, name }) => ({
      ...plain,
      id,
      title: name,
      kind: 'Shifts of',
      run: () => showShifts(shiftsOf(id)),
    })),
    ...Object.values(workspace.runbooks).map(({ id, title }) => ({
      ...plain,
      id,
      title,
      kind: 'Runbook',
      run: () => showRunbook(id),
    })),
  ];
}

function Entries() {
  const entries = [...actionEntries(), ...useRecordEntries()];
  const { contains } = useFilter({ sensitivity: 'base' });
  const run = (key: React.Key): void => {
    openDialog(null);
    entries.find(({ id }) => id === key)?.run();
  };
  return (
    <Autocomplete filter={contains}>
      <SearchField
        aria-label="Find a command, a person or a runbook"
        autoFocus
        className="border-b border-divider"
      >
        <Input
          placeholder="Find a command, a person or a runbook"
          className="h-11 w-full bg-transparent px-4 text-section outline-none placeholder:text-muted"
        />
      </SearchField>
      {/* The cursor stays in the field above and moves by arrows; the pane itself takes focus so that keys can scroll it. */}
      <div role="group" aria-label="Results" tabIndex={0} className="max-h-96 overflow-auto">
        <Menu
          aria-label="Commands"
          items={entries}
          onAction={run}
          className="p-1 outline-none"
          renderEmptyState={() => <p className="p-4 text-center text-muted">Nothing has this name.</p>}
        >
          {({ id, title, kind, keys, disabledReason }) => (
            <MenuItem
              id={id}
              textValue={`${title} ${kind}`}
              isDisabled={disabledReason !== undefined}
              className="flex cursor-default items-center gap-3 rounded-md px-3 py-1.5 outline-none data-disabled:text-muted data-focused:bg-selection"
            >
              <span className="w-16 shrink-0 text-label text-muted">{kind}</span>
              <Text slot="label" className="flex-1 truncate">
                {title}
              </Text>
              {disabledReason ? (
                <Text slot="description" className="text-label text-muted">
                  {disabledReason}
                </Text>
              ) : null}
              {keys ? <Kbd keys={keys} /> : null}
            </MenuItem>
          )}
        </Menu>
      </div>
    </Autocomplete>
  );
}

/** Every action by name, with people and runbooks: typing finds, Enter runs, disabled ones say why. */
export function CommandMenu() {
  const isOpen = useView((view) => view.dialog === 'commands');
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) openDialog(null);
      }}
      isDismissable
      className="fixed inset-0 z-40 flex items-start justify-center bg-[rgb(10_12_15/0.32)] p-6 pt-[12vh]"
    >
      <Modal className="w-full max-w-140">
        <Dialog
          aria-label="Commands"
          className="overflow-hidden rounded-xl bg-raised text-ink shadow-float outline-none"
        >
          <Entries />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
