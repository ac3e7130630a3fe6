import { X } from 'lucide-react';
import { useState, type SyntheticEvent } from 'react';
import { useFilter } from 'react-aria-components/Autocomplete';
import { recordsOf } from '../../../shared/model/tables.ts';
import type { ViewFilter } from '../../../shared/contract/preferences.ts';
import { announce } from '../../state/announce.ts';
import { forgetView, saveView, usePreferences } from '../../state/preferences.ts';
import { showToast } from '../../state/toast-store.ts';
import { setFilter, showAll, showView, useView } from '../../state/view-store.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { SearchField } from '../../ui/search-field.tsx';

interface ChoiceProps<Id extends string> {
  readonly title: string;
  readonly all: readonly { readonly id: Id; readonly name: string }[];
  readonly chosen: readonly Id[];
  readonly onChange: (chosen: readonly Id[]) => void;
}

/** More than fit without scrolling are also found by a part of their name. */
const seenAtOnce = 14;

/** Any of them; none chosen lets all pass. */
function Choice<Id extends string>({ title, all, chosen, onChange }: ChoiceProps<Id>) {
  const [sought, setSought] = useState('');
  const { contains } = useFilter({ sensitivity: 'base' });
  const found = all.filter(({ name }) => contains(name, sought.trim()));
  return (
    <fieldset className="min-w-0">
      <legend className="pb-1 text-label font-medium text-muted">
        {title}
        {chosen.length > 0 ? `, ${chosen.length} chosen` : ''}
      </legend>
      {all.length > seenAtOnce ? (
        <div className="pb-1.5">
          <SearchField label={`Find in ${title.toLowerCase()}`} value={sought} onChange={setSought} />
        </div>
      ) : null}
      {found.length === 0 && all.length > 0 ? <p className="py-1 text-label text-muted">No match.</p> : null}
      <div className="grid max-h-44 grid-cols-2 gap-x-3 overflow-auto">
        {found.map(({ id, name }) => (
          <Checkbox
            key={id}
            checked={chosen.includes(id)}
            onChange={(on) => onChange(on ? [...chosen, id] : chosen.filter((other) => other !== id))}
          >
            {name}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}

async function keep(done: Promise<boolean>, text: string): Promise<void> {
  const said = (await done)
    ? text
    : 'The view is there until you close the window: the settings could not be written.';
  showToast({ text: said });
  announce(said);
}

/** The views of this workspace, each a click away, and a name for the one on screen. */
function Views() {
  const workspace = useWorkspace().about.id;
  const views = usePreferences((kept) => kept.views).filter((view) => view.workspace === workspace);
  const { screen, pivot, zoom, filter } = useView();
  const [name, setName] = useState('');
  const save = (event: SyntheticEvent): void => {
    event.preventDefault();
    const named = name.trim().slice(0, 120);
    if (named === '' || (screen !== 'board' && screen !== 'calendar')) return;
    void keep(
      saveView({ name: named, workspace, screen, pivot, zoom, filter }),
      `${named} is among your views.`,
    );
    setName('');
  };
  return (
    <section aria-label="Views" className="flex flex-col gap-1">
      <h3 className="text-label font-medium text-muted">Views</h3>
      <ul className="flex flex-col">
        {views.map((view) => (
          <li key={view.name} className="flex items-center gap-1">
            <Button
              kind="quiet"
              size="small"
              className="min-w-0 flex-1 justify-start"
              onPress={() => showView(view)}
            >
              <span className="truncate">{view.name}</span>
            </Button>
            <IconButton
              label={`Forget the view ${view.name}`}
              icon={<X size={13} aria-hidden />}
              onPress={() => void keep(forgetView(view), `${view.name} is no longer among your views.`)}
            />
          </li>
        ))}
      </ul>
      <form onSubmit={save} className="flex items-end gap-2">
        <div className="flex-1">
          <Field label="Keep this view as" value={name} onChange={setName} placeholder="Profit, by people" />
        </div>
        <Button type="submit" {...(name.trim() === '' ? { disabledReason: 'Give it a name' } : {})}>
          Keep
        </Button>
      </form>
    </section>
  );
}

/** What the Board and the Calendar show: of whom, of which rotations. What is left out still counts in the score. */
export function FilterPanel() {
  const workspace = useWorkspace();
  const filter = useView((view) => view.filter);
  const change = (part: Partial<ViewFilter>): void => setFilter({ ...filter, ...part });
  const inUse = { people: recordsOf(workspace, 'people'), rotations: recordsOf(workspace, 'rotations') };
  const byPosition = <Row extends { readonly position: number; readonly archivedOn: string | null }>(
    rows: readonly Row[],
  ): readonly Row[] =>
    rows
      .filter(({ archivedOn }) => archivedOn === null)
      .toSorted((one, other) => one.position - other.position);
  return (
    <div className="flex w-88 flex-col gap-3">
      <Choice
        title="Rotations"
        all={byPosition(inUse.rotations)}
        chosen={filter.rotations}
        onChange={(rotations) => change({ rotations })}
      />
      <Choice
        title="People"
        all={byPosition(inUse.people)}
        chosen={filter.people}
        onChange={(people) => change({ people })}
      />
      <div className="flex items-center justify-between gap-3">
        <p className="text-label text-muted">What is left out still counts in the score.</p>
        <Button size="small" kind="quiet" onPress={() => setFilter(showAll)}>
          Show all
        </Button>
      </div>
      <Views />
    </div>
  );
}
