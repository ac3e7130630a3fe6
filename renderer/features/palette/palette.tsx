import { useDeferredValue, useMemo, useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Dialog } from 'react-aria-components/Dialog';
import { Input } from 'react-aria-components/Input';
import { Menu, MenuItem } from 'react-aria-components/Menu';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { SearchField } from 'react-aria-components/SearchField';
import { Text } from 'react-aria-components/Text';
import { openDialog, useView } from '../../state/view-store.ts';
import { useWorkspaceStore } from '../../state/workspace-store.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { actionEntries, recordEntries } from './entries.ts';
import { findEntries, type Entry } from './find-entries.ts';

/** As many as somebody reads; more would only slow the list. */
const MOST_SHOWN = 60;

const wanted = 'Find a command, a person, a week, a shift or a runbook';

function useFound(query: string, onlyRecords: boolean): readonly Entry[] {
  const workspace = useWorkspaceStore((state) => state.workspace);
  const quarter = useView((view) => view.quarter);
  const records = useMemo(
    () => (workspace === null ? [] : recordEntries(workspace, quarter)),
    [workspace, quarter],
  );
  return useMemo(
    () => findEntries(onlyRecords ? records : [...actionEntries(), ...records], query, MOST_SHOWN),
    [records, onlyRecords, query],
  );
}

function Line({ entry: { id, title, kind, aside, keys, disabledReason } }: { readonly entry: Entry }) {
  const beside = disabledReason ?? aside;
  return (
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
      {beside ? (
        <Text slot="description" className="max-w-56 truncate text-label text-muted">
          {beside}
        </Text>
      ) : null}
      {keys ? <Kbd keys={keys} /> : null}
    </MenuItem>
  );
}

function Entries({ onlyRecords }: { readonly onlyRecords: boolean }) {
  const [query, setQuery] = useState('');
  const found = useFound(useDeferredValue(query), onlyRecords);
  const run = (key: React.Key): void => {
    openDialog(null);
    found.find(({ id }) => id === key)?.run();
  };
  return (
    <Autocomplete inputValue={query} onInputChange={setQuery}>
      <SearchField aria-label={wanted} autoFocus className="border-b border-divider">
        <Input
          placeholder={onlyRecords ? 'Find a person, a week, a shift or a runbook' : wanted}
          className="h-11 w-full bg-transparent px-4 text-section outline-none placeholder:text-muted"
        />
      </SearchField>
      {/* The cursor stays in the field above and moves by arrows; the pane itself takes focus so that keys can scroll it. */}
      <div role="group" aria-label="Results" tabIndex={0} className="max-h-96 overflow-auto">
        <Menu
          aria-label="Results"
          items={found}
          onAction={run}
          className="p-1 outline-none"
          renderEmptyState={() => <p className="p-4 text-center text-muted">Nothing has this name.</p>}
        >
          {(entry) => <Line entry={entry} />}
        </Menu>
      </div>
    </Autocomplete>
  );
}

/** Everything by name: what can be done, and the people, weeks, shifts and runbooks of the quarter. Enter goes there. */
export function Palette() {
  const dialog = useView((view) => view.dialog);
  return (
    <ModalOverlay
      isOpen={dialog === 'commands' || dialog === 'find'}
      onOpenChange={(open) => {
        if (!open) openDialog(null);
      }}
      isDismissable
      className="fixed inset-0 z-40 flex items-start justify-center bg-[rgb(10_12_15/0.32)] p-6 pt-[12vh]"
    >
      <Modal className="w-full max-w-160">
        <Dialog
          aria-label={dialog === 'find' ? 'Find' : 'Commands'}
          className="overflow-hidden rounded-xl bg-raised text-ink shadow-float outline-none"
        >
          <Entries onlyRecords={dialog === 'find'} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
