import { CalendarDays, Lock, LockOpen } from 'lucide-react';
import { useState } from 'react';
import type { HolidaySet } from '../../../shared/model/holiday.ts';
import { holidaysCount, regionText, reviewText } from '../../../shared/words/holiday-text.ts';
import { useView } from '../../state/view-store.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SetDetail } from './set-detail.tsx';
import {
  entriesOf,
  type MissingSet,
  missingSets,
  setsInOrder,
} from '../../../shared/calendar/holiday-sets.ts';
import { counted } from '../../../shared/words/number-text.ts';

interface ListProps {
  readonly sets: readonly HolidaySet[];
  readonly chosen: HolidaySet;
  readonly onChoose: (id: string) => void;
}

function SetList({ sets, chosen, onChoose }: ListProps) {
  const workspace = useWorkspace();
  const year = Number(useView((view) => view.quarter).slice(0, 4));
  const [all, setAll] = useState(false);
  // Ten years of three regions would push everything else out of sight.
  const shown = all ? sets : sets.filter((set) => set.year >= year - 1 || set.id === chosen.id);
  return (
    <nav aria-label="Holiday sets" className="flex flex-col gap-0.5">
      {shown.map((set) => {
        const current = set.id === chosen.id;
        const Icon = set.locked ? Lock : LockOpen;
        return (
          <button
            key={set.id}
            type="button"
            aria-current={current ? 'true' : undefined}
            onClick={() => onChoose(set.id)}
            className={classes(
              'flex flex-col items-start rounded-md px-2.5 py-1.5 text-left outline-none hover:bg-panel focus-visible:ring-2 focus-visible:ring-accent',
              current && 'bg-selection hover:bg-selection',
            )}
          >
            <span className="font-medium">
              {regionText(set.region)} <span className="tabular-nums">{set.year}</span>
            </span>
            <span className="flex items-center gap-1 text-label text-muted">
              <Icon size={11} aria-hidden />
              {set.locked ? 'Reviewed' : reviewText(set)},{' '}
              {holidaysCount(entriesOf(workspace, set.id).length)}
            </span>
          </button>
        );
      })}
      {shown.length === sets.length ? null : (
        <Button size="small" kind="quiet" onPress={() => setAll(true)}>
          Show {sets.length - shown.length} earlier
        </Button>
      )}
    </nav>
  );
}

interface MissingProps {
  readonly missing: readonly MissingSet[];
  readonly onSuggest: (wanted: MissingSet) => void;
}

/** Years that somebody's holidays are not known of: without a set they count for nobody. */
function Missing({ missing, onSuggest }: MissingProps) {
  if (missing.length === 0) return null;
  return (
    <section aria-label="Years without a set" className="flex flex-col gap-1.5">
      <h3 className="text-label font-medium text-muted">No set yet</h3>
      {missing.map((one) => (
        <div key={`${one.region} ${one.year}`} className="flex items-center justify-between gap-2">
          <span className="flex flex-col">
            {regionText(one.region)} {one.year}
            <span className="text-label text-muted">
              {counted(one.people, 'person keeps it', 'people keep it')}
            </span>
          </span>
          <Button
            size="small"
            onPress={() => onSuggest(one)}
            hint={`Suggest the holidays of ${regionText(one.region)} ${one.year}`}
          >
            Suggest
          </Button>
        </div>
      ))}
    </section>
  );
}

interface Props {
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  readonly onSuggest: (wanted: MissingSet | 'any') => void;
}

/** The sets by year and region, and the one that is being reviewed. */
export function SetsTab({ chosen, onChoose, onSuggest }: Props) {
  const workspace = useWorkspace();
  const year = Number(useView((view) => view.quarter).slice(0, 4));
  const sets = setsInOrder(workspace);
  const missing = missingSets(workspace, [year, year + 1]);
  const shown = sets.find(({ id }) => id === chosen) ?? sets.find((set) => set.year === year) ?? sets[0];
  if (shown === undefined)
    return (
      <div className="flex flex-col gap-6">
        <EmptyState
          icon={<CalendarDays size={28} aria-hidden />}
          title="No holidays yet"
          action={
            <Button kind="primary" onPress={() => onSuggest(missing[0] ?? 'any')}>
              Choose a region
            </Button>
          }
        >
          Choose a region and a year: a library suggests its holidays, and you look through them.
        </EmptyState>
        <Missing missing={missing} onSuggest={onSuggest} />
      </div>
    );
  return (
    <div className="grid grid-cols-[12.5rem_minmax(0,1fr)] gap-x-6">
      <div className="flex flex-col gap-5">
        <SetList sets={sets} chosen={shown} onChoose={onChoose} />
        <Missing missing={missing} onSuggest={onSuggest} />
      </div>
      <SetDetail key={shown.id} set={shown} />
    </div>
  );
}
