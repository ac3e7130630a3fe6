import { Lock, LockOpen, Plus } from 'lucide-react';
import { useState } from 'react';
import { holidayLibrary } from '../../../shared/exchange/holiday-suggest.ts';
import { strikeOut } from '../../../shared/exchange/holiday-steps.ts';
import type { Holiday, HolidaySet } from '../../../shared/model/holiday.ts';
import { reviewSentence, setText } from '../../../shared/words/holiday-text.ts';
import { today } from '../../state/clock.ts';
import { useSuggestions } from '../../state/holiday-answers.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { Differences } from './differences.tsx';
import { EntryDialog } from './entry-dialog.tsx';
import { EntryTable } from './entry-table.tsx';
import { makeEdit } from './holiday-acts.ts';
import { entriesOf } from '../../../shared/calendar/holiday-sets.ts';

/** One region and year: what stands there, what the library says otherwise, and whether it is reviewed. */
export function SetDetail({ set }: { readonly set: HolidaySet }) {
  const workspace = useWorkspace();
  const suggested = useSuggestions(set.region, set.year);
  const [editing, setEditing] = useState<Holiday | 'new' | null>(null);
  const entries = entriesOf(workspace, set.id);
  const lock = (locked: boolean): void => {
    const compared = suggested.kind === 'answered' && suggested.value !== null;
    const next = locked
      ? {
          ...set,
          locked,
          reviewedOn: today(workspace.about.zone),
          against: compared ? holidayLibrary : set.against,
        }
      : { ...set, locked };
    makeEdit(
      [{ kind: 'save-holiday-set', set: next }],
      locked ? `${setText(set)} reviewed and locked` : `${setText(set)} unlocked`,
    );
  };
  return (
    <section aria-label={setText(set)} className="flex min-w-0 flex-col gap-4">
      <header className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="flex min-w-64 flex-1 flex-col gap-0.5">
          <h3 className="text-section font-semibold">{setText(set)}</h3>
          <p className="max-w-140 text-muted">{reviewSentence(set)}</p>
        </div>
        <div className="flex gap-2">
          {set.locked ? null : (
            <Button icon={<Plus size={14} aria-hidden />} onPress={() => setEditing('new')}>
              Add a holiday…
            </Button>
          )}
          {set.locked ? (
            <Button icon={<LockOpen size={14} aria-hidden />} onPress={() => lock(false)}>
              Unlock
            </Button>
          ) : (
            <Button
              kind="primary"
              icon={<Lock size={14} aria-hidden />}
              onPress={() => lock(true)}
              disabledReason={entries.length === 0 ? 'There is no day to review yet' : undefined}
            >
              Lock as reviewed
            </Button>
          )}
        </div>
      </header>
      <Differences set={set} entries={entries} suggested={suggested} />
      <EntryTable
        set={set}
        entries={entries}
        onEdit={setEditing}
        onStrike={(holiday) =>
          makeEdit(strikeOut(set, holiday), `${holiday.name} struck out of ${setText(set)}`)
        }
      />
      {editing === null ? null : (
        <EntryDialog
          set={set}
          entry={editing === 'new' ? null : editing}
          others={entries.filter((one) => one !== editing)}
          onClose={() => setEditing(null)}
        />
      )}
    </section>
  );
}
