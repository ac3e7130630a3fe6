import { FileInput, UserPlus, Users } from 'lucide-react';
import { useState } from 'react';
import { withoutListMarkers } from '../../../shared/editing/list-marker.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import type { Person } from '../../../shared/model/person.ts';
import { recordOf, recordsOf } from '../../../shared/model/tables.ts';
import { teamSizeText } from '../../../shared/words/people-text.ts';
import { perform } from '../../state/actions.ts';
import { today as todayIn } from '../../state/clock.ts';
import { useWorkspace, useWorkspaceStore } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Menu } from '../../ui/menu.tsx';
import { ScrollPane } from '../../ui/scroll-pane.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { ImportPeople } from './import-people.tsx';
import { PastePeople } from './paste-people.tsx';
import { PeopleTable } from './people-table.tsx';
import { newPerson } from './person-form.ts';
import { PersonSheet } from './person-sheet.tsx';
import { isShown, type Shown } from './shown-people.ts';
import { newPersonId, usePeopleFile } from './use-people-file.ts';

/** Who can be on call: how much, since when, in what, and which weeks they would like. */
export function PeopleScreen() {
  const workspace = useWorkspace();
  const readOnly = useWorkspaceStore((state) => state.readOnlyBecause);
  const [shown, setShown] = useState<Shown>('team');
  const [sought, setSought] = useState('');
  const [open, setOpen] = useState<PersonId | null>(null);
  const [draft, setDraft] = useState<Person | null>(null);
  const [pasting, setPasting] = useState(false);
  const file = usePeopleFile();

  const today = todayIn(workspace.about.zone);
  const everybody = recordsOf(workspace, 'people').toSorted((one, other) => one.position - other.position);
  const team = everybody.filter((person) => isShown(person, 'team', '', today));
  const people = everybody.filter((person) => isShown(person, shown, sought, today));
  const chosen = draft ?? (open === null ? undefined : recordOf(workspace, 'people', open));
  const disabledReason = readOnly === null ? undefined : `Read only: ${readOnly}`;
  const add = (
    <Button
      kind="primary"
      icon={<UserPlus size={14} aria-hidden />}
      disabledReason={disabledReason}
      onPress={() => setDraft(newPerson(workspace, newPersonId(), today))}
    >
      Add somebody
    </Button>
  );
  const bring = (
    <Menu
      label="Import people"
      placement="bottom end"
      trigger={<Button icon={<FileInput size={14} aria-hidden />}>Import…</Button>}
      groups={[
        {
          id: 'from',
          entries: [
            { id: 'file', title: 'From a CSV file…', disabledReason, run: file.choose },
            { id: 'paste', title: 'Paste names or cells…', disabledReason, run: () => setPasting(true) },
          ],
        },
      ]}
    />
  );
  return (
    <ScrollPane label="People">
      <div className="flex w-full max-w-360 min-w-0 flex-1 flex-col gap-4 px-6 py-5">
        <header className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <div className="min-w-48 flex-1">
            <h1 className="text-title font-semibold">People</h1>
            <p className="text-muted">{teamSizeText(team)}</p>
          </div>
          {everybody.length === 0 ? null : (
            <>
              <SearchField label="Find a person" value={sought} onChange={setSought} />
              <div className="flex">
                <SegmentedControl
                  label="Who is shown"
                  value={shown}
                  onChange={setShown}
                  options={[
                    { id: 'team', title: 'In the team' },
                    { id: 'gone', title: 'Left' },
                    { id: 'all', title: 'All' },
                  ]}
                />
              </div>
            </>
          )}
          <div className="flex gap-2">
            <Button onPress={() => perform('about-team')}>Team facts…</Button>
            {bring}
            {add}
          </div>
        </header>
        {people.length > 0 ? (
          <PeopleTable people={people} today={today} onOpen={setOpen} />
        ) : (
          <Nobody
            isEmpty={everybody.length === 0}
            sought={sought}
            shown={shown}
            onPaste={() => setPasting(true)}
          />
        )}
      </div>
      {chosen === undefined ? null : (
        <PersonSheet
          key={chosen.id}
          person={chosen}
          isNew={chosen === draft}
          today={today}
          onClose={() => {
            setOpen(null);
            setDraft(null);
          }}
        />
      )}
      {pasting ? (
        <PastePeople
          onClose={() => setPasting(false)}
          onPasted={(text) => {
            setPasting(false);
            file.take({ name: 'Pasted', encoding: null, text: withoutListMarkers(text) });
          }}
        />
      ) : null}
      {file.source === null ? null : (
        <ImportPeople key={file.source.turn} source={file.source} onClose={file.close} />
      )}
    </ScrollPane>
  );
}

interface NobodyProps {
  readonly isEmpty: boolean;
  readonly sought: string;
  readonly shown: Shown;
  readonly onPaste: () => void;
}

function Nobody({ isEmpty, sought, shown, onPaste }: NobodyProps) {
  if (isEmpty)
    return (
      <EmptyState
        icon={<Users size={28} aria-hidden />}
        title="Nobody is here yet"
        action={<Button onPress={onPaste}>Paste names…</Button>}
      >
        Add who can be on call, one by one, or paste the names of your team.
      </EmptyState>
    );
  return (
    <EmptyState
      title={
        sought.trim() === ''
          ? shown === 'gone'
            ? 'Nobody has left'
            : 'Nobody is in the team now'
          : `Nobody is called “${sought.trim()}”`
      }
    >
      {sought.trim() === ''
        ? 'Whoever leaves or is archived stands here.'
        : 'Names, addresses and other names are looked through.'}
    </EmptyState>
  );
}
