import { useState } from 'react';
import { newHolidaySet } from '../../../shared/exchange/holiday-import.ts';
import { additions } from '../../../shared/exchange/holiday-steps.ts';
import { holidayLibrary, type SuggestedHoliday } from '../../../shared/exchange/holiday-suggest.ts';
import type { HolidaySetId } from '../../../shared/model/ids.ts';
import { recordsOf } from '../../../shared/model/tables.ts';
import { dayOfYearText, holidaysCount, regionText, setText } from '../../../shared/words/holiday-text.ts';
import { useRegions, useSuggestions } from '../../state/holiday-answers.ts';
import { regionsOf } from '../../state/regions-known.ts';
import { useView } from '../../state/view-store.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { RegionSelect } from '../../ui/region-select.tsx';
import { Select } from '../../ui/select.tsx';
import { newHolidayId, newSetId, tryEdit } from './holiday-acts.ts';

interface ChoiceProps {
  readonly region: string;
  readonly year: number;
  readonly onChange: (region: string, year: number) => void;
}

/** Country, region within it, and year. A region that the library does not know stays to be chosen: somebody in the team keeps it. */
function Choice({ region, year, onChange }: ChoiceProps) {
  const countries = regionsOf(useRegions(null));
  const parts = regionsOf(useRegions(region.slice(0, 2)));
  const thisYear = Number(useView((view) => view.quarter).slice(0, 4));
  const near = Array.from({ length: 9 }, (_, place) => thisYear - 3 + place);
  const years = near.includes(year) ? near : [year, ...near];
  return (
    <div className="grid grid-cols-[1fr_1fr_7rem] gap-3">
      <RegionSelect
        value={region}
        onChange={(chosen) => onChange(chosen ?? region, year)}
        countries={countries}
        parts={parts}
        nameOf={regionText}
      />
      <Select
        label="Year"
        options={years.map((one) => ({ id: String(one), title: String(one) }))}
        value={String(year)}
        onChange={(chosen) => onChange(region, Number(chosen))}
      />
    </div>
  );
}

interface SuggestedProps {
  readonly suggested: readonly SuggestedHoliday[];
  readonly year: number;
  readonly left: ReadonlySet<string>;
  readonly onToggle: (key: string) => void;
}

/** Every day that is suggested, to be ticked or left out: bank holidays and half days are left out until they are wanted. */
function Suggested({ suggested, year, left, onToggle }: SuggestedProps) {
  return (
    <ul
      aria-label="Suggested days"
      className="flex max-h-72 flex-col overflow-auto rounded-md border border-divider px-3 py-1"
    >
      {suggested.map(({ key, name, actual, observed, tentative, kind, weightPercent }) => (
        <li
          key={key}
          className="flex items-center justify-between gap-3 border-b border-divider py-1 last:border-0"
        >
          <Checkbox checked={!left.has(key)} onChange={() => onToggle(key)}>
            {name}
          </Checkbox>
          <span className="text-right text-label whitespace-nowrap text-muted">
            {[
              dayOfYearText(actual, year),
              observed === null ? '' : `observed ${dayOfYearText(observed, year)}`,
              kind === 'bank' ? 'not public' : '',
              weightPercent === 100 ? '' : `${weightPercent} %`,
              tentative ? 'tentative' : '',
            ]
              .filter((part) => part !== '')
              .join(', ')}
          </span>
        </li>
      ))}
    </ul>
  );
}

interface Props {
  /** What was asked for; null starts with the team's own region. */
  readonly wanted: { readonly region: string; readonly year: number } | null;
  readonly onClose: () => void;
  readonly onAdded: (set: HolidaySetId) => void;
}

/** Makes the set of a region and year from what the library suggests, day by day as ticked. It then waits for its review. */
export function NewSetDialog({ wanted, onClose, onAdded }: Props) {
  const workspace = useWorkspace();
  const onView = Number(useView((view) => view.quarter).slice(0, 4));
  const [region, setRegion] = useState(wanted?.region ?? workspace.about.region ?? 'US');
  const [year, setYear] = useState(wanted?.year ?? onView + 1);
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const [refusal, setRefusal] = useState<string | null>(null);
  const asked = useSuggestions(region, year);
  // The answer before stays for a moment: what is added must be of the region and year that are chosen.
  const fresh = asked.kind === 'answered' && asked.again === null;
  const suggested = fresh ? asked.value : null;
  const left = new Set(
    (suggested ?? []).flatMap(({ key, kind }) => ((kind === 'bank') !== toggled.has(key) ? [key] : [])),
  );
  const taken = (suggested ?? []).filter(({ key }) => !left.has(key));
  const exists = recordsOf(workspace, 'holidaySets').find(
    (set) => set.region === region && set.year === year,
  );
  const add = (): void => {
    const against = suggested === null ? '' : holidayLibrary;
    const set = newHolidaySet(workspace, { region, year, against }, newSetId);
    const settled = (suggested ?? [])
      .filter(({ key, kind }) => left.has(key) && kind === 'public')
      .map(({ key }) => ({ suggestion: key, as: null }));
    const why = tryEdit(
      [
        { kind: 'save-holiday-set', set: { ...set, settled } },
        ...additions(set, taken, holidayLibrary, newHolidayId),
      ],
      taken.length === 0
        ? `${setText(set)} added, without days yet`
        : `${setText(set)} added with ${holidaysCount(taken.length)}`,
    );
    if (why !== null) {
      setRefusal(why);
      return;
    }
    onAdded(set.id);
    onClose();
  };
  const toggle = (key: string): void => {
    const next = new Set(toggled);
    if (!next.delete(key)) next.add(key);
    setToggled(next);
  };
  return (
    <Dialog
      title="Add the holidays of a year"
      isOpen
      onClose={onClose}
      size="wide"
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            kind="primary"
            onPress={add}
            disabledReason={
              exists !== undefined
                ? `${setText(exists)} is there already`
                : asked.kind === 'asking' || (asked.kind === 'answered' && !fresh)
                  ? 'The library is being asked'
                  : undefined
            }
          >
            {taken.length === 0 ? 'Add an empty year' : `Add ${holidaysCount(taken.length)}`}
          </Button>
        </>
      }
    >
      <Choice
        region={region}
        year={year}
        onChange={(nextRegion, nextYear) => {
          setRegion(nextRegion);
          setYear(nextYear);
          setToggled(new Set());
          setRefusal(null);
        }}
      />
      {asked.kind === 'failed' ? (
        <p className="text-warning" role="status">
          The library could not be asked: {asked.reason}. An empty year can be added and filled by hand.
        </p>
      ) : !fresh ? (
        <p className="h-72 text-muted" role="status">
          Asking {holidayLibrary}…
        </p>
      ) : suggested === null ? (
        <p className="text-warning" role="status">
          {holidayLibrary} does not know {regionText(region)}. An empty year can be added and filled by hand
          or from a file.
        </p>
      ) : (
        <Suggested suggested={suggested} year={year} left={left} onToggle={toggle} />
      )}
      {exists === undefined ? null : (
        <p className="text-warning">{setText(exists)} is there already: its differences stand with it.</p>
      )}
      {refusal === null ? null : (
        <p role="alert" className="text-error">
          {refusal}
        </p>
      )}
    </Dialog>
  );
}
