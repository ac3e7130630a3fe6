import { useMemo, useState } from 'react';
import { addMonths, quarterOf, quarterRange } from '../../../shared/calendar/days.ts';
import type { LeaveCalendarTerms } from '../../../shared/exchange/leave-ics.ts';
import type { LocalDate, ZoneName } from '../../../shared/model/dates.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import { fileFactsText } from '../../../shared/words/import-text.ts';
import { leaveCalendarLines } from '../../../shared/words/leave-import-text.ts';
import { today } from '../../state/clock.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { ImportFrame } from './import-frame.tsx';
import type { CalendarReader } from './import-readers.ts';
import type { Differ } from './use-leave-diff.ts';
import type { LeaveSource } from './use-leave-file.ts';

const NAMES = 'names';
const OWN = 'own';
/** Months ahead that are read unless the lead says otherwise. */
const AHEAD = 24;

const isDay = (text: string): text is LocalDate => /^\d{4}-\d\d-\d\d$/.test(text);

interface Props {
  readonly source: LeaveSource;
  readonly onClose: () => void;
  readonly reader: CalendarReader;
  readonly differ: Differ;
}

interface ReadingProps {
  readonly terms: LeaveCalendarTerms;
  readonly set: (change: Partial<LeaveCalendarTerms>) => void;
  readonly asksForZone: boolean;
}

/** How the calendar is understood: whose it is, what of it is leave, and in which days. */
function Reading({ terms, set, asksForZone }: ReadingProps) {
  const workspace = useWorkspace();
  const people = Object.values(workspace.people)
    .filter(({ archivedOn }) => archivedOn === null)
    .sort((a, b) => a.position - b.position);
  const zones = [...new Set<ZoneName>([workspace.about.zone, ...people.map(({ zone }) => zone)])];
  return (
    <>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] gap-3">
        <Select
          label="Whose calendar it is"
          options={[
            { id: NAMES, title: 'By the names in it' },
            ...people.map(({ id, name }) => ({ id: id, title: name })),
          ]}
          value={terms.owner ?? NAMES}
          onChange={(id) => set({ owner: id === NAMES ? null : id })}
        />
        <Select
          label="What is leave"
          options={[
            { id: 'absences', title: 'Whole days and out of office' },
            { id: 'all', title: 'All that takes half a day' },
          ]}
          value={terms.take}
          onChange={(take) => set({ take })}
        />
        <Field
          label="From"
          type="date"
          value={terms.from}
          onChange={(from) => {
            if (isDay(from)) set({ from });
          }}
        />
        <Field
          label="To before"
          type="date"
          value={terms.until}
          onChange={(until) => {
            if (isDay(until)) set({ until });
          }}
        />
        {asksForZone ? (
          <Select
            label="Times without a zone"
            options={[
              { id: OWN, title: 'Each person’s own clock' },
              ...zones.map((id) => ({ id: id, title: id })),
            ]}
            value={terms.floating ?? OWN}
            onChange={(id) => set({ floating: id === OWN ? null : id })}
          />
        ) : null}
      </div>
      <Checkbox checked={terms.keepTitles} onChange={(keepTitles) => set({ keepTitles })}>
        Keep what events are called as private reasons
      </Checkbox>
    </>
  );
}

/** A calendar file before it is taken over as leave. */
export function ImportCalendar({ source, onClose, reader, differ }: Props) {
  const workspace = useWorkspace();
  const day = today(workspace.about.zone);
  const [terms, setTerms] = useState<LeaveCalendarTerms>({
    from: quarterRange(quarterOf(day)).from,
    until: addMonths(quarterRange(quarterOf(day)).from, AHEAD),
    floating: null,
    owner: null,
    take: 'absences',
    keepTitles: false,
    mapping: new Map<string, PersonId | null>(),
  });
  const read = useMemo(
    () => reader.readLeaveCalendar(workspace, source.text, terms),
    [reader, workspace, source.text, terms],
  );
  const set = (change: Partial<LeaveCalendarTerms>): void => setTerms({ ...terms, ...change });
  const about = useMemo(() => leaveCalendarLines(read), [read]);
  return (
    <ImportFrame
      source={source}
      facts={[
        fileFactsText(source.name, source.encoding, read.calendar.items.length).replace(
          /rows?$/,
          'events in these days',
        ),
        ...read.calendar.names,
      ].join(', ')}
      onClose={onClose}
      differ={differ}
      file={read.file}
      about={about}
      mapping={terms.mapping}
      onMapping={(mapping) => set({ mapping })}
      reading={<Reading terms={terms} set={set} asksForZone={read.calendar.floating > 0} />}
    />
  );
}
